import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import {
  attendances,
  hourConfirmationLines,
  hourConfirmations,
  masterPlans,
  meetings,
  parties,
  people,
} from '@/db/schema'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { confirmHours, nameConfirmer, removeConfirmer } from './commands/confirmations'
import { setHourRule } from './commands/forum-rules'
import { tellPreparation } from './commands/preparation'
import { confirmationInput } from './input'
import { listHourAccounts, listPlanAccounts } from './queries/accounts'
import { listConfirmedQuarters, listUnconfirmed, readAccount } from './queries/confirmation'
import { standingOf } from './rules'

const TODAY = '2026-11-23'
const THIRD = { year: 2026, quarter: 3 }
/** One of those in which both Søren Bak of BIF and Pia Storm of fsb have a part. */
const PLAN = 'Amagerbro Helhedsplan'
const FOURTH = { year: 2026, quarter: 4 }
let database: Database
beforeEach(() => {
  database = demoDatabase()
  bif = partyId('BIF')
})

let bif: string
const BIF = () => bif
const planNamed = (name: string) =>
  database.select().from(masterPlans).where(eq(masterPlans.name, name)).get()!.id
const account = (name = 'Karen Lund', quarter = THIRD) => readAccount(viewerOf(name), BIF(), quarter, TODAY)
type Change = { plan: string; hours: number; reason: string }
const confirm = (
  name = 'Karen Lund',
  { quarter = THIRD, change }: { quarter?: typeof THIRD; change?: Change } = {},
) =>
  confirmHours(
    viewerOf(name),
    {
      partyId: BIF(),
      ...quarter,
      lines: account('Karen Lund', quarter).lines.map(({ planId, plan, computed }) => ({
        planId,
        computed,
        hours: plan === change?.plan ? change.hours : computed,
        reason: plan === change?.plan ? change.reason : '',
      })),
    },
    DEMO_NOW,
  )
const ofPlan = (viewer: string, plan = PLAN) =>
  listPlanAccounts(viewerOf(viewer), planNamed(plan), '2026-07-01', '2026-09-30').accounts.find(
    ({ partyId: party }) => party === BIF(),
  )!
const correction = { plan: PLAN, hours: 120, reason: 'Et formøde er ikke logget.' }
/** Søren's attendance at the meeting of the third quarter in Amager/Sundby. */
const attendance = () => {
  const { meeting } = listPlanAccounts(viewerOf('Mette Holm'), planNamed(PLAN), '2026-07-01', '2026-09-30')
    .given[0]!
  const ofSøren = and(eq(attendances.meetingId, meeting!.id), eq(attendances.personId, personId('Søren Bak')))
  return database.select().from(attendances).where(ofSøren).get()!
}

