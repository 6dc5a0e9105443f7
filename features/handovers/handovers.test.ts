import { eq } from 'drizzle-orm'
import JSZip from 'jszip'
import readExcelFile from 'read-excel-file/node'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, decisions, enquiries, parties, people } from '@/db/schema'
import { today } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, partyId, personId, viewerOf } from '@/test/demo'
import { countStatements } from '@/test/statements'
import { handoverPackage } from './exports/package'
import { handoverTables } from './exports/tables'
import { listHandovers } from './queries/choices'
import { getHandover } from './queries/handover'

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const DAY = today(DEMO_NOW)
const department = (viewer: string, party = 'BIF') =>
  getHandover(viewerOf(viewer), { partyId: partyId(party) }, DAY)
const coordinator = (viewer: string, person = 'Mette Holm') =>
  getHandover(viewerOf(viewer), { personId: personId(person) }, DAY)

describe('who hands over what', () => {
  test('Mette Holm all of it, Karen Lund her own department, and nobody else anything', () => {
    expect(listHandovers(viewerOf('Mette Holm'), DAY)).toMatchObject({
      departments: { length: 7 },
      coordinators: { length: 3 },
    })
    const { departments, coordinators } = listHandovers(viewerOf('Karen Lund'), DAY)
    expect(departments.map(({ shortName }) => shortName)).toEqual(['BIF'])
    expect(coordinators).toEqual([])
    expect(() => department('Karen Lund', 'BUF')).toThrow(NotFound)
    expect(() => coordinator('Karen Lund')).toThrow(NotFound)
    for (const name of ['Søren Bak', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind']) {
      expect(() => listHandovers(viewerOf(name), DAY)).toThrow(NotFound)
      expect(() => department(name)).toThrow(NotFound)
      expect(() => coordinator(name)).toThrow(NotFound)
    }
  })

  test('an organisation, somebody who coordinates nothing and what is not there are not handed over', () => {
    expect(() => department('Mette Holm', 'fsb')).toThrow(NotFound)
    expect(() => coordinator('Mette Holm', 'Søren Bak')).toThrow(NotFound)
    expect(() => getHandover(viewerOf('Mette Holm'), { partyId: 'unknown' }, DAY)).toThrow(NotFound)
  })

  test('a coordinator who has left is still handed over', () => {
    database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, 'Jonas Friis')).run()
    expect(coordinator('Mette Holm', 'Jonas Friis').forums.length).toBeGreaterThan(0)
  })
})

describe('what is handed over', () => {
  test('of a department: every open action item of its own, and the same to Karen Lund and Mette Holm', () => {
    const open = database
      .select()
      .from(actionItems)
      .where(eq(actionItems.responsiblePartyId, partyId('BIF')))
      .all()
      .filter(({ state, removedAt }) => !['closed', 'cancelled'].includes(state) && removedAt === null)
    const { items, seats, contacts, forums, offers, initiatives } = department('Karen Lund')
    expect(open.length).toBeGreaterThan(0)
    expect(items.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort())
    expect(items.map(({ id }) => id)).toEqual(department('Mette Holm').items.map(({ id }) => id))
    expect(new Set(seats.map(({ party }) => party))).toEqual(new Set(['BIF']))
    expect(contacts.some(({ party }) => party === 'BIF')).toBe(false)
    expect(contacts.some(({ mail }) => mail === 'pia.storm@demo.invalid')).toBe(true)
    expect(forums.length).toBeGreaterThan(0)
    expect(offers.length).toBeGreaterThan(0)
    expect(initiatives.every(({ coreService }) => coreService !== '')).toBe(true)
  })

  test('of a coordinator: the enquiries they own that are open, and no settled one', () => {
    const open = database
      .select()
      .from(enquiries)
      .where(eq(enquiries.ownerId, personId('Mette Holm')))
      .all()
      .filter(({ state }) => state !== 'answered' && state !== 'closed')
    expect(open.length).toBeGreaterThan(0)
    expect(
      coordinator('Jonas Friis')
        .enquiries.map(({ id }) => id)
        .sort(),
    ).toEqual(open.map(({ id }) => id).sort())
  })

  test('a decision that lapsed, and an action item that was closed, are no longer in it', () => {
    const before = coordinator('Mette Holm')
    const [decision] = before.decisions
    const [item] = before.items
    database.update(decisions).set({ state: 'lapsed' }).where(eq(decisions.id, decision!.id)).run()
    database
      .update(actionItems)
      .set({ state: 'closed', closedAt: DEMO_NOW })
      .where(eq(actionItems.id, item!.id))
      .run()
    const after = coordinator('Mette Holm')
    expect(after.decisions).toHaveLength(before.decisions.length - 1)
    expect(after.items).toHaveLength(before.items.length - 1)
  })

  test('takes the same number of statements for one forum as for all, and few', () => {
    const asked = (run: () => unknown) => countStatements(database, run)
    const [mette, karen] = [viewerOf('Mette Holm'), viewerOf('Karen Lund')]
    const bif = { partyId: partyId('BIF') }
    const own = { personId: personId('Amina Yusuf') }
    expect(asked(() => getHandover(karen, bif, DAY))).toBeLessThanOrEqual(13)
    expect(asked(() => getHandover(mette, own, DAY))).toBeLessThanOrEqual(12)
  })
})

