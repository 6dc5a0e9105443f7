import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ButtonLink, type ButtonVariant } from '@/components/ui/button'
import { PressForm } from '@/components/ui/press-form'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { LastWords } from '../queries/last-words'
import type { ListedActionItem } from '../queries/row'
import { awaits } from '../rules'
import { answerDueDateAction, confirmAction } from '../server-actions'
import { stepHref } from './addresses'
import { DueDate } from './due-date'
import { Source } from './source'
import type { FormName } from './step-form'

type Props = { item: ListedActionItem; words?: LastWords; today: PlainDate; locale: Locale }

/** What waits for the coordinator: the words it came with, and a yes in one press. */
export async function WaitingCard({ item, words, today, locale }: Props) {
  const t = await getTranslations('actionItems')
  const stamp = { id: item.id, version: String(item.version) }
  const kind = awaits(item)
  return (
    <li className="flex items-start justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-4 last:border-b-0 sm:px-6">
      <div className="min-w-0">
        <Link
          href={`/action-items/${item.id}`}
          prefetch={false}
          className="text-[17px] leading-6 font-semibold hover:underline"
        >
          {item.title}
        </Link>
        <p className="text-sm text-muted">
          <Source item={item} locale={locale} /> · {item.person}, {item.party.name}
        </p>
        {words && (
          <p className="mt-1 max-w-[70ch] whitespace-pre-line">
            {t('row.said', { person: words.person, text: words.text })}
          </p>
        )}
        <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1">
          {kind === 'reported_done' && (
            <>
              <PressForm action={confirmAction} hidden={stamp} size="small">
                {t('action.closed')}
              </PressForm>
              {way('sent_back')}
            </>
          )}
          {kind === 'refused' && (
            <>
              {way('reassigned', 'secondary')}
              {way('cancelled')}
            </>
          )}
          {kind === 'date_asked' && item.askedDueOn && (
            <>
              <PressForm action={answerDueDateAction} hidden={{ ...stamp, answer: 'grant' }} size="small">
                {t('row.grant', { date: formatDate(item.askedDueOn, locale, 'short') })}
              </PressForm>
              {way('date_kept')}
            </>
          )}
        </div>
      </div>
      <DueDate item={item} today={today} locale={locale} className="flex-none text-right" />
    </li>
  )

  function way(step: FormName, variant: ButtonVariant = 'quiet') {
    return (
      <ButtonLink href={stepHref(item.id, step)} variant={variant} size="small">
        {t(`action.${step}`)}
      </ButtonLink>
    )
  }
}
