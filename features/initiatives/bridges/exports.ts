import { stringify } from 'csv-stringify/sync'
import { createTranslator } from 'next-intl'
import { da } from '@/i18n/da'
import { en } from '@/i18n/en'
import { TIME_ZONE } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { BridgeRow } from './queries'
import type { Shown } from './rules'

type Counted = { rows: BridgeRow[]; contacts: Shown; ledOn: Shown }

/** The counts as they stand on the page, small numbers hidden the same way. */
export function bridgesAsCsv({ rows, contacts, ledOn }: Counted, locale: Locale): string {
  const t = createTranslator({
    locale,
    messages: locale === 'en' ? (en as unknown as typeof da) : da,
    namespace: 'initiatives.bridges',
    timeZone: TIME_ZONE,
  })
  const said = (count: Shown) => {
    if (typeof count === 'number') return String(count)
    return typeof count === 'string' ? t(count) : t('atLeast', { count: String(count.atLeast) })
  }
  const lines = rows.map((row) => [
    t('quarter', { quarter: String(row.quarter), year: String(row.year) }),
    row.offer,
    said(row.contacts),
    said(row.ledOn),
  ])
  return stringify(
    [
      [t('period'), t('offer'), t('contacts'), t('ledOn')],
      ...lines,
      [t('sum'), '', said(contacts), said(ledOn)],
    ],
    { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' },
  )
}