describe('the package', () => {
  const pack = (handover = department('Karen Lund')) =>
    handoverPackage(handover, { viewer: viewerOf('Karen Lund'), locale: 'da', now: DEMO_NOW })

  test('holds a text, a paper and each list, with the rows the page shows', async () => {
    const handover = department('Karen Lund')
    const { name, body } = await pack(handover)
    expect(name).toBe('Overdragelse – BIF – 2026-11-23.zip')
    const zip = await JSZip.loadAsync(body)
    expect(Object.keys(zip.files)).toEqual(
      expect.arrayContaining(['LÆSMIG.txt', 'overdragelse.pdf', 'Åbne opgaver.xlsx', 'Kontakter.xlsx']),
    )
    for (const table of handoverTables(handover, 'da').filter(({ rows }) => rows.length > 0)) {
      const sheets = await readExcelFile(await zip.file(`${table.name}.xlsx`)!.async('nodebuffer'))
      const data = (sheets[0] as { data: unknown[][] }).data
      expect(data).toHaveLength(table.rows.length + 1)
      expect(data[0]).toEqual(table.headings)
      expect(data.slice(1).map((row) => (row[0] instanceof Date ? '' : row[0]))).toEqual(
        table.rows.map(([cell]) => (cell && 'text' in cell ? cell.text : '')),
      )
    }
    const text = await zip.file('LÆSMIG.txt')!.async('string')
    expect(text).toContain('Lavet 23. november 2026')
    expect(text).toContain(`Åbne opgaver.xlsx: ${handover.items.length}`)
  })

  test('is called the same each time, and never by a path, whatever the department is called', async () => {
    database.update(parties).set({ shortName: '../../B:I\\F*' }).where(eq(parties.shortName, 'BIF')).run()
    const handover = getHandover(viewerOf('Mette Holm'), { partyId: viewerOf('Karen Lund').partyId }, DAY)
    const { name } = await pack(handover)
    expect(name).toBe('Overdragelse – B I F – 2026-11-23.zip')
  })

  test('a title that looks like a formula is words in it', async () => {
    const title = '=HYPERLINK("http://evil.example")'
    const [item] = department('Karen Lund').items
    database.update(actionItems).set({ title }).where(eq(actionItems.id, item!.id)).run()
    const zip = await JSZip.loadAsync((await pack()).body)
    const sheets = await readExcelFile(await zip.file('Åbne opgaver.xlsx')!.async('nodebuffer'))
    expect(JSON.stringify(sheets)).toContain('=HYPERLINK')
  })
})
