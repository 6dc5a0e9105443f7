import { fileRoute } from '@/auth/file-route'
import { eventsAsCsv } from '@/features/activity/exports'
import { eventsInput } from '@/features/activity/input'
import { listAllEvents } from '@/features/activity/queries'
import { today } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { FILE_TYPES } from '@/lib/file-types'
import { can } from '@/policy'

/** What the filter of the page leaves, as a file. */
export const GET = fileRoute((viewer, { request, now }) => {
  if (!can.readEvents(viewer)) throw new NotFound()
  const filter = eventsInput.parse(Object.fromEntries(new URL(request.url).searchParams))
  const body = eventsAsCsv(listAllEvents(viewer, filter))
  return { name: `haendelser-${today(now)}.csv`, type: FILE_TYPES.csv, body }
})
