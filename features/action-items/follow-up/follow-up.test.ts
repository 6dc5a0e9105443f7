import { and, eq, inArray, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import {
  absences,
  actionItems,
  events,
  forums,
  mailPreferences,
  notices,
  outbox,
  people,
  reminders,
} from '@/db/schema'
import { writeEmail } from '@/features/letters/emails/write'
import { addDays, instantOf, type PlainDate, plainDateOf } from '@/lib/dates'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { isWorkingDay } from '@/lib/working-days'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { handOverActionItem, refuseActionItem, reportDone } from '../commands/answer'
import { releaseActionItem } from '../commands/change'
import { createActionItem } from '../commands/create'
import { askNewDueDate, moveDueDate } from '../commands/due-date'
import { confirmActionItem, reassignActionItem, sendBack } from '../commands/settle'
import { getActionItem } from '../queries/detail'
import { changeMailPreferences, chaseParty, resumeReminders, stopReminders } from './commands'
import { getMailPreferences, listLateParties, listReminders } from './queries'
import { rungDay, rungOn, USUAL } from './rules'
import { followUp } from './sending'

let database: Database
let mette: Viewer
let soeren: Viewer

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  soeren = viewerOf('Søren Bak')
  // Only what a test makes itself is followed up.
  database.update(actionItems).set({ remindersStoppedAt: DEMO_NOW }).run()
})

type Given = { dueOn: PlainDate; party?: string; person?: string; title?: string; at?: Date }
const DOUBTS = ['dueInPast', 'dueFarAway', 'dueOnClosedDay']

const give = ({ dueOn, party = 'BIF', person = 'Søren Bak', title = 'Skriv listen', at = DEMO_NOW }: Given) =>
  createActionItem(
    mette,
    {
      forumId: forumId('noerrebro'),
      title,
      partyId: partyId(party),
      personId: personId(person),
      dueOn,
      visibility: 'forum',
      confirm: DOUBTS,
    },
    at,
  )
const stamp = (id: string) => ({ id, version: stored(id).version })
const stored = (id: string) => database.select().from(actionItems).where(eq(actionItems.id, id)).get()!
const at = (day: PlainDate, time = '07:00') => instantOf(day, time)
const climbed = () =>
  database
    .select({ rung: reminders.rung, day: reminders.remindedAt, person: people.name })
    .from(reminders)
    .innerJoin(people, eq(people.id, reminders.personId))
    .orderBy(reminders.remindedAt)
    .all()
    .map(({ rung, day, person }) => [rung, plainDateOf(day), person])
const mails = (kind: 'follow_up' | 'item_news', name?: string) =>
  database
    .select()
    .from(outbox)
    .where(and(eq(outbox.kind, kind), name ? eq(outbox.recipientId, personId(name)) : undefined))
    .orderBy(outbox.createdAt)
    .all()
const textOf = async (mail: ReturnType<typeof mails>[number], now = DEMO_NOW) => {
  const written = await writeEmail(mail, now)
  return 'text' in written ? written.text : written.withdrawn
}

/** Each day from one to the other, at seven. */
function live(from: PlainDate, to: PlainDate): void {
  for (let day = from; day <= to; day = addDays(day, 1)) followUp(at(day))
}

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

