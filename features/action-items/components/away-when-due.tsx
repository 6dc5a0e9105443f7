import { getTranslations } from 'next-intl/server'
import type { Absence } from '@/features/absences/queries'
import { formatDate, type Locale } from '@/lib/format'
import type { ListedActionItem } from '../queries/row'
import { isPressing } from '../rules'

type Props = {
  item: Pick<ListedActionItem, 'dueOn' | 'state' | 'responsiblePersonId' | 'person'>
  absences?: Absence[]
  locale: Locale
}

/** The one who has it is away on the due date: until when, and who stands in. */
export async function AwayWhenDue({ item, absences = [], locale }: Props) {
  const { dueOn, state, responsiblePersonId, person } = item
  const away = absences.find(
    ({ personId, fromDay, toDay }) => personId === responsiblePersonId && fromDay <= dueOn && dueOn <= toDay,
  )
  if (!away || !isPressing(state)) return null
  const t = await getTranslations('actionItems.row')
  const { fromDay, toDay, deputy } = away
  return (
    <span className="block text-warn">
      {t('awayWhenDue', {
        person,
        from: formatDate(fromDay, locale, 'dayMonth'),
        to: formatDate(toDay, locale, 'dayMonth'),
        deputy,
      })}
    </span>
  )
}
