import { translator } from '@/i18n/translator'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Sheet } from '@/lib/xlsx'
import type { ListedActionItem } from '../queries/row'

type Cell = { text: string } | { date: PlainDate | null }
type List = Omit<Sheet, 'rows'> & { rows: Cell[][] }

/** A list of action items as rows and columns, in the order in which it is shown. */
export function listAsRows(items: ListedActionItem[], locale: Locale): List {
  const t = translator(locale, 'actionItems')
  return {
    name: t('many'),
    columns: [
      { heading: t('one'), width: 50 },
      { heading: t('filter.party'), width: 12 },
      { heading: t('fact.responsible'), width: 24 },
      { heading: t('fact.due'), width: 12 },
      { heading: t('fact.askedDue'), width: 12 },
      { heading: t('filter.state'), width: 16 },
      { heading: t('state.waiting'), width: 24 },
      { heading: t('filter.forum'), width: 34 },
      { heading: t('fact.source'), width: 12 },
      { heading: t('fact.issuer'), width: 20 },
    ],
    rows: items.map((item) => [
      { text: item.title },
      { text: item.party.name },
      { text: item.person },
      { date: item.dueOn },
      { date: item.askedDueOn },
      { text: t(`state.${item.state}`) },
      { text: item.waitingOn ?? '' },
      { text: item.forum.name },
      { date: item.agreedOn },
      { text: item.issuer },
    ]),
  }
}
