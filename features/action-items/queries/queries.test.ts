import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, agendaItems, decisions, meetings, topics } from '@/db/schema'
import { setAbsence } from '@/features/absences/commands'
import { NotFound } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { countStatements } from '@/test/statements'
import { refuseActionItem, reportDone } from '../commands/answer'
import { releaseActionItem } from '../commands/change'
import { createActionItem, type NewActionItem } from '../commands/create'
import { askNewDueDate } from '../commands/due-date'
import { confirmActionItem, reassignActionItem } from '../commands/settle'
import { daysLate, type Scope } from '../rules'
import { getActionItem } from './detail'
import { lastWordsOf } from './last-words'
import { type ActionItemFilter, countActionItems, listActionItems } from './list'
import { listResponsible } from './responsible'
import { whoClosedSimilar } from './similar'

const NOW = new Date('2026-11-23T09:00:00Z')
const TODAY = '2026-11-23'

let database: Database
let mette: Viewer

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
})

function give(title: string, to: string, more: Partial<NewActionItem> = {}): string {
  const { partyId, personId } = viewerOf(to)
  const task = { title, partyId, personId, dueOn: '2026-12-04', visibility: 'forum' as const, ...more }
  const where = { forumId: forumId('noerrebro'), confirm: ['dueInPast', 'dueOnClosedDay'] }
  return createActionItem(mette, { ...where, ...task }, NOW)
}

const stamp = (id: string) => ({ id, version: versionOf(id) })
const versionOf = (id: string) =>
  database.select().from(actionItems).where(eq(actionItems.id, id)).get()!.version
const release = (id: string) => releaseActionItem(mette, stamp(id), NOW)
const report = (id: string, who: string) =>
  reportDone(viewerOf(who), { ...stamp(id), evidence: 'Sendt i fredags', link: '' }, NOW)
const titles = (viewer: Viewer, filter: ActionItemFilter) =>
  listActionItems(viewer, filter, TODAY).map(({ title }) => title)
/** Only what this test gave, in the order of the list. */
const among = (given: string[], found: string[]) => found.filter((title) => given.includes(title))

