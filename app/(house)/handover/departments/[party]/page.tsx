import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { HandoverReading } from '@/features/handovers/components/handover-reading'
import { getHandover } from '@/features/handovers/queries/handover'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { params: Promise<{ party: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handovers'))('title') }
}

export default async function DepartmentHandoverPage({ params }: Props) {
  const [viewer, { party }] = await Promise.all([requireViewer(), params])
  const handover = orNotFound(() => getHandover(viewer, { partyId: party }, today(new Date())))
  const locale = localeFrom(await getLocale())
  return <HandoverReading handover={handover} path={`/handover/departments/${party}`} locale={locale} />
}
