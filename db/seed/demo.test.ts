import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { migrate } from '@/db/migrate'
import { type Database, openDatabase } from '@/db/open'
import * as schema from '@/db/schema'
import { importMunicipality } from '@/features/municipality/import'
import { plainDateOf } from '@/lib/dates'
import { findPersonalNumber } from '@/lib/personal-number'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { seedDemo } from './demo'

const { actionItems, agendaItems, decisions, forums, meetings, minutes, notes, parties, people, seats } =
  schema
const today = plainDateOf(DEMO_NOW)

/** Every row of every table, in order. */
const rowsOf = ({ $client: sqlite }: Database): string[] => {
  const tables = sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'",
    )
    .pluck()
    .all() as string[]
  return tables.flatMap((table) =>
    sqlite
      .prepare(`SELECT * FROM ${table} ORDER BY rowid`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}`),
  )
}

const freshDemo = (now: Date) => {
  const database = openDatabase(':memory:', { create: true })
  migrate(database.$client, now)
  seedDemo(database, now)
  return database
}

describe('the demo municipality', () => {
  const database = demoDatabase()
  const liveSeats = () =>
    database
      .select()
      .from(seats)
      .where(and(eq(seats.kind, 'ordinary'), isNull(seats.validTo)))
      .all()
  const party = (shortName: string) =>
    database.select().from(parties).where(eq(parties.shortName, shortName)).get()!.id

  test('has seven departments in six forums, with two vacancies', () => {
    const wanted = database.select().from(schema.requiredSeats).all()
    const vacant = wanted.filter(
      ({ forumId, partyId }) =>
        !liveSeats().some((seat) => seat.forumId === forumId && seat.partyId === partyId),
    )
    expect(wanted).toHaveLength(42)
    expect(vacant).toEqual([
      { forumId: forumId('bispebjerg'), partyId: party('BIF'), count: 1 },
      { forumId: forumId('valby-vigerslev'), partyId: party('SOF'), count: 1 },
    ])
  })

  test('gives three coordinators two forums each, with a deputy', () => {
    const convened = database.select().from(forums).where(eq(forums.kind, 'forum')).all()
    const team = database.select().from(people).where(eq(people.role, 'coordinator')).all()
    expect(team.map(({ id }) => convened.filter(({ convenerId }) => convenerId === id).length)).toEqual([
      2, 2, 2,
    ])
    expect(convened.filter((forum) => forum.deputyConvenerId === forum.convenerId)).toEqual([])
    expect(convened.every(({ rhythm }) => rhythm !== '')).toBe(true)
  })

  test('seats an organisation only where it leads or takes part in a plan', () => {
    const plans = database.select().from(schema.masterPlans).all()
    const partners = database.select().from(schema.planOrganisations).all()
    const areaOf = new Map(
      database
        .select()
        .from(forums)
        .all()
        .map((forum) => [forum.id, forum.areaId]),
    )
    const organisations = database
      .select()
      .from(parties)
      .where(eq(parties.kind, 'housing_organisation'))
      .all()
    for (const { id, shortName } of organisations) {
      const areas = plans
        .filter(
          (plan) => plan.leadPartyId === id || partners.some((p) => p.planId === plan.id && p.partyId === id),
        )
        .map(({ areaId }) => areaId)
      const seated = database.select().from(seats).where(eq(seats.partyId, id)).all()
      expect(
        seated.filter((seat) => !areas.includes(areaOf.get(seat.forumId)!)),
        shortName,
      ).toEqual([])
      expect(database.select().from(people).where(eq(people.partyId, id)).all(), shortName).not.toEqual([])
    }
  })

  test('expects ten people in Nørrebro today at two, with four items sent', () => {
    const meeting = database
      .select()
      .from(meetings)
      .where(and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.heldOn, today)))
      .get()
    expect(meeting).toMatchObject({ state: 'agenda_sent', startsAt: '14:00' })
    const items = database.select().from(agendaItems).where(eq(agendaItems.meetingId, meeting!.id)).all()
    expect(items).toHaveLength(4)
    expect(items.every(({ sentAt }) => sentAt !== null)).toBe(true)
    expect(liveSeats().filter((seat) => seat.forumId === forumId('noerrebro'))).toHaveLength(10)
  })

  test('has six past meetings in each forum, and coming ones in different stages', () => {
    const stages = database
      .select()
      .from(forums)
      .where(eq(forums.kind, 'forum'))
      .orderBy(forums.position)
      .all()
      .map(({ id }) => {
        const all = database
          .select()
          .from(meetings)
          .where(eq(meetings.forumId, id))
          .orderBy(meetings.heldOn)
          .all()
        const past = all.filter(({ state }) => state === 'closed' || state === 'held')
        expect(past).toHaveLength(6)
        return [past.at(-1)?.state, all.filter(({ heldOn }) => heldOn >= today).map(({ state }) => state)]
      })
    expect(stages).toEqual([
      ['closed', ['agenda_sent']],
      ['closed', ['planned']],
      ['held', ['announced']],
      ['held', ['planned']],
      ['closed', ['agenda_sent']],
      ['closed', []],
    ])
  })

  test('shows BUF missing in Nørrebro three times in a row', () => {
    const rows = database.$client
      .prepare(
        `SELECT a.status FROM attendances a JOIN meetings m ON m.id = a.meeting_id
         WHERE m.forum_id = ? AND a.party_id = ? ORDER BY m.held_on DESC`,
      )
      .pluck()
      .all(forumId('noerrebro'), party('BUF'))
    expect(rows).toEqual(['absent', 'absent', 'absent', 'present', 'present', 'present'])
  })

  test.each([
    ['meeting', schema.MEETING_STATES, meetings],
    ['action item', schema.ACTION_ITEM_STATES, actionItems],
    ['decision', schema.DECISION_STATES, decisions],
    ['minutes', schema.MINUTES_STATES, minutes],
  ] as const)('has a %s in every state', (_, states, table) => {
    const used = new Set(
      database
        .select()
        .from(table as typeof meetings)
        .all()
        .map(({ state }) => state),
    )
    expect([...used].sort()).toEqual([...states].sort())
  })

  test('takes every step an action item can take, and knows every outcome and every kind of attendance', () => {
    const steps = database.select().from(schema.actionItemSteps).all()
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(schema.ACTION_ITEM_STEPS))
    const outcomes = database.select().from(agendaItems).all()
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(schema.OUTCOMES))
    const statuses = database.select().from(schema.attendances).all()
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set(schema.ATTENDANCE_STATUSES))
    expect(statuses.some(({ seatId }) => seatId === null)).toBe(true)
    expect(statuses.some(({ arrivedAt }) => arrivedAt) && statuses.some(({ leftAt }) => leftAt)).toBe(true)
  })

  test.each([
    ['agenda items', agendaItems],
    ['notes', notes],
    ['decisions', decisions],
    ['action items', actionItems],
  ])('keeps secrets of each kind among its %s', (_, table) => {
    const rows = database
      .select()
      .from(table as typeof notes)
      .all()
    expect(new Set(rows.map(({ visibility }) => visibility))).toEqual(new Set(schema.VISIBILITIES))
  })

  test('has drafts: an agenda not sent, minutes not sent, action items not released', () => {
    const unsent = database.select().from(agendaItems).where(isNull(agendaItems.sentAt)).all()
    expect(new Set(unsent.map(({ visibility }) => visibility))).toEqual(new Set(['forum', 'internal']))
    expect(database.select().from(minutes).where(isNull(minutes.sentAt)).all()).toHaveLength(1)
    expect(database.select().from(actionItems).where(isNull(actionItems.releasedAt)).all()).not.toEqual([])
    expect(database.select().from(decisions).where(isNull(decisions.number)).all()).not.toEqual([])
  })

  test('freezes the minutes it sent, without what the forum may not read and as it was agreed that day', () => {
    const sent = database
      .select()
      .from(minutes)
      .all()
      .filter(({ sentAt }) => sentAt)
    const hidden = [
      ...database.select({ text: notes.body, visibility: notes.visibility }).from(notes).all(),
      ...database.select({ text: decisions.body, visibility: decisions.visibility }).from(decisions).all(),
    ].filter(({ visibility }) => visibility !== 'forum')
    expect(sent).toHaveLength(35)
    for (const { forumEdition } of sent) {
      expect(hidden.filter(({ text }) => forumEdition?.includes(JSON.stringify(text)))).toEqual([])
    }
    const moved = database
      .select()
      .from(schema.actionItemSteps)
      .where(eq(schema.actionItemSteps.step, 'date_moved'))
      .get()!
    const item = database.select().from(actionItems).where(eq(actionItems.id, moved.actionItemId)).get()!
    const edition = sent.find(({ meetingId }) => meetingId === item.meetingId)?.internalEdition
    expect(edition).toContain(`"dueOn":"${moved.dueBefore}"`)
  })

  test('lets nobody be mailed, and holds no personal number', () => {
    expect(
      database
        .select()
        .from(people)
        .all()
        .filter(({ email }) => !email.endsWith('@demo.invalid')),
    ).toEqual([])
    expect(
      rowsOf(database).filter((row) => !row.includes('"hash"') && findPersonalNumber(withoutIds(row))),
    ).toEqual([])
  })

  test('lets everybody sign in, and Erik Dam look into the two forums where he sits', () => {
    for (const { name } of database.select().from(people).all()) expect(viewerOf(name).name).toBe(name)
    expect(new Set(viewerOf('Erik Dam').windows.map((window) => window.forumId))).toEqual(
      new Set([forumId('bispebjerg'), forumId('vesterbro-sydhavnen')]),
    )
  })

  test('is the same each time, and importing its own files again changes nothing', () => {
    const once = rowsOf(freshDemo(DEMO_NOW))
    const again = freshDemo(DEMO_NOW)
    expect(rowsOf(again)).toEqual(once)
    expect(importMunicipality(`${import.meta.dirname}/municipality`, DEMO_NOW)).toMatchObject({
      created: 0,
      changed: 0,
      absent: [],
    })
    expect(rowsOf(again)).toEqual(once)
  }, 120_000)
})

/** Ids and hashes are hexadecimal: ten digits in a row may stand in them by chance. */
const withoutIds = (row: string) => row.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g, '')