describe('the list', () => {
  test('mine: my own, soonest first, the same day in Danish order', () => {
    const given = ['Ø-plan', 'Ældrecafé', 'Zonekort', 'Forfaldent', 'Til Line']
    for (const title of given.slice(0, 3)) give(title, 'Søren Bak', { dueOn: '2026-12-04' })
    give('Forfaldent', 'Søren Bak', { dueOn: '2026-11-16' })
    give('Til Line', 'Line Krogh')
    const mine = titles(viewerOf('Søren Bak'), { scope: 'mine' })
    expect(among(given, mine)).toEqual(['Forfaldent', 'Zonekort', 'Ældrecafé', 'Ø-plan'])
  })

  test("party: what a colleague's has too, and what one sits for", () => {
    give('Til Søren', 'Søren Bak')
    const erik = viewerOf('Erik Dam')
    const seat = erik.ownParties.find((party) => party !== erik.partyId)
    release(give('Til AKB', 'Erik Dam', { partyId: seat, forumId: forumId('bispebjerg') }))
    expect(titles(viewerOf('Karen Lund'), { scope: 'party' })).toContain('Til Søren')
    expect(titles(erik, { scope: 'party' })).toContain('Til AKB')
  })

  test('waiting: reports, refusals and asked dates of my own nobody else’s', () => {
    const given = ['Meldt', 'Afvist', 'Ønsker dato', 'Åben']
    const søren = viewerOf('Søren Bak')
    report(give('Meldt', 'Søren Bak'), 'Søren Bak')
    refuseActionItem(søren, { ...stamp(give('Afvist', 'Søren Bak')), reason: 'Hører under SOF' }, NOW)
    const asked = { dueOn: '2026-12-18', reason: 'Mere tid', confirm: [] }
    askNewDueDate(søren, { ...stamp(give('Ønsker dato', 'Søren Bak')), ...asked }, NOW)
    give('Åben', 'Søren Bak')
    const waiting = (name: string) => among(given, titles(viewerOf(name), { scope: 'waiting' })).sort()
    expect(waiting('Mette Holm')).toEqual(['Afvist', 'Meldt', 'Ønsker dato'])
    expect(waiting('Jonas Friis')).toEqual([])
    expect(waiting('Karen Lund')).toEqual([])
  })

  test('waiting: and what I gave that falls due while the one who has it is away', () => {
    give('Falder i ferien', 'Søren Bak', { dueOn: '2026-12-17' })
    give('Efter ferien', 'Søren Bak', { dueOn: '2026-12-21' })
    const given = ['Falder i ferien', 'Efter ferien']
    const waiting = (name: string) => among(given, titles(viewerOf(name), { scope: 'waiting' }))
    expect(waiting('Mette Holm')).toEqual([])
    const absence = { fromDay: '2026-12-14', toDay: '2026-12-18', deputyId: personId('Louise Damsbo') }
    setAbsence(viewerOf('Søren Bak'), absence, NOW)
    expect(waiting('Mette Holm')).toEqual(['Falder i ferien'])
    expect(waiting('Jonas Friis')).toEqual([])
    expect(countActionItems(mette, TODAY).waiting).toBe(titles(mette, { scope: 'waiting' }).length)
  })

  test('what was settled more than 30 days ago is found by asking for it', () => {
    const id = give('Afsluttet for længst', 'Søren Bak')
    report(id, 'Søren Bak')
    confirmActionItem(mette, stamp(id), NOW)
    const all = (today: string) => listActionItems(mette, { scope: 'all' }, today).map((row) => row.id)
    expect(all('2026-12-23')).toContain(id)
    expect(all('2026-12-24')).not.toContain(id)
    expect(titles(mette, { scope: 'all', state: 'closed' })).toContain('Afsluttet for længst')
  })

  test('late is computed from today', () => {
    const id = give('Forfaldent', 'Søren Bak', { dueOn: '2026-11-20' })
    const late = listActionItems(mette, { scope: 'all', late: true }, TODAY)
    expect(late.map((row) => row.id)).toContain(id)
    expect(late.every((row) => daysLate(row, TODAY) > 0)).toBe(true)
    const before = listActionItems(mette, { scope: 'all', late: true }, '2026-11-20')
    expect(before.map((row) => row.id)).not.toContain(id)
  })

  test('narrowed by forum (id or slug), party and meeting', () => {
    give('Her', 'Søren Bak')
    give('Der', 'Line Krogh', { forumId: forumId('bispebjerg') })
    for (const forum of [forumId('noerrebro'), 'noerrebro']) {
      expect(among(['Her', 'Der'], titles(mette, { scope: 'forum', forum }))).toEqual(['Her'])
    }
    const party = viewerOf('Line Krogh').partyId
    expect(among(['Her', 'Der'], titles(mette, { scope: 'all', party }))).toEqual(['Der'])
    expect(titles(mette, { scope: 'all', meeting: 'no-such-meeting' })).toEqual([])
  })

  test.each(['Mette Holm', 'Søren Bak', 'Karen Lund', 'Pia Storm', 'Ruth Vind'])(
    'the tabs of %s count what the lists hold',
    (name) => {
      give('Åben', 'Søren Bak')
      report(give('Meldt', 'Søren Bak'), 'Søren Bak')
      release(give('Til fsb', 'Pia Storm'))
      const viewer = viewerOf(name)
      const rows = (scope: Scope) => listActionItems(viewer, { scope }, TODAY)
      const pressing = (scope: Scope) =>
        rows(scope).filter(({ state }) => ['open', 'in_progress', 'waiting'].includes(state)).length
      expect(countActionItems(viewer, TODAY)).toEqual({
        mine: pressing('mine'),
        party: pressing('party'),
        waiting: rows('waiting').length,
        following: 0,
        all: rows('all').filter(({ closedAt }) => closedAt === null).length,
      })
    },
  )
})

