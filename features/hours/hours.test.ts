import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { agendaItems, attendances, commitments, masterPlans, meetings, parties } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { demoDatabase, viewerOf } from '@/test/demo'
import { firstYearOfHours, listPlanAccounts } from './queries/accounts'
import { listGiven } from './queries/given'
import { totalOf } from './rules'

const YEAR = 2026
const SPAN = { from: '2026-01-01', to: '2026-12-31' }
let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const planNamed = (name: string) =>
  database.select().from(masterPlans).where(eq(masterPlans.name, name)).get()!.id
const givenTo = (viewer: string, plan: string) =>
  totalOf(listPlanAccounts(viewerOf(viewer), planNamed(plan), SPAN.from, SPAN.to).given)

/** Written differently: one sum over the attendances, with the clock as the wall shows it. */
const minutesGiven = () =>
  database.get<{ minutes: number }>(sql`
    WITH present AS (
      SELECT
        unixepoch(m.held_on || ' ' || m.starts_at) / 60 AS begins,
        unixepoch(m.held_on || ' ' || m.starts_at) / 60 + m.duration_minutes AS ends,
        unixepoch(m.held_on || ' ' || a.arrived_at) / 60 AS came,
        unixepoch(m.held_on || ' ' || a.left_at) / 60 AS went,
        coalesce(a.preparation_minutes, 0) AS prepared
      FROM attendances a JOIN meetings m ON m.id = a.meeting_id JOIN parties p ON p.id = a.party_id
      WHERE m.state = 'closed' AND substr(m.held_on, 1, 4) = ${String(YEAR)} AND p.kind = 'department'
        AND a.status IN ('present', 'deputy') AND a.removed_at IS NULL
    )
    SELECT sum(prepared + max(0, min(coalesce(went, ends), ends) - max(coalesce(came, begins), begins))) AS minutes
    FROM present`)!.minutes

describe('the hours of a year', () => {
  test('cut by plan, department and quarter make up what an independent sum of the attendances says', () => {
    const { given } = listGiven(viewerOf('Mette Holm'), SPAN)
    expect(minutesGiven()).toBeGreaterThan(0)
    expect(totalOf(given)).toBe(minutesGiven())
    for (const key of ['planId', 'partyId', 'quarter'] as const) {
      const cuts = [...Map.groupBy(given, (row) => row[key]).values()].map(totalOf)
      expect(cuts.reduce((all, cut) => all + cut, 0)).toBe(minutesGiven())
    }
  })

  test('are the same to Pia of fsb and to Mette, of the plans of fsb and of no other', () => {
    expect(givenTo('Mette Holm', 'NørreBrobyggerne')).toBeGreaterThan(0)
    expect(givenTo('Pia Storm', 'NørreBrobyggerne')).toBe(givenTo('Mette Holm', 'NørreBrobyggerne'))
    const { plans, given } = listGiven(viewerOf('Erik Dam'), SPAN)
    expect(plans.map(({ name }) => name)).not.toContain('NørreBrobyggerne')
    const own = new Set(plans.map(({ id }) => id))
    expect(given.every(({ planId }) => planId !== null && own.has(planId))).toBe(true)
    expect(() => givenTo('Erik Dam', 'NørreBrobyggerne')).toThrow(NotFound)
  })

  test('are not there for Lars Nygaard, who sits without plans and hours', () => {
    expect(() => listGiven(viewerOf('Lars Nygaard'), SPAN)).toThrow(NotFound)
    expect(() => firstYearOfHours(viewerOf('Lars Nygaard'))).toThrow(NotFound)
  })

  test('begin in the first year of a closed meeting or of a promise', () => {
    const [held] = database.all<{ year: string }>(
      sql`SELECT strftime('%Y', held_on) AS year FROM meetings WHERE state = 'closed' ORDER BY held_on LIMIT 1`,
    )
    for (const name of ['Mette Holm', 'Pia Storm', 'Søren Bak'])
      expect(firstYearOfHours(viewerOf(name)), name).toBe(Number(held?.year))
    database
      .update(commitments)
      .set({ year: 2019 })
      .where(and(eq(commitments.planId, planNamed('Blågården')), eq(commitments.year, YEAR)))
      .run()
    expect(firstYearOfHours(viewerOf('Mette Holm'))).toBe(2019)
  })

  test('never name a person', () => {
    const names = new Set(
      database
        .select()
        .from(attendances)
        .all()
        .map(({ name }) => name),
    )
    const written = JSON.stringify(listGiven(viewerOf('Mette Holm'), SPAN))
    expect([...names].filter((name) => written.includes(name))).toEqual([])
  })

  test('do not count a meeting that is not closed', () => {
    const before = totalOf(listGiven(viewerOf('Mette Holm'), SPAN).given)
    const { meeting } = listGiven(viewerOf('Mette Holm'), SPAN).given[0]!
    database.update(meetings).set({ state: 'held' }).where(eq(meetings.id, meeting!.id)).run()
    expect(totalOf(listGiven(viewerOf('Mette Holm'), SPAN).given)).toBeLessThan(before)
  })

  test('go to the plan that an item names', () => {
    const plan = planNamed('NørreBrobyggerne')
    const { meeting } = listPlanAccounts(viewerOf('Mette Holm'), plan, SPAN.from, SPAN.to).given[0]!
    const before = givenTo('Mette Holm', 'NørreBrobyggerne')
    database.update(agendaItems).set({ planId: plan }).where(eq(agendaItems.meetingId, meeting!.id)).run()
    expect(givenTo('Mette Holm', 'NørreBrobyggerne')).toBeGreaterThan(before)
    expect(totalOf(listGiven(viewerOf('Mette Holm'), SPAN).given)).toBe(minutesGiven())
  })

  test('stay with a department that got another name', () => {
    const before = listGiven(viewerOf('Mette Holm'), SPAN)
    database.update(parties).set({ shortName: 'BIX' }).where(eq(parties.shortName, 'BIF')).run()
    const after = listGiven(viewerOf('Mette Holm'), SPAN)
    expect(totalOf(after.given.filter(({ party }) => party === 'BIX'))).toBe(
      totalOf(before.given.filter(({ party }) => party === 'BIF')),
    )
  })
})
