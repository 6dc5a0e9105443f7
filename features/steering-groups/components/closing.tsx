import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { LedgerGroup } from '../queries/ledger'
import { closeGroupAction, reopenGroupAction } from '../server-actions'

type Props = { group: LedgerGroup; keeps: boolean; locale: Locale }

/** Whether the group is closed, what is missing, and the press for it. */
export async function Closing({ group, keeps, locale }: Props) {
  const t = await getTranslations('succession.group')
  const { id, version, left, placed, closedAt } = group
  const state = closedAt
    ? t('isClosed', { date: formatDate(plainDateOf(closedAt), locale, 'numeric') })
    : left === 0
      ? t('isSilent')
      : t('isOpen', { missing: left - placed })
  return (
    <>
      <p className="mb-3">{state}</p>
      {keeps && (
        <ActionForm
          id="closing"
          key={String(closedAt === null)}
          action={closedAt ? reopenGroupAction : closeGroupAction}
          hidden={{ id, version }}
          submit={t(closedAt ? 'reopen' : 'close')}
          submitVariant="secondary"
          size="small"
          className="no-print"
        />
      )}
    </>
  )
}
