import { translator } from '@/i18n/translator'
import { csv } from '@/lib/csv'
import type { Locale } from '@/lib/format'
import type { BridgeRow } from './queries'
import type { Shown } from './rules'

type Counted = { rows: BridgeRow[]; contacts: Shown; ledOn: Shown }

/** The counts as they stand on the page, small numbers hidden the same way. */
export function bridgesAsCsv({ rows, contacts, ledOn }: Counted, locale: Locale): string {
  const t = translator(locale, 'initiatives.bridges')
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
  return csv([
    [t('period'), t('offer'), t('contacts'), t('ledOn')],
    ...lines,
    [t('sum'), '', said(contacts), said(ledOn)],
  ])
}
