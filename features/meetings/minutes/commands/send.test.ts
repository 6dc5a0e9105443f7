import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import {
  actionItems,
  agendaItems,
  attendances,
  decisions,
  meetings,
  minutes,
  notes,
  outbox,
  people,
  recipients,
} from '@/db/schema'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { addAgendaItem } from '../../agenda/commands/add'
import { addGuest, markAllPresent, setAttendance } from '../../attendance/commands'
import { findMeeting } from '../../queries'
import { readGaps } from '../queries/gaps'
import { getMinutes } from '../queries/read'
import { changeLine, removeLine } from './change-line'
import { logLine } from './lines'
import { finishMeeting } from './meeting'
import { setOutcome } from './outcome'
import { approveMinutes, sendMinutes } from './send'

let database: Database
let meetingId: string
let forumItem: string
const now = DEMO_NOW
const later = new Date(now.getTime() + 3_600_000)
const mette = () => viewerOf('Mette Holm')

beforeEach(() => {
  database = demoDatabase()
  meetingId = database
    .select()
    .from(meetings)
    .where(and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.state, 'agenda_sent')))
    .get()!.id
  forumItem = add('Ventelister')
})

const add = (title: string, visibility: 'forum' | 'internal' | 'own' = 'forum', proposer?: string) =>
  addAgendaItem(
    mette(),
    {
      meetingId,
      title,
      kind: 'discussion',
      visibility,
      proposerPartyId: proposer ? partyId(proposer) : null,
    },
    now,
  )

const say = (itemId: string, kind: 'note' | 'decision', text: string, at = now) => {
  const id = newId()
  logLine(mette(), { kind, meetingId, itemId, id, text }, at)
  return id
}

/** Everything is said; nothing is missing. */
function hold() {
  finishMeeting(mette(), { meetingId }, now)
  markAllPresent(mette(), { meetingId }, now)
  for (const item of readGaps(database, meetingId).items) {
    setOutcome(mette(), { meetingId, itemId: item.id, outcome: 'discussed' }, now)
  }
}

const approve = (at = now) => sendMinutes(mette(), { mode: 'approve', meetingId, overruleReason: '' }, at)
const review = () =>
  sendMinutes(mette(), { mode: 'review', meetingId, until: '2026-12-04', overruleReason: '' }, now)
const decision = (id: string) => database.select().from(decisions).where(eq(decisions.id, id)).get()!
const versions = () => database.select().from(minutes).where(eq(minutes.meetingId, meetingId)).all()
const read = (name: string) => JSON.stringify(getMinutes(viewerOf(name), meetingId).edition)

describe('what is missing', () => {
  test('a meeting that is not finished is not sent', () => {
    expect(() => approve()).toThrow(new Refused('meetingNotFinished'))
  })

  test('the refusal names the people without a status and the items without an outcome', () => {
    finishMeeting(mette(), { meetingId }, now)
    const refused = () => {
      try {
        approve()
      } catch (error) {
        return error as Refused
      }
    }
    expect(refused()?.code).toBe('attendanceAndOutcomesMissing')
    markAllPresent(mette(), { meetingId }, now)
    expect(refused()?.code).toBe('outcomesMissing')
    hold()
    const [row] = database.select().from(attendances).where(eq(attendances.meetingId, meetingId)).all()
    database.update(attendances).set({ status: null }).where(eq(attendances.id, row!.id)).run()
    expect(refused()).toMatchObject({ code: 'attendanceMissing', values: { who: row!.name } })
    expect(versions()[0]?.sentAt).toBeNull()
    expect(database.select().from(outbox).where(eq(outbox.kind, 'minutes')).all()).toEqual([])
  })

  test('a removed item needs no outcome', () => {
    const removed = add('Fjernet')
    hold()
    setOutcome(mette(), { meetingId, itemId: removed, outcome: 'pending' }, now)
    database.update(agendaItems).set({ removedAt: now }).where(eq(agendaItems.id, removed)).run()
    expect(() => approve()).not.toThrow()
  })
})

