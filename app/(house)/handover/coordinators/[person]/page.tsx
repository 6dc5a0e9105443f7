import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { HandoverReading } from '@/features/handovers/components/handover-reading'
import { findWhose, getHandover } from '@/features/handovers/queries/handover'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { params: Promise<{ person: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { person }, t] = await Promise.all([requireViewer(), params, getTranslations('handovers')])
  const { shortName } = orNotFound(() => findWhose(viewer, { personId: person }))
  return { title: t('heading', { name: shortName }) }
}

export default async function CoordinatorHandoverPage({ params }: Props) {
  const [viewer, { person }] = await Promise.all([requireViewer(), params])
  const handover = orNotFound(() => getHandover(viewer, { personId: person }, today(new Date())))
  const locale = localeFrom(await getLocale())
  return <HandoverReading handover={handover} path={`/handover/coordinators/${person}`} locale={locale} />
}