describe('what happens to an item is told to whom it concerns', () => {
  const told = () =>
    database
      .select({ news: notices.news, person: people.name, item: notices.actionItemId })
      .from(notices)
      .innerJoin(people, eq(people.id, notices.personId))
      .orderBy(notices.at)
      .all()
      .map(({ news, person }) => [news, person])
  const later = (minutes: number) => new Date(DEMO_NOW.getTime() + minutes * 60_000)

  test('but never to who did it', () => {
    const id = give({ dueOn: '2026-12-11', party: 'TMF', person: 'Mette Holm' })
    reportDone(mette, { ...stamp(id), evidence: 'Sendt', link: '' }, later(1))
    expect(told()).toEqual([])
  })

  test('at each step, in its own words', async () => {
    const id = give({ dueOn: '2026-12-11' })
    askNewDueDate(soeren, { ...stamp(id), dueOn: '2026-12-18', reason: 'Ferie', confirm: [] }, later(1))
    moveDueDate(mette, { ...stamp(id), dueOn: '2026-12-17', text: '', confirm: [] }, later(2))
    reportDone(soeren, { ...stamp(id), evidence: 'Sendt', link: '' }, later(3))
    sendBack(mette, { ...stamp(id), reason: 'To mangler' }, later(4))
    refuseActionItem(soeren, { ...stamp(id), reason: 'Ikke os' }, later(5))
    const { partyId: to, personId: line } = viewerOf('Line Krogh')
    const next = { partyId: to, personId: line, dueOn: '2026-12-17', text: '', confirm: [] }
    reassignActionItem(mette, { ...stamp(id), ...next }, later(6))
    expect(told()).toEqual([
      ['assigned', 'Søren Bak'],
      ['answered', 'Mette Holm'],
      ['returned', 'Søren Bak'],
      ['answered', 'Mette Holm'],
      ['returned', 'Søren Bak'],
      ['answered', 'Mette Holm'],
      ['assigned', 'Line Krogh'],
    ])
    expect(await textOf(mails('item_news', 'Line Krogh')[0]!)).toContain('Du har fået opgaven')
    // What he was told is his no more.
    expect(await textOf(mails('item_news', 'Søren Bak')[0]!)).toBe('overtaken')
  })

  test('several within ten minutes are one mail, a later one is another', async () => {
    const [first, second] = [
      give({ dueOn: '2026-12-11', title: 'En' }),
      give({ dueOn: '2026-12-12', title: 'To' }),
    ]
    moveDueDate(mette, { ...stamp(first), dueOn: '2026-12-17', text: '', confirm: [] }, later(5))
    expect(mails('item_news')).toHaveLength(1)
    const text = await textOf(mails('item_news')[0]!)
    expect(text.match(/\bEn\b/g)).toHaveLength(1)
    expect(text).toContain('To')
    moveDueDate(mette, { ...stamp(second), dueOn: '2026-12-18', text: '', confirm: [] }, later(11))
    expect(mails('item_news')).toHaveLength(2)
  })

  test('an internal title stands in no mail', async () => {
    const id = give({ dueOn: '2026-12-11', title: 'Hemmelig' })
    database.update(actionItems).set({ visibility: 'internal' }).where(eq(actionItems.id, id)).run()
    followUp(at('2026-12-11'))
    for (const mail of [...mails('item_news'), ...mails('follow_up')]) {
      const text = await textOf(mail)
      expect(text).toContain('En intern opgave')
      expect(text).not.toContain('Hemmelig')
    }
  })

  test('an outsider is told when it is released, not before', () => {
    const id = give({ dueOn: '2026-12-11', party: 'fsb', person: 'Pia Storm' })
    expect(told()).toEqual([])
    releaseActionItem(mette, stamp(id), later(1))
    expect(told()).toEqual([['assigned', 'Pia Storm']])
  })

  test('nobody who is here no more is told', () => {
    database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, 'Mette Holm')).run()
    database
      .update(forums)
      .set({ convenerId: personId('Jonas Friis') })
      .where(eq(forums.slug, 'noerrebro'))
      .run()
    const id = give({ dueOn: '2026-12-11' })
    refuseActionItem(soeren, { ...stamp(id), reason: 'Ikke os' }, later(1))
    expect(told()).toContainEqual(['answered', 'Jonas Friis'])
    expect(told()).not.toContainEqual(['answered', 'Mette Holm'])
  })

  test('a colleague gets it with the date it had, and who gave it hears of it', () => {
    const id = give({ dueOn: '2026-12-11' })
    const to = personId('Louise Damsbo')
    handOverActionItem(soeren, { ...stamp(id), personId: to, text: 'Du kender listen' }, later(1))
    expect(stored(id)).toMatchObject({ responsiblePersonId: to, dueOn: '2026-12-11', state: 'open' })
    expect(told()).toContainEqual(['assigned', 'Louise Damsbo'])
    expect(told()).toContainEqual(['answered', 'Mette Holm'])
    expect(getActionItem(soeren, id).story?.at(-1)).toMatchObject({
      step: 'handed_over',
      colleague: 'Louise Damsbo',
    })
    const again = (name: string) =>
      handOverActionItem(soeren, { ...stamp(id), personId: personId(name), text: '' }, later(2))
    expect(() => again('Louise Damsbo')).toThrow(new Refused('sameResponsible', undefined, 'personId'))
    expect(() => again('Line Krogh')).toThrow(new Refused('unknown', undefined, 'personId'))
  })
})

