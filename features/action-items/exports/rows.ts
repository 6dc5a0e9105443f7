import { translator } from '@/i18n/translator'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { ListedActionItem } from '../queries/row'

type Cell = { text: string } | { date: PlainDate | null }
export type Sheet = { name: string; headings: string[]; rows: Cell[][] }

/** A list of action items as rows and columns, in the order in which it is shown. */
export function listAsRows(items: ListedActionItem[], locale: Locale): Sheet {
  const t = translator(locale, 'actionItems')
  return {
    name: t('many'),
    headings: [
      t('one'),
      t('filter.party'),
      t('fact.responsible'),
      t('fact.due'),
      t('fact.askedDue'),
      t('filter.state'),
      t('state.waiting'),
      t('filter.forum'),
      t('fact.source'),
      t('fact.issuer'),
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
