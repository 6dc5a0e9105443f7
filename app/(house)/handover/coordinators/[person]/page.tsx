import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { HandoverReading } from '@/features/handovers/components/handover-reading'
import { getHandover } from '@/features/handovers/queries/handover'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { params: Promise<{ person: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handovers'))('title') }
}

export default async function CoordinatorHandoverPage({ params }: Props) {
  const [viewer, { person }] = await Promise.all([requireViewer(), params])
  const handover = orNotFound(() => getHandover(viewer, { personId: person }, today(new Date())))
  const locale = localeFrom(await getLocale())
  return <HandoverReading handover={handover} path={`/handover/coordinators/${person}`} locale={locale} />
}
