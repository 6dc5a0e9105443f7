import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { attendances, events, masterPlans, meetings } from '@/db/schema'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { commentHours, takeBackComment } from './commands/comments'
import { setHourRule } from './commands/forum-rules'
import { tellPreparation } from './commands/preparation'
import { preparationInput } from './input'
import { listHourAccounts } from './queries/accounts'
import { listComments } from './queries/comments'
import { listForumRules } from './queries/forum-rules'
import { listOwnHours } from './queries/own'

let database: Database
let planId: string
beforeEach(() => {
  database = demoDatabase()
  planId = database.select().from(masterPlans).where(eq(masterPlans.name, 'NørreBrobyggerne')).get()!.id
})

describe('comments on hours', () => {
  const comment = (name: string, about: string, text = 'Vi mangler timer.') =>
    commentHours(
      viewerOf(name),
      { planId, partyId: partyId(about), period: { year: 2026, quarter: 2 }, text },
      DEMO_NOW,
    )
  const read = (name: string) =>
    listComments(viewerOf(name), planId, 2026)
      .filter(({ quarter }) => quarter === 2)
      .map(({ party, department, text }) => [party, department, text])

  test('are written by both sides and read by both, with party and day', () => {
    comment('Pia Storm', 'BIF')
    comment('Søren Bak', 'BIF', 'Det ser vi på.')
    comment('Mette Holm', 'BUF', 'Til næste møde.')
    const said = [
      ['fsb', 'BIF', 'Vi mangler timer.'],
      ['BIF', 'BIF', 'Det ser vi på.'],
      ['TMF', 'BUF', 'Til næste møde.'],
    ]
    for (const name of ['Mette Holm', 'Pia Storm', 'Line Krogh', 'Åse Aagaard', 'Ruth Vind'])
      expect(read(name), name).toEqual(said)
    expect(read('Erik Dam')).toEqual([])
  })

  test('are of one’s own department, of plans one reads, and never the auditor’s or a partner’s', () => {
    for (const [name, about] of [
      ['Søren Bak', 'BUF'],
      ['Karen Lund', 'BUF'],
      ['Ruth Vind', 'BIF'],
    ] as const)
      expect(() => comment(name, about), name).toThrow('notAllowed')
    for (const name of ['Erik Dam', 'Lars Nygaard'])
      expect(() => comment(name, 'BIF'), name).toThrow(NotFound)
    expect(() => comment('Pia Storm', 'AAB')).toThrow(new Refused('unknown', undefined, 'partyId'))
  })

  test('are taken back by who wrote them', () => {
    comment('Pia Storm', 'BIF')
    const { id } = listComments(viewerOf('Pia Storm'), planId, 2026).find(({ quarter }) => quarter === 2)!
    expect(() => takeBackComment(viewerOf('Mette Holm'), { id }, DEMO_NOW)).toThrow('notAllowed')
    expect(() => takeBackComment(viewerOf('Erik Dam'), { id }, DEMO_NOW)).toThrow(NotFound)
    takeBackComment(viewerOf('Pia Storm'), { id }, DEMO_NOW)
    expect(read('Mette Holm')).toEqual([])
    expect(() => takeBackComment(viewerOf('Pia Storm'), { id }, DEMO_NOW)).toThrow(NotFound)
  })
})