describe('a quarter is confirmed', () => {
  test('on filled lines in one press, by the lead and whom the lead has named, and by nobody else', () => {
    for (const name of [
      'Line Krogh',
      'Louise Damsbo',
      'Mette Holm',
      'Pia Storm',
      'Ruth Vind',
      'Bodil Thygesen',
    ])
      expect(() => confirm(name), name).toThrow('notAllowed')
    confirm()
    expect(ofPlan('Mette Holm')).toMatchObject({ confirmed: { reason: '' } })
    expect(standingOf(ofPlan('Mette Holm'))).toBe('confirmed')
    removeConfirmer(viewerOf('Karen Lund'), { partyId: BIF(), personId: personId('Søren Bak') }, DEMO_NOW)
    expect(() => confirm('Søren Bak')).toThrow('notAllowed')
    nameConfirmer(viewerOf('Karen Lund'), { partyId: BIF(), personId: personId('Søren Bak') }, DEMO_NOW)
    confirm('Søren Bak', { change: correction })
    expect(ofPlan('Mette Holm').confirmed?.minutes).toBe(120)
  })

  test('with a figure put right only for a reason; computed, confirmed and reason are kept, and read by both sides', () => {
    const { computed } = ofPlan('Mette Holm')
    confirm('Karen Lund', { change: correction })
    const confirmed = { minutes: 120, computed, reason: correction.reason, at: DEMO_NOW }
    for (const name of ['Mette Holm', 'Pia Storm', 'Ruth Vind'])
      expect(ofPlan(name)).toMatchObject({ computed, confirmed })
    expect(standingOf(ofPlan('Pia Storm'))).toBe('corrected')
    const line = { planId: planNamed(PLAN), computed: '60', hours: '2', reason: '' }
    const typed = confirmationInput.safeParse({ partyId: BIF(), year: '2026', quarter: '3', lines: [line] })
    expect(typed.error?.issues).toMatchObject([
      { path: ['lines', 0, 'reason'], params: { key: 'required_reason' } },
    ])
    for (const hours of ['-1', 'abc', '99999'])
      expect(
        confirmationInput.safeParse({ partyId: BIF(), ...THIRD, lines: [{ ...line, hours }] }).error
          ?.issues[0],
      ).toMatchObject({ path: ['lines', 0, 'hours'], params: { key: 'badHours' } })
  })

  test('again later: the first stays as it was, and the newest counts', () => {
    const before = database.select().from(hourConfirmations).all().length
    confirm('Karen Lund', { change: correction })
    confirm('Karen Lund', { change: correction })
    expect(database.select().from(hourConfirmations).all()).toHaveLength(before + 1)
    confirm('Karen Lund', { change: { ...correction, hours: 90 } })
    expect(database.select().from(hourConfirmations).all()).toHaveLength(before + 2)
    expect(ofPlan('Mette Holm').confirmed?.minutes).toBe(90)
    expect(() => database.update(hourConfirmationLines).set({ confirmedMinutes: 1 }).run()).toThrow(
      'append-only',
    )
    expect(account().history.map(({ by }) => by)).toEqual(['Karen Lund', 'Karen Lund'])
  })

  test('only when it is over, and only as it was shown', () => {
    expect(() => confirm('Karen Lund', { quarter: FOURTH })).toThrow(new Refused('quarterNotOver'))
    const karen = viewerOf('Karen Lund')
    const [first, ...others] = account().lines.map(({ planId, computed }) => ({
      planId,
      computed,
      hours: computed,
      reason: '',
    }))
    const press = (lines: unknown[], more = {}) =>
      confirmHours(
        karen,
        { partyId: BIF(), ...THIRD, lines: lines as (typeof others)[number][], ...more },
        DEMO_NOW,
      )
    const changed = new Conflict('hoursChanged')
    expect(() => press([{ ...first, computed: 1, hours: 1 }, ...others])).toThrow(changed)
    expect(() => press(others)).toThrow(changed)
    expect(() => press([first, first, ...others])).toThrow(changed)
    expect(() => press([first, ...others, { ...first, planId: 'nowhere' }])).toThrow(changed)
    expect(() => press([first, ...others], { partyId: partyId('fsb') })).toThrow(NotFound)
  })

  test('of a department by its own people and the team alone; its lead is told what waits', () => {
    for (const name of ['Line Krogh', 'Bodil Thygesen', 'Pia Storm', 'Ruth Vind', 'Lars Nygaard'])
      expect(() => account(name), name).toThrow(NotFound)
    expect(account('Mette Holm').mayConfirm).toBe(false)
    expect(account('Louise Damsbo')).toMatchObject({ mayConfirm: false, colleagues: [] })
    expect(listUnconfirmed(viewerOf('Karen Lund'), TODAY)).toEqual([THIRD])
    expect(listUnconfirmed(viewerOf('Søren Bak'), TODAY)).toEqual([THIRD])
    for (const name of ['Louise Damsbo', 'Bodil Thygesen', 'Mette Holm', 'Pia Storm'])
      expect(listUnconfirmed(viewerOf(name), TODAY), name).toEqual([])
    confirm()
    expect(listUnconfirmed(viewerOf('Karen Lund'), TODAY)).toEqual([])
    const bif = listConfirmedQuarters(viewerOf('Line Krogh'), [THIRD, FOURTH]).find(({ id }) => id === BIF())
    expect(bif).toMatchObject({ mayRead: false, quarters: [{ at: DEMO_NOW }, { at: null }] })
    expect(() => listConfirmedQuarters(viewerOf('Pia Storm'), [THIRD])).toThrow(NotFound)
  })

  test('by nobody from another department, whoever tries to name them', () => {
    const name = (person: string, named: string) =>
      nameConfirmer(viewerOf(person), { partyId: BIF(), personId: personId(named) }, DEMO_NOW)
    for (const person of ['Søren Bak', 'Bodil Thygesen', 'Mette Holm'])
      expect(() => name(person, 'Louise Damsbo')).toThrow('notAllowed')
    for (const named of ['Line Krogh', 'Karen Lund', 'Pia Storm'])
      expect(() => name('Karen Lund', named)).toThrow(new Refused('unknown', undefined, 'personId'))
    // Who moved on to another department takes the right to confirm not along, nor keeps it.
    database
      .update(people)
      .set({ partyId: partyId('BUF') })
      .where(eq(people.name, 'Søren Bak'))
      .run()
    expect(() => confirm('Søren Bak')).toThrow('notAllowed')
  })
})

