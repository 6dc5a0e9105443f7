import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { LedgerGroup } from '../queries/ledger'

/** How far the group's matters have come: nothing written down, so many placed, closed. */
export async function GroupState({ group: { left, placed, closedAt } }: { group: LedgerGroup }) {
  const t = await getTranslations('succession.ledger')
  if (left === 0 && !closedAt) return <span className="text-sm text-muted">{t('nothing')}</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {closedAt && <Tag tone="ok">{t('closed')}</Tag>}
      {left > 0 &&
        (placed < left ? (
          <Tag tone="warn">{t('placed', { placed: String(placed), left: String(left) })}</Tag>
        ) : (
          <span className="text-sm whitespace-nowrap">
            {t('placed', { placed: String(placed), left: String(left) })}
          </span>
        ))}
    </span>
  )
}
