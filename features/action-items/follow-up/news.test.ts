import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, forums, mailPreferences, notices, people } from '@/db/schema'
import { plainDateOf } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, personId, viewerOf } from '@/test/demo'
import { at, give, live, mails, stamp, stopEveryReminder, stored, textOf } from '@/test/follow-up'
import { handOverActionItem, refuseActionItem, reportDone } from '../commands/answer'
import { releaseActionItem } from '../commands/change'
import { askNewDueDate, moveDueDate } from '../commands/due-date'
import { confirmActionItem, reassignActionItem, sendBack } from '../commands/settle'
import { getActionItem } from '../queries/detail'
import { changeMailPreferences } from './commands'
import { getMailPreferences, listReminders } from './queries'
import { USUAL } from './rules'
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
    const id = give({ dueOn: '2026-12-11', by: mette })
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

test('wishes stand until changed, and are one’s own', () => {
  expect(getMailPreferences(soeren)).toEqual(USUAL)
  changeMailPreferences(soeren, { ...USUAL, hour: 9 }, DEMO_NOW)
  changeMailPreferences(soeren, { ...USUAL, hour: 10 }, DEMO_NOW)
  expect(database.select().from(mailPreferences).all()).toMatchObject([
    { personId: soeren.personId, hour: 10 },
  ])
})
