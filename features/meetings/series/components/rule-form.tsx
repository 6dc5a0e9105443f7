import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { type Choice, Choices, DayChoice } from '@/components/ui/choices'
import { POSITIONS, RHYTHMS, WEEKDAYS } from '../rules'

type Props = { forums: Choice[]; asked: Partial<Record<string, string>> }

const COUNTS = [2, 3, 4, 5, 6, 8, 10, 12]

/** What rule the meetings follow; asking shows its days and plans nothing. */
export async function RuleForm({ forums, asked }: Props) {
  const t = await getTranslations('series')
  const choose = (values: readonly (string | number)[], words: (value: string) => string): Choice[] =>
    values.map((value) => ({ value: String(value), label: words(String(value)) }))
  return (
    <form method="get" className="mb-8 flex flex-wrap items-end gap-x-4 gap-y-3">
      <Choices name="forumId" label={t('field.forum')} chosen={asked.forumId} choices={forums} />
      <Choices
        name="rhythm"
        label={t('field.rhythm')}
        chosen={asked.rhythm ?? 'month-2'}
        choices={choose(RHYTHMS, (value) => t(`rhythm.${value}` as 'rhythm.month-1'))}
      />
      <Choices
        name="position"
        label={t('field.position')}
        chosen={asked.position ?? '2'}
        choices={choose(POSITIONS, (value) =>
          t(`position.${value === '-1' ? 'last' : value}` as 'position.last'),
        )}
      />
      <Choices
        name="weekday"
        label={t('field.weekday')}
        chosen={asked.weekday ?? '4'}
        choices={choose(WEEKDAYS, (value) => t(`weekday.${value}` as 'weekday.1'))}
      />
      <DayChoice name="startsOn" label={t('field.startsOn')} chosen={asked.startsOn} />
      <Choices
        name="count"
        label={t('field.count')}
        chosen={asked.count ?? '6'}
        choices={[{ value: '', label: t('field.noCount') }, ...choose(COUNTS, (value) => value)]}
      />
      <DayChoice name="until" label={t('field.until')} chosen={asked.until} />
      <Button>{t('show')}</Button>
    </form>
  )
}
