import { parse } from 'csv-parse/sync'
import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { events, initiatives, municipalOffers } from '@/db/schema'
import { NotFound, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { countBridge } from './commands'
import { bridgesAsCsv } from './exports'
import { countInput } from './input'
import { listBridgeCounts } from './queries'
import { shown, shownOf, shownSum } from './rules'

let database: Database
let initiativeId: string
let offerId: string
beforeEach(() => {
  database = demoDatabase()
  const title = 'Fritidsjob med mentor'
  initiativeId = database.select().from(initiatives).where(eq(initiatives.title, title)).get()!.id
  const offer = 'Jobcenterets fritidsjobkoordinator'
  offerId = database.select().from(municipalOffers).where(eq(municipalOffers.title, offer)).get()!.id
})

const count = (name: string, contacts: number, ledOn: number, quarter = 3) =>
  countBridge(
    viewerOf(name),
    { initiativeId, offerId, period: { year: 2026, quarter }, contacts, ledOn },
    DEMO_NOW,
  )
const seenBy = (name: string) => listBridgeCounts(viewerOf(name), initiativeId)

test('who does the work counts, also after the approval, and corrects; 3 that become 7 are first "under 5"', () => {
  count('Pia Storm', 3, 0)
  expect(seenBy('Pia Storm').rows).toMatchObject([{ contacts: 'underFive', ledOn: 0 }])
  expect(seenBy('Mette Holm')).toMatchObject({ contacts: { atLeast: 1 }, ledOn: 0 })
  count('Pia Storm', 7, 0)
  expect(seenBy('Pia Storm').rows).toMatchObject([{ contacts: 7, ledOn: 0 }])
  const told = database
    .select()
    .from(events)
    .where(and(eq(events.kind, 'initiative.counted'), eq(events.subjectId, initiativeId)))
    .all()
  expect(told).toHaveLength(2)
  expect(JSON.stringify(told.map(({ data }) => data))).not.toMatch(/"contacts"|"ledOn"/)
})

test('nobody else counts, and who may not read the plan reads no count', () => {
  for (const name of ['Søren Bak', 'Lars Nygaard', 'Ruth Vind'])
    expect(() => count(name, 9, 9)).toThrow('notAllowed')
  expect(() => count('Erik Dam', 9, 9)).toThrow()
  count('Pia Storm', 30, 12)
  expect(seenBy('Lars Nygaard').rows).toEqual([])
  expect(seenBy('Søren Bak').contacts).toBe(30)
  expect(() => listBridgeCounts(viewerOf('Pia Storm'), 'nowhere')).toThrow(NotFound)
})

test('a quarter to come, and an offer it does not lead to, are refused', () => {
  expect(() => count('Pia Storm', 9, 9, 4)).not.toThrow()
  const next = { initiativeId, offerId, period: { year: 2027, quarter: 1 }, contacts: 1, ledOn: 1 }
  expect(() => countBridge(viewerOf('Pia Storm'), next, DEMO_NOW)).toThrow(
    new Refused('quarterToCome', undefined, 'period'),
  )
  const elsewhere = { ...next, offerId: 'nowhere', period: { year: 2026, quarter: 1 } }
  expect(() => countBridge(viewerOf('Pia Storm'), elsewhere, DEMO_NOW)).toThrow(
    new Refused('unknown', undefined, 'offerId'),
  )
})

test.each([
  [{ contacts: '-1' }, 'contacts', 'badCount'],
  [{ contacts: '3,5' }, 'contacts', 'badCount'],
  [{ contacts: 'mange' }, 'contacts', 'badCount'],
  [{ contacts: '' }, 'contacts', 'required'],
  [{ contacts: '3', ledOn: '4' }, 'ledOn', 'ledOnBeyondContacts'],
  [{ period: '2026-5' }, 'period', 'unknown'],
])('typed as %o it is refused at %s', (typed, field, key) => {
  const whole = { initiativeId: 'a', offerId: 'b', period: '2026-1', contacts: '9', ledOn: '5', ...typed }
  expect(countInput.safeParse(whole).error?.issues[0]).toMatchObject({ path: [field], params: { key } })
})

describe('what is shown', () => {
  test('the file says the same as the page', () => {
    count('Pia Storm', 3, 1, 1)
    count('Pia Storm', 40, 38, 2)
    const rows = parse(bridgesAsCsv(seenBy('Pia Storm'), 'da'), { delimiter: ';', bom: true }) as string[][]
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['Mødt', 'Ledt videre'],
      ['40', 'næsten alle'],
      ['under 5', 'under 5'],
      ['mindst 41', 'mindst 2'],
    ])
  })

  test('no small number, nor a small rest, can be found from what is shown', () => {
    const counts = fc.array(
      fc.nat(60).chain((contacts) => fc.nat(contacts).map((ledOn) => ({ contacts, ledOn }))),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(counts, (cells) => {
        const parts = cells.map(({ contacts }) => shown(contacts))
        const sum = shownSum(parts)
        const hidden = parts.filter((part) => typeof part !== 'number')
        for (const part of parts) expect(part === 0 || typeof part !== 'number' || part >= 5).toBe(true)
        if (hidden.length > 0) {
          const known = parts.reduce<number>(
            (total, part) => total + (typeof part === 'number' ? part : 0),
            0,
          )
          expect(sum).toEqual({ atLeast: known + hidden.length })
        }
        for (const { contacts, ledOn } of cells) {
          const [all, some] = [shown(contacts), shownOf(ledOn, contacts)]
          if (typeof all === 'number' && typeof some === 'number')
            expect([1, 2, 3, 4]).not.toContain(all - some)
        }
      }),
    )
  })
})