describe('what a housing organisation sees', () => {
  const everywhere = (viewer: Viewer) =>
    (['mine', 'party', 'waiting', 'forum', 'all'] as const).flatMap((scope) => titles(viewer, { scope }))

  test('its own and the forum’s once sent out; no draft, nothing internal, nothing of another’s', () => {
    give('Ikke udsendt', 'Søren Bak')
    give('Kladde til fsb', 'Pia Storm')
    give('Internt', 'Søren Bak', { visibility: 'internal' })
    release(give('Kun AAB', 'Åse Aagaard', { visibility: 'own' }))
    release(give('Et andet forum', 'Jonas Friis', { forumId: forumId('valby-vigerslev') }))
    release(give('Til forummet', 'Søren Bak'))
    release(give('Til fsb', 'Pia Storm', { visibility: 'own' }))
    const given = ['Ikke udsendt', 'Kladde til fsb', 'Internt', 'Kun AAB', 'Et andet forum']
    const seen = everywhere(viewerOf('Pia Storm'))
    expect(among(given, seen)).toEqual([])
    expect(seen).toEqual(expect.arrayContaining(['Til forummet', 'Til fsb']))
  })

  test('an address of what it may not see is no address at all', () => {
    const hidden = [
      give('Ikke udsendt', 'Søren Bak'),
      give('Kladde til fsb', 'Pia Storm'),
      give('Internt', 'Søren Bak', { visibility: 'internal' }),
      'no-such-item',
      "' OR 1=1 --",
      '',
    ]
    const pia = viewerOf('Pia Storm')
    for (const id of hidden) expect(() => getActionItem(pia, id)).toThrow(NotFound)
  })

  test('not what BIF and the coordinator write to each other about an item of the forum', () => {
    const id = give('Til forummet', 'Søren Bak')
    release(id)
    const wish = { dueOn: '2026-12-18', reason: 'Sygdom i afdelingen', confirm: [] }
    askNewDueDate(viewerOf('Søren Bak'), { ...stamp(id), ...wish }, NOW)
    const pia = viewerOf('Pia Storm')
    expect(getActionItem(pia, id)).toMatchObject({ story: null, askedDueOn: null })
    const rows = listActionItems(pia, { scope: 'all' }, TODAY)
    expect(rows.find((row) => row.id === id)).toMatchObject({ askedDueOn: null, waitingOn: null })
    expect(lastWordsOf(pia, rows).has(id)).toBe(false)
    expect(getActionItem(mette, id).story?.at(-1)?.text).toBe('Sygdom i afdelingen')
  })

  test('not what was written before the item was handed to it', () => {
    const id = give('Afvist af BIF', 'Søren Bak')
    refuseActionItem(viewerOf('Søren Bak'), { ...stamp(id), reason: 'Intern uenighed' }, NOW)
    const pia = viewerOf('Pia Storm')
    const to = { partyId: pia.partyId, personId: pia.personId, dueOn: '2026-12-04' }
    reassignActionItem(mette, { ...stamp(id), ...to, text: 'Vil I tage den?', confirm: [] }, NOW)
    release(id)
    expect(getActionItem(pia, id).story).toMatchObject([
      { step: 'reassigned', text: 'Vil I tage den?', to: 'fsb', from: null, partyBefore: null },
    ])
    expect(getActionItem(mette, id).story).toHaveLength(3)
  })

  test('where it was agreed only as far as it may see that', () => {
    const nørrebro = forumId('noerrebro')
    const sent = {
      announcedAt: NOW,
      createdAt: NOW,
      durationMinutes: 90,
      startsAt: '14:00',
      heldOn: '2026-11-19',
    }
    database
      .insert(meetings)
      .values({ id: 'm', forumId: nørrebro, year: 1999, number: 1, ...sent })
      .run()
    database.insert(topics).values({ id: 't', forumId: nørrebro, title: 'Emne', createdAt: NOW }).run()
    const item = {
      meetingId: 'm',
      topicId: 't',
      position: 1,
      kind: 'decision' as const,
      createdAt: NOW,
      sentAt: NOW,
    }
    const log = {
      meetingId: 'm',
      forumId: nørrebro,
      decidedOn: '2026-11-19',
      loggedAt: NOW,
      loggedById: mette.personId,
    }
    for (const visibility of ['internal', 'forum'] as const) {
      database
        .insert(agendaItems)
        .values({ ...item, id: visibility, title: visibility, visibility })
        .run()
      const decision = { id: `d-${visibility}`, agendaItemId: visibility, body: 'Aftalt', visibility }
      database
        .insert(decisions)
        .values({ ...log, ...decision, number: 1, releasedAt: NOW })
        .run()
    }
    const agreed = (visibility: string) => {
      const source = { meetingId: 'm', agendaItemId: visibility, decisionId: `d-${visibility}` }
      const id = give(`Fra ${visibility}`, 'Pia Storm', source)
      release(id)
      return getActionItem(viewerOf('Pia Storm'), id)
    }
    expect(agreed('forum')).toMatchObject({ agendaItem: { title: 'forum' }, decision: { number: 1 } })
    expect(agreed('internal')).toMatchObject({ meeting: { id: 'm' }, agendaItem: null, decision: null })
  })
})

