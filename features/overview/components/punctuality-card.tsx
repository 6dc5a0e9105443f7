import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Overview } from '../queries/overview'
import { punctualityOf } from '../queries/punctuality'
import { Punctuality } from './punctuality'

type Props = { overview: Overview; today: PlainDate; locale: Locale }

/** All that the viewer sees together. */
export async function PunctualityCard({ overview, today, locale }: Props) {
  const t = await getTranslations('overview.punctuality')
  return (
    <Card title={t('title')}>
      <Punctuality quarters={punctualityOf(overview.closed, today)} locale={locale} />
    </Card>
  )
}