describe('the rule of a forum', () => {
  const set = (name: string, more = {}) =>
    setHourRule(
      viewerOf(name),
      {
        forumId: forumId('noerrebro'),
        rule: 'named_only' as const,
        fromOn: '2026-07-01',
        reason: 'Aftalt i forum',
        ...more,
      },
      DEMO_NOW,
    )
  const byQuarter = () =>
    [1, 2, 3, 4].map((quarter) =>
      listHourAccounts(viewerOf('Mette Holm'), '2026-01-01', '2026-12-31')
        .accounts.filter((row) => row.planId === planId && row.quarter === quarter)
        .map(({ party, computed }) => `${party} ${computed}`),
    )

  test('is set by the team from a day on: meetings before it keep the older one', () => {
    const before = byQuarter()
    for (const name of ['Karen Lund', 'Søren Bak', 'Pia Storm', 'Ruth Vind'])
      expect(() => set(name)).toThrow('notAllowed')
    set('Mette Holm')
    expect(byQuarter().slice(0, 2)).toEqual(before.slice(0, 2))
    expect(byQuarter()[2]).not.toEqual(before[2])
  })

  test('is read with its history by everybody who reads the hours of the area', () => {
    set('Mette Holm')
    set('Mette Holm', { rule: 'equal', fromOn: '2027-01-01' })
    for (const name of ['Karen Lund', 'Line Krogh', 'Pia Storm', 'Ruth Vind']) {
      const rules = listForumRules(viewerOf(name), '2026-11-23')
      const forum = rules.find(({ slug }) => slug === 'noerrebro')!
      expect(forum.rule, name).toBe('named_only')
      expect(forum.history.map(({ rule, fromOn, reason }) => [rule, fromOn, reason])).toEqual([
        ['equal', '2027-01-01', 'Aftalt i forum'],
        ['named_only', '2026-07-01', 'Aftalt i forum'],
      ])
    }
    const slugs = listForumRules(viewerOf('Erik Dam'), '2026-11-23').map(({ slug }) => slug)
    expect(slugs).toContain('bispebjerg')
    expect(slugs).not.toContain('amager-sundby')
    expect(() => listForumRules(viewerOf('Lars Nygaard'), '2026-11-23')).toThrow(NotFound)
  })

  test('is not set twice for one day, nor to what it is', () => {
    expect(() => set('Mette Holm', { rule: 'named_then_equal' })).toThrow(
      new Refused('ruleTheSame', undefined, 'rule'),
    )
    set('Mette Holm')
    expect(() => set('Mette Holm', { rule: 'equal' })).toThrow(new Refused('ruleHasDay', undefined, 'fromOn'))
    expect(() => set('Mette Holm', { forumId: 'nowhere' })).toThrow(NotFound)
  })
})

describe('one’s own hours', () => {
  const ofSøren = () => listOwnHours(viewerOf('Søren Bak'), 2026)

  test('are those of the meetings one was at, and nobody else’s', () => {
    const ids = new Set(ofSøren().map(({ attendanceId }) => attendanceId))
    expect(ids.size).toBeGreaterThan(5)
    for (const row of database.select().from(attendances).all())
      if (ids.has(row.id)) expect([row.personId, row.status]).toEqual([personId('Søren Bak'), 'present'])
    for (const name of ['Mette Holm', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind'])
      expect(() => listOwnHours(viewerOf(name), 2026), name).toThrow(NotFound)
  })

  test('have one’s own preparation, told for a meeting that was held and by oneself alone', () => {
    const [{ attendanceId, version, meetingId }] = ofSøren() as [ReturnType<typeof ofSøren>[number]]
    const tell = (name: string, more = {}) =>
      tellPreparation(viewerOf(name), { attendanceId, version, preparation: 90, ...more }, DEMO_NOW)
    for (const name of ['Karen Lund', 'Mette Holm', 'Pia Storm', 'Ruth Vind'])
      expect(() => tell(name), name).toThrow(NotFound)
    tell('Søren Bak')
    expect(ofSøren()[0]).toMatchObject({ preparationMinutes: 90 })
    expect(() => tell('Søren Bak', { preparation: 45 })).toThrow(Conflict)
    tell('Søren Bak', { preparation: null, version: version + 1 })
    expect(ofSøren()[0]).toMatchObject({ preparationMinutes: null })
    const told = database.select().from(events).where(eq(events.subjectId, attendanceId)).all()
    expect(told.map(({ data }) => data)).toEqual([{ meeting: meetingId }, { meeting: meetingId }])
    database.update(meetings).set({ state: 'agenda_sent' }).where(eq(meetings.id, meetingId)).run()
    expect(() => tell('Søren Bak', { version: version + 2 })).toThrow(new Refused('preparationTooEarly'))
  })

  test('are not told for a meeting at which one was not', () => {
    const { attendanceId, version } = ofSøren()[0]!
    database.update(attendances).set({ status: 'apology' }).where(eq(attendances.id, attendanceId)).run()
    expect(ofSøren().map((row) => row.attendanceId)).not.toContain(attendanceId)
    expect(() =>
      tellPreparation(viewerOf('Søren Bak'), { attendanceId, version, preparation: 30 }, DEMO_NOW),
    ).toThrow(NotFound)
  })

  test('are typed as time is', () => {
    const typed = (preparation?: string) =>
      preparationInput.safeParse({ attendanceId: 'a', version: '1', preparation })
    expect([typed('45 min'), typed('1,5 t.'), typed()].map(({ data }) => data?.preparation)).toEqual([
      45,
      90,
      null,
    ])
    expect(typed('-5').error?.issues[0]).toMatchObject({ params: { key: 'badDuration' } })
  })
})
