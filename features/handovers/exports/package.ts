import { strToU8, zipSync } from 'fflate'
import { translator } from '@/i18n/translator'
import { today } from '@/lib/dates'
import { formatInstant, type Locale } from '@/lib/format'
import { paperAsPdf } from '@/lib/pdf'
import { sheetsAsXlsx } from '@/lib/xlsx'
import type { Viewer } from '@/policy'
import type { Handover } from '../queries/handover'
import { handoverDocument } from './document'
import { type HandoverTable, handoverTables } from './tables'

const COLUMN_WIDTH = 28

type Made = { viewer: Viewer; locale: Locale; now: Date }

/** One paper to read, a workbook of each list that has rows, and what they are: packed, and called by whose it is and the day. */
export async function handoverPackage(
  handover: Handover,
  made: Made,
): Promise<{ name: string; body: Uint8Array }> {
  const { locale, now } = made
  const t = translator(locale, 'handovers')
  const tables = handoverTables(handover, locale)
  const files: Record<string, Uint8Array> = {
    [t('files.readMe')]: strToU8(readMe(handover, tables, made)),
    [t('files.document')]: await paperAsPdf(handoverDocument(handover, tables, made)),
  }
  for (const table of tables.filter(({ rows }) => rows.length > 0)) {
    const columns = table.headings.map((heading) => ({ heading, width: COLUMN_WIDTH }))
    files[`${fileName(table.name)}.xlsx`] = await sheetsAsXlsx([{ ...table, columns }])
  }
  const name = fileName(t('documentTitle', { name: handover.shortName, date: today(now) }))
  return { name: `${name}.zip`, body: zipSync(files, { mtime: now }) }
}

/** Letters, digits and a few signs: no path, no hidden file, nothing a shell or a sheet's tab would mind. */
const fileName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ,–-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 120)

/** What is in it, for whom and of when; as old readers of plain text want it. */
function readMe(handover: Handover, tables: HandoverTable[], { viewer, locale, now }: Made): string {
  const t = translator(locale, 'handovers')
  const listed = tables.map(({ name, rows }) =>
    rows.length === 0
      ? `- ${t('readMe.empty', { name })}`
      : `- ${t('readMe.list', { file: `${fileName(name)}.xlsx`, count: rows.length })}`,
  )
  const lines = [
    t('heading', { name: handover.name }),
    t('made', { when: formatInstant(now, locale), by: viewer.name }),
    '',
    t('readMe.for', { name: handover.name }),
    t('readMe.snapshot'),
    '',
    `- ${t('readMe.document', { file: t('files.document') })}`,
    ...listed,
    '',
    t('readMe.care'),
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
