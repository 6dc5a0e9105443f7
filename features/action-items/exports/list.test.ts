import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import readExcelFile from 'read-excel-file/node'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems } from '@/db/schema'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { sheetsAsXlsx } from '@/lib/xlsx'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { countStatements } from '@/test/statements'
import { listAsked, listWhole } from '../queries/list'
import { sheetAsCsv } from './csv'
import { listAsRows } from './rows'

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const asked = (name: string, address = {}) => listWhole(viewerOf(name), address, today(DEMO_NOW))
const csvOf = (name: string, address = {}) =>
  parse(sheetAsCsv(listAsRows(asked(name, address), 'da'), 'da'), { delimiter: ';', bom: true }) as string[][]

test('the file holds the list as it is shown: the same rows in the same order', async () => {
  for (const [name, address] of [
    ['Søren Bak', {}],
    ['Mette Holm', { scope: 'all', sort: 'party' }],
    ['Pia Storm', { scope: 'forum', forum: 'noerrebro', late: '1' }],
  ] as const) {
    const items = asked(name, address)
    const [headings, ...rows] = csvOf(name, address)
    expect(headings?.slice(0, 4)).toEqual(['Opgave', 'Ansvarlig part', 'Ansvarlig', 'Frist'])
    expect(rows.map(([title, party, , due]) => [title, party, due])).toEqual(
      items.map(({ title, party, dueOn }) => [title, party.name, formatDate(dueOn, 'da', 'numeric')]),
    )
    const sheet = await readExcelFile(await sheetsAsXlsx([listAsRows(items, 'da')]))
    const cells = (Array.isArray(sheet[0]) ? sheet : (sheet[0] as { data: unknown[][] }).data) as unknown[][]
    expect(
      cells.slice(1).map(([title, party, , due]) => [title, party, (due as Date).toISOString().slice(0, 10)]),
    ).toEqual(items.map(({ title, party, dueOn }) => [title, party.name, dueOn]))
  }
})

test('a title that looks like a formula is words', async () => {
  const title = '=HYPERLINK("http://evil.example";"Tryk her")'
  const [item] = asked('Søren Bak')
  database.update(actionItems).set({ title }).where(eq(actionItems.id, item!.id)).run()
  const cell = csvOf('Søren Bak')
    .flat()
    .find((text) => text.includes('HYPERLINK'))
  expect(cell).toBe(`'${title}`)
  const file = await sheetsAsXlsx([listAsRows(asked('Søren Bak'), 'da')])
  expect(JSON.stringify(await readExcelFile(file))).toContain('=HYPERLINK')
})

test('nobody gets more by asking for a file: a forum one does not look into is one’s own list', () => {
  const titles = asked('Pia Storm', { scope: 'forum', forum: 'amager-sundby' }).map(({ forum }) => forum.slug)
  expect(titles).not.toContain('amager-sundby')
  expect(
    asked('Pia Storm', { scope: 'all' }).every((item) =>
      viewerOf('Pia Storm').ownParties.includes(item.responsiblePartyId),
    ),
  ).toBe(true)
})

test('two thousand open items of one person are leafed through, each once, and the file holds all of them', () => {
  const [one] = asked('Søren Bak')
  const item = database.select().from(actionItems).where(eq(actionItems.id, one!.id)).get()!
  database.transaction((tx) => {
    for (let number = 0; number < 2000; number++) {
      tx.insert(actionItems)
        .values({ ...item, id: `${item.id.slice(0, 30)}${number}`, title: `Nr. ${number}` })
        .run()
    }
  })
  const soeren = viewerOf('Søren Bak')
  const page = (number: number) => listAsked(soeren, { sort: 'title', page: number }, today(DEMO_NOW))
  const { pages, count } = page(1)
  const all = listWhole(soeren, { sort: 'title' }, today(DEMO_NOW))
  const leafed = Array.from({ length: pages }, (_, index) => page(index + 1).items).flat()
  expect(count).toBe(all.length)
  expect(count).toBeGreaterThan(2000)
  expect(leafed.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  expect(page(1).items).toHaveLength(50)
  expect(page(999).page).toBe(pages)
  const statements = (name: string) =>
    countStatements(database, () => listAsked(viewerOf(name), {}, today(DEMO_NOW)))
  statements('Søren Bak')
  expect(statements('Søren Bak')).toBe(statements('Line Krogh'))
})