describe('as one wishes', () => {
  const wish = (person: Viewer, change: Partial<ReturnType<typeof getMailPreferences>>) =>
    changeMailPreferences(person, { ...USUAL, ...change }, DEMO_NOW)

  test('news at once, collected, or never', () => {
    wish(soeren, { assigned: 'digest' })
    wish(viewerOf('Line Krogh'), { assigned: 'none' })
    give({ dueOn: '2027-02-11' })
    give({ dueOn: '2027-02-11', party: 'BUF', person: 'Line Krogh' })
    expect(mails('item_news')).toEqual([])
    followUp(at('2026-11-24'))
    expect(mails('follow_up').map(({ recipientId }) => recipientId)).toEqual([soeren.personId])
    followUp(at('2026-11-25'))
    expect(mails('follow_up')).toHaveLength(1)
    expect(getMailPreferences(soeren).assigned).toBe('digest')
  })

  test('at the hour one wants, or the next one at which the machine is on', () => {
    wish(soeren, { hour: 15 })
    give({ dueOn: '2026-12-11' })
    followUp(at('2026-12-08', '07:00'))
    followUp(at('2026-12-08', '14:00'))
    expect(mails('follow_up')).toEqual([])
    followUp(at('2026-12-08', '17:00'))
    expect(mails('follow_up')).toHaveLength(1)
  })

  test('weekly: news on the first working day of the week, a due date all the same on its day', () => {
    wish(soeren, { assigned: 'digest', rhythm: 'weekly' })
    give({ dueOn: '2026-12-04', at: at('2026-11-25', '12:00') })
    live('2026-11-26', '2026-11-29')
    expect(mails('follow_up')).toEqual([])
    live('2026-11-30', '2026-12-04')
    expect(mails('follow_up').map(({ createdAt }) => plainDateOf(createdAt))).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-04',
    ])
  })

  test('only what still needs one is written, and nothing when all is done', async () => {
    wish(mette, { answered: 'digest' })
    const [done, open] = [
      give({ dueOn: '2026-12-11', title: 'Klaret' }),
      give({ dueOn: '2026-12-11', title: 'Åben' }),
    ]
    reportDone(soeren, { ...stamp(done), evidence: 'Sendt', link: '' }, DEMO_NOW)
    refuseActionItem(soeren, { ...stamp(open), reason: 'Ikke os' }, DEMO_NOW)
    followUp(at('2026-11-24'))
    const [mail] = mails('follow_up', 'Mette Holm')
    expect(await textOf(mail!)).toMatch(/Klaret[\s\S]*Åben|Åben[\s\S]*Klaret/)
    confirmActionItem(mette, stamp(done), DEMO_NOW)
    expect(await textOf(mail!)).not.toContain('Klaret')
    database.update(actionItems).set({ state: 'cancelled' }).where(eq(actionItems.id, open)).run()
    expect(await textOf(mail!)).toBe('overtaken')
  })

  test('an outsider reads no reminders of others', () => {
    const id = give({ dueOn: '2026-12-11' })
    followUp(at('2026-12-11'))
    const read = (name: string) => listReminders(viewerOf(name), { ...stored(id) })
    expect(read('Mette Holm')).toHaveLength(1)
    expect(read('Pia Storm')).toEqual([])
  })
})

