import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listPunctuality } from '../queries/punctuality'
import { Punctuality } from './punctuality'

type Props = { viewer: Viewer; today: PlainDate; locale: Locale }

/** All that the viewer sees together. */
export async function PunctualityCard({ viewer, today, locale }: Props) {
  const t = await getTranslations('overview.punctuality')
  return (
    <Card title={t('title')}>
      <Punctuality quarters={listPunctuality(viewer, today)} locale={locale} />
    </Card>
  )
}
