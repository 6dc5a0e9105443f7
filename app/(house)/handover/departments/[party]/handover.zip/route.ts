import { fileRoute } from '@/auth/file-route'
import { handoverPackage } from '@/features/handovers/exports/package'
import { getHandover } from '@/features/handovers/queries/handover'
import { today } from '@/lib/dates'

export const GET = fileRoute(async (viewer, { params: { party = '' }, locale, now }) => {
  const handover = getHandover(viewer, { partyId: party }, today(now))
  return { type: 'application/zip', ...(await handoverPackage(handover, { viewer, locale, now })) }
})
