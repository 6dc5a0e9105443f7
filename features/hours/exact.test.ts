import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { repeatMeetings } from '@/bench/data'
import type { Database } from '@/db/open'
import { agendaItems, attendances, masterPlans, meetings } from '@/db/schema'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { setHourRule } from './commands/forum-rules'
import { listHourAccounts } from './queries/accounts'
import { totalOf } from './rules'

/**
 * The same account in SQL alone: seats counted once, a rule for the day, shares over a common denominator, and the minutes
 * that are left over handed out by rank. By the clock on the wall, since no meeting of the data lies in a night it changes.
 */
const ACCOUNT = `
WITH held AS (
  SELECT m.*, f.area_id, unixepoch(m.held_on || ' ' || m.starts_at) / 60 AS begins, coalesce((
    SELECT r.rule FROM forum_hour_rules r
    WHERE r.forum_id = coalesce(f.parent_id, f.id) AND r.from_on <= m.held_on ORDER BY r.from_on DESC LIMIT 1
  ), 'named_then_equal') AS rule
  FROM meetings m JOIN forums f ON f.id = m.forum_id WHERE m.state = 'closed'
), seat AS (
  SELECT a.*, iif(a.status = 'present', coalesce(a.person_id, a.id), NULL) AS who, m.begins,
    m.begins + m.duration_minutes AS ends,
    unixepoch(m.held_on || ' ' || a.arrived_at) / 60 AS came, unixepoch(m.held_on || ' ' || a.left_at) / 60 AS went
  FROM attendances a JOIN held m ON m.id = a.meeting_id JOIN parties p ON p.id = a.party_id
  WHERE p.kind = 'department' AND a.status IN ('present', 'deputy') AND a.removed_at IS NULL
), body AS (
  SELECT s.id, s.meeting_id, s.party_id,
    coalesce(s.preparation_minutes, 0)
      + max(0, min(coalesce(s.went, s.ends), s.ends) - max(coalesce(s.came, s.begins), s.begins)) AS minutes,
    coalesce(s.who, (
      SELECT o.who FROM seat o WHERE o.meeting_id = s.meeting_id AND o.status = 'present' AND o.name = s.deputy_name
    ), 'deputy ' || s.deputy_name) AS who
  FROM seat s
), once AS (
  SELECT *, row_number() OVER (PARTITION BY meeting_id, who ORDER BY minutes DESC, id) AS choice FROM body
), gave AS (
  SELECT meeting_id, party_id, sum(minutes) AS minutes FROM once WHERE choice = 1 GROUP BY 1, 2
), item AS (
  SELECT m.id AS meeting_id, i.minutes, iif(m.rule = 'equal', NULL, coalesce(i.plan_id, n.plan_id)) AS plan_id
  FROM held m JOIN agenda_items i ON i.meeting_id = m.id LEFT JOIN initiatives n ON n.id = i.initiative_id
  WHERE i.removed_at IS NULL
), planned AS (
  SELECT m.id AS meeting_id, coalesce(sum(i.minutes), 0) AS minutes,
    coalesce(sum(i.minutes) FILTER (WHERE i.plan_id IS NULL), 0) AS unnamed
  FROM held m LEFT JOIN item i ON i.meeting_id = m.id GROUP BY 1
), other AS (
  SELECT m.id AS meeting_id, p.id AS plan_id, count(*) OVER (PARTITION BY m.id) AS among
  FROM held m LEFT JOIN master_plans p ON p.area_id = m.area_id AND m.rule <> 'named_only'
    AND m.held_on >= coalesce(p.starts_on, m.held_on) AND m.held_on <= coalesce(p.ends_on, m.held_on)
), share AS (
  SELECT meeting_id, plan_id, sum(over) AS over, max(under) AS under FROM (
    SELECT meeting_id, plan_id, iif(minutes = 0, 1, unnamed) AS over, iif(minutes = 0, 1, minutes) * among AS under
    FROM other JOIN planned USING (meeting_id)
    UNION ALL
    SELECT meeting_id, i.plan_id, i.minutes * among, t.minutes * among
    FROM item i JOIN planned t USING (meeting_id)
      JOIN (SELECT DISTINCT meeting_id, among FROM other) USING (meeting_id)
    WHERE i.plan_id IS NOT NULL AND t.minutes > 0
  ) GROUP BY 1, 2
), part AS (
  SELECT meeting_id, party_id, plan_id, minutes, minutes * over / under AS least, minutes * over % under AS rest
  FROM gave JOIN share USING (meeting_id)
), ranked AS (
  SELECT *, minutes - sum(least) OVER (PARTITION BY meeting_id, party_id) AS spare,
    row_number() OVER (PARTITION BY meeting_id, party_id ORDER BY rest DESC, plan_id IS NULL, plan_id) AS turn
  FROM part
)
SELECT plan_id AS planId, party_id AS partyId, CAST(substr(held_on, 1, 4) AS INTEGER) AS year,
  (CAST(substr(held_on, 6, 2) AS INTEGER) + 2) / 3 AS quarter, sum(least + (turn <= spare)) AS minutes
FROM ranked JOIN meetings ON meetings.id = meeting_id
GROUP BY 1, 2, 3, 4 HAVING sum(least + (turn <= spare)) > 0`

