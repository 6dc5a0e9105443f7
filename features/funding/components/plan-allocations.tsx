import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { formatAmount, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listAllocationsOfPlan } from '../queries/funding'

/** What the plan was given, for those who may read the funding; nothing where it was given nothing. */
export async function PlanAllocations({
  planId,
  viewer,
  locale,
}: {
  planId: string
  viewer: Viewer
  locale: Locale
}) {
  const given = listAllocationsOfPlan(viewer, planId)
  if (given.length === 0) return null
  const t = await getTranslations('funding.allocations')
  return (
    <Card title={t('ofPlan')}>
      <ul>
        {given.map(({ id, label, category, amountOre, period }) => (
          <li key={id} className="flex justify-between gap-4 border-b border-line py-2 last:border-b-0">
            <span>
              {label}
              <span className="block text-sm text-muted">
                <Link
                  href={`/funding?period=${period.id}#allocations`}
                  prefetch={false}
                  className="text-link underline"
                >
                  {period.name}
                </Link>{' '}
                · {t(`category.${category}`)}
              </span>
            </span>
            <span className="whitespace-nowrap">{formatAmount(amountOre, locale)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
