import { getTranslations } from 'next-intl/server'
import { ButtonLink, type ButtonVariant } from '@/components/ui/button'
import { PressForm } from '@/components/ui/press-form'
import type { Absence } from '@/features/absences/queries'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { LastWords } from '../queries/last-words'
import type { ListedActionItem } from '../queries/row'
import { awaits } from '../rules'
import { answerDueDateAction, confirmAction } from '../server-actions'
import { stepHref } from './addresses'
import { AwayWhenDue } from './away-when-due'
import { CardFrame, CardWays } from './card-frame'
import type { FormName } from './step-form'

type Props = {
  item: ListedActionItem
  words?: LastWords
  today: PlainDate
  locale: Locale
  list?: string
  absences?: Absence[]
}

/** What waits for the coordinator: the words it came with, and a yes in one press. */
export async function WaitingCard({ item, words, today, locale, list, absences }: Props) {
  const t = await getTranslations('actionItems')
  const stamp = { id: item.id, version: String(item.version) }
  const kind = awaits(item)
  return (
    <CardFrame
      {...{ item, today, locale, list }}
      about={
        <>
          {` · ${item.person}, ${item.party.name}`}
          <AwayWhenDue item={item} absences={absences} locale={locale} />
        </>
      }
    >
      {words && (
        <p className="mt-1 max-w-[70ch] whitespace-pre-line">
          {t('row.said', { person: words.person, text: words.text })}
        </p>
      )}
      <CardWays>
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
        {kind === null && (
          <>
            {way('date_moved')}
            {way('reassigned')}
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
      </CardWays>
    </CardFrame>
  )

  function way(step: FormName, variant: ButtonVariant = 'quiet') {
    return (
      <ButtonLink href={stepHref(item.id, step, list)} variant={variant} size="small">
        {t(`action.${step}`)}
      </ButtonLink>
    )
  }
}