describe('one item', () => {
  test('a removed one is gone', () => {
    const id = give('Fjernet', 'Søren Bak')
    database.update(actionItems).set({ removedAt: NOW }).where(eq(actionItems.id, id)).run()
    expect(() => getActionItem(mette, id)).toThrow(NotFound)
    expect(titles(mette, { scope: 'all' })).not.toContain('Fjernet')
  })

  test('the last words of a report are the report', () => {
    const id = give('Meldt', 'Søren Bak')
    report(id, 'Søren Bak')
    const rows = listActionItems(mette, { scope: 'waiting' }, TODAY)
    const words = lastWordsOf(mette, rows).get(id)
    expect(words).toMatchObject({
      step: 'reported_done',
      text: 'Sendt i fredags',
      person: 'Søren Bak',
      at: NOW,
    })
  })
})

describe('whom one may give an item to', () => {
  test('people stand under every party they act for, and an auditor under none', () => {
    const choices = listResponsible(mette, TODAY)
    const under = (party: string) =>
      choices.find(({ name }) => name === party)?.people.map(({ name }) => name) ?? []
    expect(under('KAB')).toContain('Erik Dam')
    expect(under('AKB København')).toContain('Erik Dam')
    expect(choices.flatMap(({ people }) => people.map(({ name }) => name))).not.toContain('Ruth Vind')
  })

  test('only a coordinator is shown them', () =>
    expect(listResponsible(viewerOf('Karen Lund'), TODAY)).toEqual([]))
})

test('the number of statements does not grow with the number of items', () => {
  const page = () => {
    const rows = listActionItems(mette, { scope: 'all' }, TODAY)
    lastWordsOf(mette, rows)
    countActionItems(mette, TODAY)
    getActionItem(mette, rows[0]!.id)
    listResponsible(mette, TODAY)
  }
  give('Den første', 'Søren Bak')
  const few = countStatements(database, page)
  for (let index = 0; index < 20; index++) give(`Nr. ${index}`, 'Søren Bak')
  expect(countStatements(database, page)).toBe(few)
  expect(few).toBe(6)
})

describe('who closed similar ones', () => {
  test('is named to the coordinator, most often first, and never the one who has it', () => {
    const closed = (title: string, person: string) => {
      const id = give(title, person)
      database.update(actionItems).set({ state: 'closed', closedAt: NOW }).where(eq(actionItems.id, id)).run()
    }
    closed('Tæl cykelstativer ved skolen', 'Line Krogh')
    closed('Mal cykelstativer', 'Line Krogh')
    closed('Flyt cykelstativer', 'Pia Storm')
    closed('Bestil kage', 'Åse Aagaard')
    const id = give('Sæt nye cykelstativer op', 'Søren Bak')
    closed('Efterse cykelstativer', 'Søren Bak')
    const similar = (viewer: Viewer) => whoClosedSimilar(viewer, getActionItem(viewer, id))
    expect(similar(mette).map(({ name }) => name)).toEqual(['Line Krogh', 'Pia Storm'])
    expect(similar(viewerOf('Søren Bak'))).toEqual([])
  })
})
