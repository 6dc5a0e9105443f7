import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { absences, actionItems, events, forums, people } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { Conflict, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, personId, viewerOf } from '@/test/demo'
import { at, climbed, DOUBTS, give, live, mails, stamp, stopEveryReminder, textOf } from '@/test/follow-up'
import { reportDone } from '../commands/answer'
import { releaseActionItem } from '../commands/change'
import { moveDueDate } from '../commands/due-date'
import { resumeReminders, stopReminders } from './commands'
import { rungDay, rungOn } from './rules'
import { followUp } from './sending'

let database: Database
let mette: Viewer
let soeren: Viewer

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  soeren = viewerOf('Søren Bak')
  stopEveryReminder()
})

describe('a rung of the ladder', () => {
  test.each([
    // A Friday: three working days before is Tuesday.
    ['2026-12-11', ['2026-12-08', '2026-12-11', '2026-12-15', '2026-12-22']],
    // Constitution Day, a Saturday in 2027, is no working day; nor is Ascension, 6 May 2027.
    ['2027-06-05', ['2027-06-02', '2027-06-07', '2027-06-08', '2027-06-15']],
    ['2028-06-05', ['2028-05-31', '2028-06-06', '2028-06-07', '2028-06-14']],
    ['2027-05-07', ['2027-05-03', '2027-05-07', '2027-05-11', '2027-05-19']],
  ])('of %s is reached on working days', (dueOn, days) => {
    expect((['before', 'due', 'issuer', 'convener'] as const).map((rung) => rungDay(rung, dueOn))).toEqual(
      days,
    )
  })

  test('counts only after the item was given', () => {
    expect(rungOn('2026-12-11', '2026-11-23', '2026-12-07')).toBeNull()
    expect(rungOn('2026-12-11', '2026-11-23', '2026-12-08')).toBe('before')
    expect(rungOn('2026-12-11', '2026-12-08', '2026-12-10')).toBeNull()
    expect(rungOn('2026-12-11', '2026-12-08', '2026-12-11')).toBe('due')
    expect(rungOn('2026-12-11', '2026-11-23', '2027-06-01')).toBe('convener')
  })
})