describe('after the confirmation a difference is never silent', () => {
  const moved = (before: number, after: number) => {
    for (const name of ['Mette Holm', 'Pia Storm', 'Karen Lund']) {
      expect(standingOf(ofPlan(name)), name).toBe('moved')
      expect(ofPlan(name)).toMatchObject({
        computed: after,
        confirmed: { minutes: before, computed: before },
      })
    }
    const line = account().lines.find(({ plan }) => plan === PLAN)!
    expect(line).toMatchObject({ computed: after, confirmed: { minutes: before } })
  }

  test('when attendance changes', () => {
    confirm()
    const { computed } = ofPlan('Mette Holm')
    database.update(attendances).set({ status: 'absent' }).where(eq(attendances.id, attendance().id)).run()
    // Nothing is left of the row, and what was confirmed still tells that there was something.
    expect(ofPlan('Mette Holm').computed).toBe(0)
    moved(computed, 0)
  })

  test('when somebody tells of preparation', () => {
    confirm()
    const { computed } = ofPlan('Mette Holm')
    const { id: attendanceId, version } = attendance()
    tellPreparation(viewerOf('Søren Bak'), { attendanceId, version, preparation: 600 }, DEMO_NOW)
    moved(computed, ofPlan('Mette Holm').computed)
  })

  test('when the forum gets another rule', () => {
    confirm()
    const { computed } = ofPlan('Mette Holm')
    const rule = { rule: 'named_only' as const, fromOn: '2026-07-01', reason: 'Ny aftale' }
    setHourRule(viewerOf('Mette Holm'), { forumId: forumId('amager-sundby'), ...rule }, DEMO_NOW)
    moved(computed, ofPlan('Mette Holm').computed)
  })

  test('save where the attendance was mended to what the department had said', () => {
    confirm('Karen Lund', { change: { ...correction, hours: ofPlan('Mette Holm').computed + 1 } })
    const { id: attendanceId, version, preparationMinutes } = attendance()
    for (let more = 1; standingOf(ofPlan('Mette Holm')) !== 'confirmed' && more < 30; more++)
      tellPreparation(
        viewerOf('Søren Bak'),
        { attendanceId, version: version + more - 1, preparation: (preparationMinutes ?? 0) + more },
        DEMO_NOW,
      )
    expect(standingOf(ofPlan('Mette Holm'))).toBe('confirmed')
  })
})

describe('in the middle of a quarter', () => {
  const figures = () =>
    listHourAccounts(viewerOf('Mette Holm'), '2026-07-01', '2026-09-30').accounts.map(
      ({ partyId: party, planId, computed }) => `${party} ${planId} ${computed}`,
    )

  test('a department may get another name, and a person another department: hours and confirmations stay', () => {
    confirm('Karen Lund', { change: correction })
    const before = figures().sort()
    database
      .update(parties)
      .set({ shortName: 'BIX', name: 'Ny forvaltning' })
      .where(eq(parties.id, BIF()))
      .run()
    database
      .update(people)
      .set({ partyId: partyId('BUF') })
      .where(eq(people.name, 'Søren Bak'))
      .run()
    expect(figures().sort()).toEqual(before)
    expect(ofPlan('Pia Storm')).toMatchObject({ party: 'BIX', confirmed: { minutes: 120 } })
  })

  test('a person on two seats at a meeting counts once', () => {
    const before = totalComputed()
    const { meetingId, id } = attendance()
    const row = database.select().from(attendances).where(eq(attendances.id, id)).get()!
    database
      .insert(attendances)
      .values({ ...row, id: 'second-seat', seatId: null, meetingId, preparationMinutes: null })
      .run()
    expect(totalComputed()).toBe(before)
    database
      .update(attendances)
      .set({ personId: null, name: 'En anden' })
      .where(eq(attendances.id, 'second-seat'))
      .run()
    expect(totalComputed()).toBeGreaterThan(before)
  })

  test('a meeting over the clock change counts as long as it lasted', () => {
    const { meetingId, id } = attendance()
    const night = (heldOn: string) => {
      const hours = { heldOn, startsAt: '01:30', durationMinutes: 180 }
      database.update(meetings).set(hours).where(eq(meetings.id, meetingId)).run()
      database
        .update(attendances)
        .set({ arrivedAt: '01:30', leftAt: '03:30', preparationMinutes: null })
        .where(eq(attendances.id, id))
        .run()
      return listHourAccounts(viewerOf('Mette Holm'), heldOn, heldOn)
        .given.filter(({ meeting, partyId: party }) => meeting?.id === meetingId && party === BIF())
        .reduce((all, { minutes }) => all + minutes, 0)
    }
    expect(night('2026-08-06')).toBe(120)
    expect(night('2026-03-29')).toBe(60)
    expect(night('2026-10-25')).toBe(180)
  })

  const totalComputed = () =>
    listHourAccounts(viewerOf('Mette Holm'), '2026-07-01', '2026-09-30').accounts.reduce(
      (all, { computed }) => all + computed,
      0,
    )
})
