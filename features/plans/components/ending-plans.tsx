import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listEndingPlans } from '../queries'

type Props = { viewer: Viewer; today: PlainDate; areaId?: string; locale: Locale }

/** The plans of an area, or of all, that end within a year. */
export async function EndingPlans({ viewer, today, areaId, locale }: Props) {
  const plans = listEndingPlans(viewer, today, areaId)
  if (plans.length === 0) return null
  const t = await getTranslations('plans')
  return (
    <Card title={t('ending')}>
      <ul>
        {plans.map(({ id, name, endsOn }) => (
          <li key={id} className="flex justify-between gap-4 border-b border-line py-2 last:border-b-0">
            <Link href={`/plans/${id}`} prefetch={false} className="text-link hover:underline">
              {name}
            </Link>
            <span className="text-muted">{endsOn && formatDate(endsOn, locale, 'long')}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
