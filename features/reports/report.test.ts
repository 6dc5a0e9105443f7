import { beforeAll, describe, expect, test } from 'vitest'
import type { ReportReader } from '@/db/schema'
import { percentile } from '@/features/enquiries/rules'
import { NotFound } from '@/lib/errors'
import type { Locale } from '@/lib/format'
import { DEMO_NOW, demoDatabase, partyId, viewerOf } from '@/test/demo'
import { figuresOf } from '@/test/report-figures'
import { reportInput, rowsInput } from './input'
import { report as shapeOfReport, type Unit } from './model'
import { countParts, listRowsBehind, makeReport } from './queries/report'
import { type How, printed, shareOf } from './rules'

beforeAll(() => {
  demoDatabase()
}, 60_000)

type Asked = { reader: ReportReader; party?: string; forum?: string; period?: string }

const YEAR = '2026'
const addressOf = ({ party, period = YEAR, ...asked }: Asked) =>
  reportInput.parse({ ...asked, period, ...(party && { party: partyId(party) }) })

const reportOf = (name: string, asked: Asked, locale: Locale = 'da') =>
  makeReport(viewerOf(name), addressOf(asked), locale, DEMO_NOW)

const behind = (name: string, href: string, locale: Locale = 'da') =>
  listRowsBehind(
    viewerOf(name),
    rowsInput.parse(Object.fromEntries(new URL(href, 'http://x').searchParams)),
    locale,
    DEMO_NOW,
  )

/** Counted again from the rows alone. */
function countAgain(how: How, rows: { amount?: number; told?: string }[]): number | null {
  const amounts = rows.flatMap(({ amount }) => amount ?? [])
  const sum = amounts.reduce((all, one) => all + one, 0)
  if (rows.some(({ told }) => told !== undefined)) return null
  switch (how) {
    case 'count':
      return rows.length
    case 'sum':
      return sum
    case 'share':
      return shareOf(sum, rows.length)
    case 'ratio':
      return Math.round((10_000 * amounts[0]!) / amounts[1]!)
    case 'median':
      return percentile(amounts, 0.5)
    case 'ninetieth':
      return percentile(amounts, 0.9)
  }
}

const MADE: [string, Asked][] = [
  ['Mette Holm', { reader: 'committee' }],
  ['Mette Holm', { reader: 'committee', forum: 'noerrebro', period: '2026-3' }],
  ['Karen Lund', { reader: 'committee' }],
  ['Ruth Vind', { reader: 'committee' }],
  ['Karen Lund', { reader: 'department' }],
  ['Søren Bak', { reader: 'department' }],
  ['Mette Holm', { reader: 'department', party: 'BIF' }],
  ['Mette Holm', { reader: 'organisation', party: 'fsb' }],
  ['Pia Storm', { reader: 'organisation' }],
]

describe('every figure', () => {
  test.each(MADE)(
    'that %s reads in %j opens the rows it was counted from',
    (name, asked) => {
      const { parts } = countParts(viewerOf(name), addressOf(asked), 'da', DEMO_NOW)
      const figures = figuresOf(reportOf(name, asked))
      const linked = figures.filter(({ href }) => href !== undefined)
      expect(linked.length).toBeGreaterThan(5)
      const nameOf = (href: string) => new URL(href, 'http://x').searchParams.get('figure') ?? ''
      for (const { value, of, href } of linked) {
        const { how, rows } = parts.flatMap(({ entries }) => entries.get(nameOf(href!)) ?? [])[0]!
        expect(countAgain(how, rows), href).toBe(value)
        if (of !== undefined) expect(rows, href).toHaveLength(of)
      }
      // The page of the rows asks one part again: the same for each of its figures.
      const onePerPart = Map.groupBy(linked, ({ href }) => nameOf(href!).split('.')[0])
      expect(onePerPart.size).toBeGreaterThan(2)
      for (const [{ value, href } = { value: null, href: undefined }] of onePerPart.values()) {
        const { how, rows } = behind(name, href!)
        expect(countAgain(how, rows), href).toBe(value)
      }
      // What leads nowhere is nothing.
      for (const { value, href } of figures)
        if (href === undefined) expect(value === 0 || value === null).toBe(true)
    },
    60_000,
  )

  test('is printed as it is', () => {
    for (const locale of ['da', 'en'] as const)
      for (const figure of figuresOf(reportOf('Mette Holm', { reader: 'committee' }, locale)))
        if (typeof figure.value === 'number' && figure.value > 0)
          expect(figure.text).toContain(printed(figure.value, figure.unit as Unit, locale))
  }, 60_000)

  test('leads nowhere when somebody makes up its address', () => {
    expect(() => behind('Mette Holm', '/reports/rows?reader=committee&figure=meetings.nowhere')).toThrow(
      NotFound,
    )
    expect(() => behind('Pia Storm', '/reports/rows?reader=committee&figure=meetings.held')).toThrow(NotFound)
  })
})

test('the model reads itself back as it was', () => {
  for (const [name, asked] of MADE) {
    const made = reportOf(name, asked)
    expect(shapeOfReport.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
  }
})
