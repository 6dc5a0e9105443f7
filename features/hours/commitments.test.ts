import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import type { Database } from '@/db/open'
import { commitments, events, masterPlans } from '@/db/schema'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, partyId, viewerOf } from '@/test/demo'
import { changeCommitment, keepCommitment, promiseHours } from './commands/commitments'
import { commitmentInput } from './input'

let database: Database
let planId: string
beforeEach(() => {
  database = demoDatabase()
  planId = database.select().from(masterPlans).where(eq(masterPlans.name, 'Husumgård')).get()!.id
})

const BIF = () => partyId('BIF')
const typed = (hours: string, more = {}) =>
  commitmentInput.safeParse({ planId, partyId: BIF(), period: '2027-1', hours, source: 'Bilag 2', ...more })
const promise = (hours: string, name = 'Mette Holm', more = {}) =>
  promiseHours(viewerOf(name), { ...typed(hours).data!, ...more }, DEMO_NOW)
const stored = (partyName = 'BIF') =>
  database
    .select()
    .from(commitments)
    .where(and(eq(commitments.planId, planId), eq(commitments.partyId, partyId(partyName))))
    .all()
    .filter(({ year }) => year === 2027)

describe('hours promised', () => {
  test('are written by the team, from the contract', () => {
    promise('12,5')
    expect(stored()).toMatchObject([{ year: 2027, quarter: 1, minutes: 750, source: 'Bilag 2', version: 1 }])
    for (const name of ['Karen Lund', 'Søren Bak', 'Pia Storm', 'Ruth Vind'])
      expect(() => promise('1', name, { period: { year: 2027, quarter: 2 } })).toThrow('notAllowed')
  })

  test.each([
    ['12.5', 750],
    ['12,5', 750],
    ['7 t. 30 min', 450],
    ['0', 0],
  ])('typed as "%s" are %s minutes', (hours, minutes) => {
    expect(typed(hours).data?.hours).toBe(minutes)
  })

  test.each(['abc', '-4', '12.345.6', '99999', '1,234.50', ''])(
    'typed as "%s" are refused with a sentence',
    (hours) => {
      const [issue] = typed(hours).error!.issues
      expect(issue).toMatchObject({ path: ['hours'], params: { key: hours ? 'badHours' : 'required' } })
    },
  )

  test('in their thousands are asked about: a point may have been meant otherwise', () => {
    expect(typed('1.000').data?.hours).toBe(60_000)
    expect(() => promise('1.000')).toThrow(new Question('hours', 'manyHours', { hours: '1000 t.' }))
    promise('1.000', 'Mette Holm', { confirm: ['manyHours'] })
    expect(stored()).toMatchObject([{ minutes: 60_000 }])
  })

  test('are refused for a quarter that lies wholly outside the plan, and kept for the one in which it ends', () => {
    const period = (startsOn: string | null, endsOn: string | null) =>
      database.update(masterPlans).set({ startsOn, endsOn }).where(eq(masterPlans.id, planId)).run()
    const outside = new Refused('quarterOutsidePlan', undefined, 'period')
    period(null, '2026-12-31')
    expect(() => promise('4')).toThrow(outside)
    period('2027-04-01', null)
    expect(() => promise('4')).toThrow(outside)
    period(null, '2027-01-01')
    promise('4')
    expect(stored()).toHaveLength(1)
  })

  test('are one to a plan, a department and a quarter; who changes them says so, and nobody overwrites another', () => {
    promise('4')
    expect(() => promise('5')).toThrow(new Refused('promisedAlready', undefined, 'period'))
    const { id, version } = stored()[0]!
    const change = (hours: number, more = {}) =>
      changeCommitment(
        viewerOf('Jonas Friis'),
        { id, version, hours, source: 'Bilag 2', confirm: [], ...more },
        DEMO_NOW,
      )
    change(300)
    expect(() => change(360)).toThrow(Conflict)
    change(300)
    expect(stored()).toMatchObject([{ minutes: 300, version: 2 }])
    expect(() => change(300, { id: 'nowhere' })).toThrow(NotFound)
    const told = database.select().from(events).where(eq(events.subjectId, id)).all()
    expect(told.map(({ kind }) => kind)).toEqual(['commitment.created', 'commitment.changed'])
    expect(told[1]?.data).toMatchObject({ changed: ['minutes'], minutesBefore: 240, minutesAfter: 300 })
    expect(JSON.stringify(told)).not.toContain('Bilag')
  })

  test('are of a plan and a department there are', () => {
    expect(() => promise('4', 'Mette Holm', { planId: 'nowhere' })).toThrow(
      new Refused('unknown', undefined, 'planId'),
    )
    expect(() => promise('4', 'Mette Holm', { partyId: partyId('fsb') })).toThrow(
      new Refused('unknown', undefined, 'partyId'),
    )
  })

  test('can be kept by an import, which says what each row became', () => {
    const values = { planId, partyId: BIF(), year: 2027, quarter: 3, minutes: 600, source: 'Fil' }
    const keep = (minutes: number) =>
      write((tx) => keepCommitment(tx, viewerOf('Mette Holm'), { ...values, minutes }, DEMO_NOW).change)
    expect([keep(600), keep(600), keep(660)]).toEqual(['created', 'unchanged', 'changed'])
  })
})