let database: Database
const TEN_YEARS = ['2015-01-01', '2026-12-31'] as const
const accounts = () =>
  listHourAccounts(viewerOf('Mette Holm'), ...TEN_YEARS).accounts.filter(({ computed }) => computed > 0)

beforeAll(() => {
  database = demoDatabase()
  const plans = database.select().from(masterPlans).all()
  // Some meetings that are harder to divide: plans named by items, in other areas too, and odd minutes.
  for (const [index, item] of database.select().from(agendaItems).all().entries()) {
    const planId = index % 3 === 0 ? plans[(index * 7) % plans.length]!.id : item.planId
    database
      .update(agendaItems)
      .set({ planId, minutes: item.minutes + (index % 4) })
      .where(eq(agendaItems.id, item.id))
      .run()
  }
  // Somebody on two seats of a meeting, of one department and of two, and one who stands in beside the own seat.
  const rows = database.select().from(attendances).all()
  for (const meeting of database.select().from(meetings).where(eq(meetings.state, 'closed')).all()) {
    const [one, two, three, four] = rows.filter(
      ({ meetingId, status, seatId }) => meetingId === meeting.id && status === 'present' && seatId,
    )
    const set = (row: typeof one, values: Partial<typeof attendances.$inferInsert>) =>
      row && database.update(attendances).set(values).where(eq(attendances.id, row.id)).run()
    set(two, { personId: one?.personId, arrivedAt: meeting.startsAt.replace(/.$/, '7') })
    set(four, { status: 'deputy', deputyName: three?.name, preparationMinutes: 11 })
  }
  repeatMeetings(database, { records: false })
  const mette = viewerOf('Mette Holm')
  const set = (slug: string, fromOn: string, rule: 'equal' | 'named_only' | 'named_then_equal') =>
    setHourRule(mette, { forumId: forumId(slug), fromOn, rule, reason: 'Prøve' }, DEMO_NOW)
  set('noerrebro', '2019-05-01', 'equal')
  set('noerrebro', '2022-02-01', 'named_only')
  set('bispebjerg', '2016-01-01', 'named_only')
  set('bispebjerg', '2024-01-01', 'named_then_equal')
}, 60_000)

test('on ten years of meetings an independent SQL gives each plan, department and quarter the same minutes', () => {
  const key = ({ planId, partyId, year, quarter }: Row) => `${year} ${quarter} ${partyId} ${planId}`
  const expected = (database.$client.prepare(ACCOUNT).all() as (Row & { minutes: number })[])
    .map((row) => `${key(row)}: ${row.minutes}`)
    .sort()
  const given = accounts()
  expect(new Set(given.map(({ year }) => year)).size).toBeGreaterThanOrEqual(10)
  expect(given.length).toBeGreaterThan(2000)
  expect(given.some(({ planId }) => planId === null)).toBe(true)
  expect(given.map((row) => `${key(row)}: ${row.computed}`).sort()).toEqual(expected)
})

type Row = { planId: string | null; partyId: string; year: number; quarter: number }

test('every cut of the ten years adds up to the whole, to the minute', () => {
  const rows = accounts().map(({ computed, ...of }) => ({ ...of, minutes: computed }))
  const whole = totalOf(rows)
  const cut = fc.subarray(['planId', 'partyId', 'year', 'quarter'] as const)
  fc.assert(
    fc.property(cut, (keys) => {
      const cuts = [...Map.groupBy(rows, (row) => keys.map((one) => row[one]).join()).values()]
      expect(totalOf(cuts.map((own) => ({ minutes: totalOf(own) })))).toBe(whole)
    }),
    { numRuns: 30 },
  )
})