describe('sending', () => {
  test('approved at once closes the meeting; everything said is released and every item shared', () => {
    const noteId = say(forumItem, 'note', 'En note')
    hold()
    approve()
    expect(findMeeting(database, mette(), meetingId)).toMatchObject({ state: 'closed', closedAt: now })
    expect(versions()).toMatchObject([
      { version: 1, state: 'approved', approvedById: personId('Mette Holm') },
    ])
    expect(database.select().from(notes).where(eq(notes.id, noteId)).get()?.releasedAt).toEqual(now)
    const items = database.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).all()
    expect(items.every(({ sentAt }) => sentAt !== null)).toBe(true)
  })

  test('everybody with a seat gets one row and one mail: outsiders the forum’s edition, the municipality its own', () => {
    hold()
    const count = approve()
    const rows = database
      .select({ name: people.name, edition: recipients.edition, role: people.role })
      .from(recipients)
      .innerJoin(people, eq(people.id, recipients.personId))
      .where(and(eq(recipients.meetingId, meetingId), eq(recipients.document, 'minutes')))
      .all()
    expect(rows).toHaveLength(count)
    expect(new Set(rows.map(({ name }) => name)).size).toBe(count)
    const editionOf = (name: string) => rows.find((row) => row.name === name)?.edition
    expect(editionOf('Pia Storm')).toBe('forum')
    expect(editionOf('Lars Nygaard')).toBe('forum')
    expect(editionOf('Søren Bak')).toBe('internal')
    expect(editionOf('Erik Dam')).toBeUndefined()
    const mails = database.select().from(outbox).where(eq(outbox.kind, 'minutes')).all()
    expect(mails).toHaveLength(count)
    expect(
      mails.every(({ payload }) => JSON.stringify(payload) === JSON.stringify({ meetingId, version: '1' })),
    ).toBe(true)
  })

  test('decisions are numbered on from the forum’s last, internal ones and a party’s own in series of their own', () => {
    const before = database
      .select()
      .from(decisions)
      .where(eq(decisions.forumId, forumId('noerrebro')))
      .all()
    const last = (visibility: string) =>
      Math.max(0, ...before.filter((row) => row.visibility === visibility).map(({ number }) => number ?? 0))
    const internal = say(add('Internt', 'internal'), 'decision', 'Intern beslutning')
    const own = say(add('Kun fsb', 'own', 'fsb'), 'decision', 'Beslutning for fsb')
    const [first, second] = [say(forumItem, 'decision', 'A'), say(forumItem, 'decision', 'B')]
    expect(decision(first).number).toBeNull()
    hold()
    approve()
    expect(decision(first).number).toBe(last('forum') + 1)
    expect(decision(second).number).toBe(last('forum') + 2)
    expect(decision(internal).number).toBe(last('internal') + 1)
    expect(decision(own).number).toBe(1)
  })

  test('nobody but the team sends or approves', () => {
    hold()
    for (const name of ['Søren Bak', 'Karen Lund', 'Pia Storm', 'Ruth Vind']) {
      const person = viewerOf(name)
      expect(
        () => sendMinutes(person, { mode: 'approve', meetingId, overruleReason: '' }, now),
        name,
      ).toThrow(new Refused('notAllowed'))
      expect(() => approveMinutes(person, { meetingId }, now), name).toThrow(new Refused('notAllowed'))
    }
    expect(() =>
      sendMinutes(viewerOf('Erik Dam'), { mode: 'approve', meetingId, overruleReason: '' }, now),
    ).toThrow(NotFound)
  })

  test('a meeting nobody announced becomes known with its minutes', () => {
    database
      .update(meetings)
      .set({ announcedAt: null, state: 'planned' })
      .where(eq(meetings.id, meetingId))
      .run()
    hold()
    expect(() => read('Pia Storm')).toThrow(NotFound)
    approve()
    expect(read('Pia Storm')).toContain('Ventelister')
  })
})

describe('reading', () => {
  test('while it is a draft the municipality sees it and nobody else', () => {
    say(forumItem, 'note', 'Kladdens ord')
    expect(read('Mette Holm')).toContain('Kladdens ord')
    expect(read('Søren Bak')).toContain('Kladdens ord')
    for (const name of ['Pia Storm', 'Lars Nygaard', 'Ruth Vind', 'Erik Dam']) {
      expect(() => getMinutes(viewerOf(name), meetingId), name).toThrow(NotFound)
    }
  })

  test('a meeting nobody has begun to log has no minutes, not even for the coordinator', () => {
    expect(() => getMinutes(mette(), meetingId)).toThrow(NotFound)
  })

  test('each reads the edition that fits: own items for their party alone, internal ones for the municipality', () => {
    say(add('Kun fsb', 'own', 'fsb'), 'note', 'ord-til-fsb')
    say(add('Internt', 'internal'), 'note', 'ord-internt')
    logLine(
      mette(),
      {
        kind: 'note',
        meetingId,
        itemId: forumItem,
        id: newId(),
        text: 'ord-internt-2',
        visibility: 'internal',
      },
      now,
    )
    say(forumItem, 'note', 'ord-til-alle')
    hold()
    approve()
    const words = (name: string) =>
      ['ord-til-alle', 'ord-til-fsb', 'ord-internt', 'ord-internt-2'].filter((word) =>
        read(name).includes(`"${word}"`),
      )
    expect(words('Pia Storm')).toEqual(['ord-til-alle', 'ord-til-fsb'])
    expect(words('Åse Aagaard')).toEqual(['ord-til-alle'])
    expect(words('Søren Bak')).toHaveLength(4)
    expect(words('Ruth Vind')).toHaveLength(4)
    expect(versions()[0]?.forumEdition).not.toMatch(/ord-internt|ord-til-fsb/)
  })

  test('the numbers an outsider reads have no gap to count', () => {
    add('Internt', 'internal')
    add('Sidste')
    hold()
    approve()
    const numbers = getMinutes(viewerOf('Pia Storm'), meetingId).edition.items.map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)))
  })

  test('who came is told, when they came and what they prepared never is', () => {
    hold()
    const row = database.select().from(attendances).where(eq(attendances.meetingId, meetingId)).get()!
    const hours = { arrivedAt: '14:17', leftAt: '15:03', preparationMinutes: 47 }
    setAttendance(
      mette(),
      { meetingId, id: row.id, version: row.version, status: 'deputy', deputyName: 'Vera Vikar', ...hours },
      now,
    )
    addGuest(mette(), { meetingId, id: newId(), name: 'Gitte Gæst', organisation: 'Politiet' }, now)
    approve()
    for (const stored of [versions()[0]?.forumEdition, versions()[0]?.internalEdition]) {
      expect(stored).toContain('Vera Vikar')
      expect(stored).toContain('Gitte Gæst')
      expect(stored).not.toMatch(/14:17|15:03|arrivedAt|leftAt|preparation/)
    }
  })

  test('what was sent stands, whatever happens to the rows it was made of', () => {
    const taskId = newId()
    const task = {
      partyId: partyId('BIF'),
      personId: personId('Søren Bak'),
      dueOn: '2026-11-27',
      confirm: [],
    }
    logLine(mette(), { kind: 'action', meetingId, itemId: forumItem, id: taskId, text: 'Ring', ...task }, now)
    say(forumItem, 'decision', 'Som sagt')
    hold()
    approve()
    const before = [read('Pia Storm'), read('Søren Bak')]
    database.update(agendaItems).set({ title: 'Omdøbt' }).where(eq(agendaItems.id, forumItem)).run()
    database.update(decisions).set({ body: 'Omskrevet' }).where(eq(decisions.meetingId, meetingId)).run()
    database.update(actionItems).set({ dueOn: '2027-01-01' }).where(eq(actionItems.id, taskId)).run()
    database.update(people).set({ name: 'Nyt Navn' }).where(eq(people.name, 'Søren Bak')).run()
    expect([
      read('Pia Storm'),
      JSON.stringify(getMinutes(viewerOf('Line Krogh'), meetingId).edition),
    ]).toEqual(before)
  })

  test('the database itself refuses to rewrite approved minutes', () => {
    hold()
    approve()
    expect(() =>
      database.update(minutes).set({ forumEdition: '{}' }).where(eq(minutes.meetingId, meetingId)).run(),
    ).toThrow()
  })
})