describe('the chase', () => {
  test('reminds who has it, then who gave it, and comes onto the convener’s list, each once', () => {
    database
      .update(forums)
      .set({ convenerId: personId('Amina Yusuf') })
      .where(eq(forums.slug, 'noerrebro'))
      .run()
    give({ dueOn: '2026-12-11' })
    live('2026-11-24', '2027-01-31')
    expect(climbed()).toEqual([
      ['before', '2026-12-08', 'Søren Bak'],
      ['due', '2026-12-11', 'Søren Bak'],
      ['issuer', '2026-12-15', 'Mette Holm'],
      ['convener', '2026-12-22', 'Amina Yusuf'],
    ])
    expect(mails('follow_up').map(({ recipientId }) => recipientId)).toEqual(
      ['Søren Bak', 'Søren Bak', 'Mette Holm'].map(personId),
    )
    const told = database.select().from(events).where(eq(events.kind, 'action-item.reminded')).all()
    expect(told.map(({ actorId, data }) => [actorId, data.rung])).toEqual(
      ['before', 'due', 'issuer', 'convener'].map((rung) => ['followUp', rung]),
    )
  })

  test('ends when the item is reported done, and begins anew with a new date', () => {
    const id = give({ dueOn: '2026-12-11' })
    live('2026-12-08', '2026-12-09')
    moveDueDate(mette, { ...stamp(id), dueOn: '2026-12-18', text: '', confirm: DOUBTS }, at('2026-12-10'))
    live('2026-12-10', '2026-12-18')
    expect(climbed().map(([rung, day]) => [rung, day])).toEqual([
      ['before', '2026-12-08'],
      ['before', '2026-12-15'],
      ['due', '2026-12-18'],
    ])
    reportDone(soeren, { ...stamp(id), evidence: 'Sendt', link: '' }, at('2026-12-18', '12:00'))
    live('2026-12-19', '2027-01-31')
    expect(climbed()).toHaveLength(3)
  })

  test('is stopped with a reason, and goes on where it is when it is resumed', () => {
    const id = give({ dueOn: '2026-12-11' })
    stopReminders(mette, { ...stamp(id), reason: 'Aftalt på telefon' }, DEMO_NOW)
    live('2026-12-08', '2026-12-10')
    expect(climbed()).toEqual([])
    expect(() => stopReminders(mette, { ...stamp(id), reason: 'Igen' }, DEMO_NOW)).toThrow(
      new Refused('remindersStopped'),
    )
    resumeReminders(mette, stamp(id), at('2026-12-10', '12:00'))
    live('2026-12-11', '2026-12-11')
    expect(climbed().map(([rung]) => rung)).toEqual(['due'])
    expect(() => resumeReminders(mette, stamp(id), DEMO_NOW)).toThrow(new Refused('remindersGoOn'))
  })

  test('is stopped by coordinators alone, who have seen the newest version', () => {
    const id = give({ dueOn: '2026-12-11' })
    expect(() => stopReminders(soeren, { ...stamp(id), reason: 'x' }, DEMO_NOW)).toThrow(
      new Refused('notAllowed'),
    )
    expect(() => stopReminders(mette, { id, version: 99, reason: 'x' }, DEMO_NOW)).toThrow(Conflict)
  })

  test('leaves in peace who waits for somebody, until the date has passed', () => {
    const id = give({ dueOn: '2026-12-11' })
    database
      .update(actionItems)
      .set({ state: 'waiting', waitingOn: 'Lejerbo', waitingUntil: '2026-12-14' })
      .where(eq(actionItems.id, id))
      .run()
    live('2026-12-08', '2026-12-15')
    expect(climbed().map(([rung]) => rung)).toEqual(['issuer'])
  })

  test('an outsider is reminded of what was released to them, and of nothing else', () => {
    const id = give({ dueOn: '2026-12-11', party: 'fsb', person: 'Pia Storm' })
    live('2026-12-08', '2026-12-08')
    expect(climbed()).toEqual([])
    releaseActionItem(mette, stamp(id), at('2026-12-08', '12:00'))
    live('2026-12-09', '2026-12-11')
    expect(climbed()).toEqual([['due', '2026-12-11', 'Pia Storm']])
  })

  test('goes to who stands in during an absence, along the line, and back when it is over', () => {
    const away = (name: string, deputy: string, fromDay: PlainDate, toDay: PlainDate) =>
      database
        .insert(absences)
        .values({
          id: newId(),
          personId: personId(name),
          deputyId: personId(deputy),
          fromDay,
          toDay,
          createdAt: DEMO_NOW,
        })
        .run()
    away('Søren Bak', 'Louise Damsbo', '2026-12-07', '2026-12-10')
    away('Louise Damsbo', 'Karen Lund', '2026-12-08', '2026-12-08')
    give({ dueOn: '2026-12-11' })
    live('2026-12-08', '2026-12-11')
    expect(climbed()).toEqual([
      ['before', '2026-12-08', 'Karen Lund'],
      ['due', '2026-12-11', 'Søren Bak'],
    ])
  })

  test('a line of deputies that goes in a circle ends with the one who has the item', () => {
    const away = (name: string, deputy: string) =>
      database
        .insert(absences)
        .values({
          id: newId(),
          personId: personId(name),
          deputyId: personId(deputy),
          fromDay: '2026-12-01',
          toDay: '2026-12-31',
          createdAt: DEMO_NOW,
        })
        .run()
    away('Søren Bak', 'Louise Damsbo')
    away('Louise Damsbo', 'Søren Bak')
    give({ dueOn: '2026-12-11' })
    live('2026-12-08', '2026-12-08')
    expect(climbed()).toEqual([['before', '2026-12-08', 'Søren Bak']])
  })

  test('of somebody who was shut out tells who gave it, and of both who convenes', () => {
    give({ dueOn: '2026-12-11' })
    const shutOut = (name: string) =>
      database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, name)).run()
    shutOut('Søren Bak')
    live('2026-12-08', '2026-12-08')
    database
      .update(forums)
      .set({ convenerId: personId('Jonas Friis') })
      .where(eq(forums.slug, 'noerrebro'))
      .run()
    shutOut('Mette Holm')
    live('2026-12-09', '2026-12-11')
    expect(climbed().map(([rung, , person]) => [rung, person])).toEqual([
      ['before', 'Mette Holm'],
      ['due', 'Jonas Friis'],
    ])
  })
})

describe('after a pause', () => {
  test('of a weekend and more the ladder goes on where things stand: one mail, with the highest rung of each', async () => {
    give({ dueOn: '2026-12-11', title: 'Fredag' })
    give({ dueOn: '2026-12-14', title: 'Mandag' })
    give({ dueOn: '2026-12-16', title: 'Onsdag' })
    followUp(at('2026-12-14', '09:00'))
    expect(
      climbed()
        .map(([rung]) => rung)
        .sort(),
    ).toEqual(['before', 'due', 'due'])
    const [mail, ...more] = mails('follow_up')
    expect(more).toEqual([])
    const text = await textOf(mail!, at('2026-12-14', '09:00'))
    expect(text).toMatch(/Fredag[\s\S]*Mandag[\s\S]*Onsdag/)
  })

  test('the same hour again, and a clock that was set back, send nothing twice', () => {
    give({ dueOn: '2026-12-11' })
    followUp(at('2026-12-11'))
    followUp(at('2026-12-11'))
    followUp(at('2026-12-11', '08:00'))
    followUp(at('2026-12-08'))
    followUp(at('2026-12-10'))
    expect(climbed()).toHaveLength(1)
    expect(mails('follow_up')).toHaveLength(1)
  })

  test('nothing happens on a day off', () => {
    give({ dueOn: '2026-12-11' })
    live('2026-12-12', '2026-12-13')
    expect(climbed()).toEqual([])
  })
})