test('a year with a thousand items: every reminder on its day, none twice, one mail a day to each at most', () => {
  const names = ['Søren Bak', 'Line Krogh', 'Thomas Ellegaard', 'Anders Vinding', 'Signe Ravn'] as const
  const parties = ['BIF', 'BUF', 'SOF', 'TMF', 'ØKF'] as const
  const start = '2027-01-04'
  const ids = Array.from({ length: 1000 }, (_, index) => {
    const who = index % names.length
    const dueOn = addDays('2027-01-18', (index * 7) % 330)
    return give({
      dueOn,
      party: parties[who],
      person: names[who],
      title: `Nr. ${index}`,
      at: at(start, '06:00'),
    })
  })
  // Every third is reported done on its day, after the reminder of that morning.
  const done = new Set(ids.filter((_, index) => index % 3 === 0))
  const dueOn = new Map(ids.map((id) => [id, stored(id).dueOn]))
  const written: [string, number][] = []
  for (let day = start; day <= '2028-01-31'; day = addDays(day, 1)) {
    followUp(at(day))
    followUp(at(day, '08:00'))
    const today = [...done].filter((id) => dueOn.get(id) === day)
    if (today.length > 0) {
      database
        .update(actionItems)
        .set({ state: 'reported_done' })
        .where(and(inArray(actionItems.id, today), isNull(actionItems.closedAt)))
        .run()
    }
  }
  const all = database.select().from(reminders).all()
  const wrong = all.filter(({ rung, dueOn, remindedAt }) => plainDateOf(remindedAt) !== rungDay(rung, dueOn))
  expect(wrong).toEqual([])
  expect(new Set(all.map(({ actionItemId, rung }) => `${actionItemId} ${rung}`)).size).toBe(all.length)
  for (const rung of ['before', 'due', 'issuer', 'convener'] as const) {
    const expected = ids.filter((id) => {
      if (!done.has(id)) return true
      // Reported on the very day: the reminder of a closed day would have come later.
      return rung === 'before' || (rung === 'due' && isWorkingDay(dueOn.get(id)!))
    })
    expect(
      all
        .filter((row) => row.rung === rung)
        .map(({ actionItemId }) => actionItemId)
        .sort(),
    ).toEqual(expected.sort())
    for (const month of [
      ...new Set(all.map(({ remindedAt }) => plainDateOf(remindedAt).slice(0, 7))),
    ].sort()) {
      const count = all.filter(
        (row) => row.rung === rung && plainDateOf(row.remindedAt).startsWith(month),
      ).length
      written.push([`${month} ${rung}`, count])
    }
  }
  const mailed = mails('follow_up').map(
    ({ recipientId, createdAt }) => `${recipientId} ${plainDateOf(createdAt)}`,
  )
  expect(new Set(mailed).size).toBe(mailed.length)
  const months = [...new Set(written.map(([key]) => key.slice(0, 7)))]
  const cell = (month: string, rung: string) => written.find(([key]) => key === `${month} ${rung}`)?.[1] ?? 0
  const lines = months.map((month) =>
    [
      month,
      ...(['before', 'due', 'issuer', 'convener'] as const).map((rung) =>
        String(cell(month, rung)).padStart(9),
      ),
    ].join(''),
  )
  process.stdout.write(
    `\n1.000 items, ${all.length} reminders in ${mailed.length} mails, none twice\n          before      due   issuer convener\n${lines.join('\n')}\n`,
  )
}, 120_000)

test('wishes stand until changed, and are one’s own', () => {
  expect(getMailPreferences(soeren)).toEqual(USUAL)
  changeMailPreferences(soeren, { ...USUAL, hour: 9 }, DEMO_NOW)
  changeMailPreferences(soeren, { ...USUAL, hour: 10 }, DEMO_NOW)
  expect(database.select().from(mailPreferences).all()).toMatchObject([
    { personId: soeren.personId, hour: 10 },
  ])
})

describe('a collected reminder', () => {
  const late = (person: string, title: string, dueOn = '2026-11-20') => give({ dueOn, person, title })
  const chase = (person = mette, confirm: string[] = []) =>
    chaseParty(person, { partyId: partyId('BIF'), confirm }, DEMO_NOW)
  const chasers = () => database.select().from(outbox).where(eq(outbox.kind, 'chaser')).all()
  beforeEach(() => {
    database.update(actionItems).set({ state: 'cancelled' }).run()
  })

  test('goes to those of the party who have something late, with all of it, and waits ten minutes', async () => {
    late('Søren Bak', 'Listen')
    late('Louise Damsbo', 'Brevet')
    give({ dueOn: '2026-12-20', title: 'Ikke endnu' })
    give({ dueOn: '2026-11-20', party: 'BUF', person: 'Line Krogh', title: 'En andens' })
    expect(chase()).toBe(2)
    expect(
      chasers()
        .map(({ recipientId }) => recipientId)
        .sort(),
    ).toEqual(['Søren Bak', 'Louise Damsbo'].map(personId).sort())
    expect(chasers()[0]?.notBefore).toEqual(new Date(DEMO_NOW.getTime() + 600_000))
    const text = await textOf(chasers()[0]!)
    expect(text).toMatch(/Mette Holm[\s\S]*Listen|Brevet/)
    expect(text).not.toMatch(/Ikke endnu|En andens/)
  })

  test('a second one the same day asks first', () => {
    late('Søren Bak', 'Listen')
    chase()
    expect(() => chase()).toThrow(new Question('partyId', 'chasedToday'))
    expect(chase(mette, ['chasedToday'])).toBe(1)
  })

  test('is not written when nothing is late any more, and nobody else sends one', async () => {
    const id = late('Søren Bak', 'Listen')
    chase()
    reportDone(soeren, { ...stamp(id), evidence: 'Sendt', link: '' }, DEMO_NOW)
    expect(await textOf(chasers()[0]!)).toBe('overtaken')
    expect(() => chase()).toThrow(new Refused('nothingLate'))
    expect(() => chase(soeren)).toThrow(new Refused('notAllowed'))
    expect(() => listLateParties(soeren, '2026-11-23')).toThrow(NotFound)
  })
})