describe('review', () => {
  test('is read by everybody, leaves the meeting open, and is not sent twice', () => {
    say(forumItem, 'note', 'Til kommentering')
    hold()
    review()
    expect(read('Pia Storm')).toContain('Til kommentering')
    expect(findMeeting(database, mette(), meetingId).state).toBe('held')
    expect(versions()).toMatchObject([{ state: 'in_review', reviewUntil: '2026-12-04' }])
    expect(() => approve()).toThrow(new Refused('minutesInReview'))
  })

  test('its date lies ahead', () => {
    hold()
    const past = { mode: 'review' as const, meetingId, until: '2026-11-22', overruleReason: '' }
    expect(() => sendMinutes(mette(), past, now)).toThrow('reviewUntilPast')
  })

  test('unchanged minutes are approved as they were sent, without another mail', () => {
    hold()
    review()
    const mails = () => database.select().from(outbox).where(eq(outbox.kind, 'minutes')).all().length
    const sent = mails()
    expect(approveMinutes(mette(), { meetingId }, later)).toBe(0)
    expect(versions()).toMatchObject([{ version: 1, state: 'approved', sentAt: now, approvedAt: later }])
    expect(mails()).toBe(sent)
    expect(findMeeting(database, mette(), meetingId).state).toBe('closed')
  })

  test('a correction is a draft until it is approved, which sends a second version and leaves the first', () => {
    const id = say(forumItem, 'decision', 'Første ord')
    hold()
    review()
    const first = versions()[0]
    changeLine(mette(), { kind: 'decision', meetingId, id, version: 1, text: 'Andre ord' }, later)
    expect(decision(id).releasedAt).toBeNull()
    expect(read('Pia Storm')).toContain('Første ord')
    expect(read('Søren Bak')).toContain('Første ord')
    expect(getMinutes(mette(), meetingId).changedSinceSent).toBe(true)
    expect(approveMinutes(mette(), { meetingId }, later)).toBeGreaterThan(0)
    expect(read('Pia Storm')).toContain('Andre ord')
    expect(versions()).toMatchObject([
      { version: 1, forumEdition: first?.forumEdition },
      { version: 2, state: 'approved' },
    ])
    expect(decision(id).number).not.toBeNull()
  })

  test('a line taken away in review is gone from the second version only', () => {
    const id = say(forumItem, 'note', 'Ord der ryger')
    hold()
    review()
    removeLine(mette(), { meetingId, id, kind: 'note', removed: true }, later)
    expect(read('Pia Storm')).toContain('Ord der ryger')
    approveMinutes(mette(), { meetingId }, later)
    expect(read('Pia Storm')).not.toContain('Ord der ryger')
  })

  test('only what is in review is approved', () => {
    hold()
    expect(() => approveMinutes(mette(), { meetingId }, now)).toThrow(new Refused('minutesNotInReview'))
  })
})
