import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import type { Database } from '@/db/open'
import { forums, meetings, steeringGroupCounts, steeringGroups } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { keepBaseline } from './commands/baseline'
import { compareBeforeAfter, listMeetingYears } from './queries/before-after'
import { fewerPercent, meetingsSaved } from './rules'

const TODAY = '2026-11-23'

let database: Database
beforeEach(() => {
  database = demoDatabase()
  database
    .update(steeringGroups)
    .set({ meetingsAYear: null, municipalPeople: null, minutesAYear: null, baselineSource: '' })
    .run()
  database.update(steeringGroups).set({ baselineEstimated: false }).run()
})

const mette = () => viewerOf('Mette Holm')
const compared = (name = 'Mette Holm', year = 2026) => compareBeforeAfter(viewerOf(name), year, TODAY)
const groupOf = (plan: string) =>
  database
    .select()
    .from(steeringGroups)
    .all()
    .find(({ name }) => name.endsWith(plan))!.id
const baseline = (groupId: string, meetingsAYear: number | null) => ({
  groupId,
  meetingsAYear,
  municipalPeople: null,
  minutesAYear: null,
  baselineSource: 'Referater 2010',
  baselineEstimated: false,
})
const keep = (values: Parameters<typeof keepBaseline>[2]) =>
  write((tx) => keepBaseline(tx, mette(), values, DEMO_NOW))

describe('forums', () => {
  test('are compared with what a source says, and our own rows are never counted as the fact', () => {
    const { before, after } = compared().forums
    expect(before).toMatchObject({ count: 30, qualifier: 'more_than' })
    expect(after).toBe(6)
    database.delete(steeringGroupCounts).run()
    expect(compared().forums.before).toBeNull()
    expect(database.select().from(steeringGroups).all()).toHaveLength(32)
  })

  test('that have ended are not counted after their last day', () => {
    database.update(forums).set({ validTo: '2026-06-30' }).where(eq(forums.slug, 'noerrebro')).run()
    expect(compared().forums.after).toBe(5)
    expect(compared('Mette Holm', 2025).forums.after).toBe(6)
  })

  test.each([
    [30, 6, 80],
    [31, 6, 80],
    [32, 6, 81],
    [6, 6, null],
    [3, 6, null],
  ])('from %i to %i is at least %s percent fewer', (count, after, percent) => {
    expect(fewerPercent({ count }, after)).toBe(percent)
  })
})

describe('meetings', () => {
  test('before are the sum of what is known, and what is not known is not nothing', () => {
    expect(compared().groups).toEqual({ listed: 32, known: 0, estimated: 0, meetings: 0 })
    keep(baseline(groupOf('Puls'), 6))
    keep({ ...baseline(groupOf('Tagensbo'), 4), baselineEstimated: true })
    keep({ ...baseline(groupOf('NV-LIFE'), null), municipalPeople: 4 })
    expect(compared().groups).toEqual({ listed: 32, known: 2, estimated: 1, meetings: 10 })
  })

  test('after are those held in the year and those still to come in it, forums and groups', () => {
    const inYear = database
      .select({ state: meetings.state, heldOn: meetings.heldOn, kind: forums.kind })
      .from(meetings)
      .innerJoin(forums, eq(forums.id, meetings.forumId))
      .all()
      .filter(({ heldOn }) => heldOn.startsWith('2026'))
    const held = inYear.filter(({ state }) => state === 'held' || state === 'closed')
    const coming = inYear.filter(
      ({ state, heldOn }) => heldOn >= TODAY && !['held', 'closed', 'cancelled'].includes(state),
    )
    const found = compared().meetings
    expect(found.held).toBe(held.length)
    expect(found.heldInForums + found.comingInForums + found.inGroups).toBe(found.after)
    expect(found.after).toBe(held.length + coming.length)
    expect(found.inGroups).toBe([...held, ...coming].filter(({ kind }) => kind !== 'forum').length)
  })

  test('save nothing as long as nobody knows how it was, nor in the year the writing down began', () => {
    expect(compared().saved).toBeNull()
    keep(baseline(groupOf('Puls'), 60))
    expect(compared().saved).toBe(60 - compared().meetings.after)
    const [first] = listMeetingYears(mette(), TODAY).slice(-1)
    expect(compared('Mette Holm', first).saved).toBeNull()
  })

  test('can also have become more', () => {
    expect(meetingsSaved({ before: 6, known: 1, after: 30, whole: true })).toBe(-24)
    expect(meetingsSaved({ before: 6, known: 1, after: 0, whole: true })).toBeNull()
  })

  test('are those of one’s own forums for who sits in some, without a saving', () => {
    keep(baseline(groupOf('Puls'), 60))
    const own = compared('Søren Bak')
    expect(own).toMatchObject({ everyMeeting: false, saved: null })
    expect(own.groups.listed).toBeLessThan(32)
    expect(own.meetings.held).toBeLessThan(compared().meetings.held)
    expect(compared('Ruth Vind').groups).toEqual(compared().groups)
    expect(compared('Ruth Vind').saved).toBeNull()
    expect(compared('Karen Lund').saved).toBe(compared().saved)
  })

  test.each(['Pia Storm', 'Lars Nygaard'])('%s, from outside, is told none of it', (name) => {
    expect(() => compared(name)).toThrow(NotFound)
    expect(() => listMeetingYears(viewerOf(name), TODAY)).toThrow(NotFound)
  })
})

describe('a baseline', () => {
  test('is kept with its source, and kept again changes nothing', () => {
    const values = { ...baseline(groupOf('Puls'), 6), municipalPeople: 5, minutesAYear: 5400 }
    expect(keep(values)).toBe(true)
    expect(keep(values)).toBe(false)
    const row = database.select().from(steeringGroups).where(eq(steeringGroups.id, values.groupId)).get()
    expect(row).toMatchObject({ meetingsAYear: 6, municipalPeople: 5, minutesAYear: 5400, version: 2 })
    expect(row?.successorForumId).toBe(forumId('bispebjerg'))
  })

  test.each([
    [{ meetingsAYear: -1 }, 'absurdBaseline'],
    [{ meetingsAYear: 0 }, 'absurdBaseline'],
    [{ meetingsAYear: 2.5 }, 'absurdBaseline'],
    [{ meetingsAYear: 400 }, 'absurdBaseline'],
    [{ municipalPeople: 5000 }, 'absurdBaseline'],
    [{ minutesAYear: 60 * 100_000 }, 'absurdBaseline'],
    [{ baselineSource: '' }, 'baselineWithoutSource'],
  ])('%o is refused', (change, code) => {
    expect(() => keep({ ...baseline(groupOf('Puls'), 6), ...change })).toThrow(code)
  })

  test('of a group that never was is refused', () => {
    expect(() => keep(baseline('unknown', 6))).toThrow(NotFound)
  })
})
