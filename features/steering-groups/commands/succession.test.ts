import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import {
  actionItems,
  agendaItems,
  decisions,
  events,
  type LeftKind,
  masterPlans,
  meetings,
  seats,
  steeringGroups,
  successionItems,
  topics,
} from '@/db/schema'
import { Conflict, NotFound, Question } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { closeGroupInput, keepCountInput, leaveInput, placeInput } from '../input'
import { compareBeforeAfter } from '../queries/before-after'
import { getLedgerGroup, listLedger } from '../queries/ledger'
import { listLeftBehind } from '../queries/left-behind'
import { listPlaces } from '../queries/places'
import { closeGroup, reopenGroup } from './closing'
import { keepCount } from './count'
import { leaveItem, placeItem, removeLeft } from './succession'

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const mette = () => viewerOf('Mette Holm')
const groupId = (name: string) =>
  database.select().from(steeringGroups).where(eq(steeringGroups.name, name)).get()!.id
const BROBYGGERNE = 'Styregruppen for NørreBrobyggerne'
const PULS = 'Styregruppen for Beboerprojekt Puls'
/** Nobody wrote down anything of it. */
const SILENT = 'Styregruppen for Aldersrogade'

const leftBy = (name: string, viewer = mette()) => listLeftBehind(viewer, groupId(name))
const left = (name: string, kind: LeftKind) => {
  const found = leftBy(name).find((item) => item.kind === kind && !item.isPlaced)
  if (!found) throw new Error(`${name} left no ${kind} unplaced.`)
  return found
}
const leave = (name: string, kind: LeftKind, text = 'Noget, der var aftalt') =>
  leaveItem(mette(), { groupId: groupId(name), kind, text }, DEMO_NOW)
type Where = Parameters<typeof placeItem>[1]['where']
const place = (item: { id: string; version: number }, where: Where, endedReason = '') =>
  placeItem(mette(), { successionItemId: item.id, version: item.version, where, endedReason }, DEMO_NOW)
const end = (item: { id: string; version: number }) =>
  place(item, { placement: 'ended', id: null }, 'Ingen brug for det mere')
const close = (name: string, confirm: string[] = []) => {
  const { id, version } = getLedgerGroup(mette(), groupId(name))
  closeGroup(mette(), { id, version, confirm }, DEMO_NOW)
}
const isClosed = (name: string) => getLedgerGroup(mette(), groupId(name)).closedAt !== null

const decisionIn = (slug: string) =>
  database
    .select()
    .from(decisions)
    .where(and(eq(decisions.forumId, forumId(slug)), isNull(decisions.removedAt)))
    .get()!.id
const itemIn = (slug: string) =>
  database
    .select()
    .from(actionItems)
    .where(eq(actionItems.forumId, forumId(slug)))
    .get()!.id
const topicIn = (slug: string) =>
  database
    .select({ id: topics.id })
    .from(topics)
    .innerJoin(agendaItems, eq(agendaItems.topicId, topics.id))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(topics.forumId, forumId(slug)), eq(meetings.state, 'closed')))
    .get()!.id
const seatIn = (slug: string) =>
  database
    .select()
    .from(seats)
    .where(and(eq(seats.forumId, forumId(slug)), isNull(seats.validTo)))
    .get()!.id

describe('what a group left behind', () => {
  test('is placed one by one, each onto something of the forum that replaced the group', () => {
    leave(SILENT, 'decision')
    leave(SILENT, 'action_item')
    leave(SILENT, 'member')
    place(left(SILENT, 'decision'), { placement: 'topic', id: topicIn('noerrebro') })
    place(left(SILENT, 'action_item'), { placement: 'action_item', id: itemIn('noerrebro') })
    place(left(SILENT, 'member'), { placement: 'seat', id: seatIn('noerrebro') })
    expect(leftBy(SILENT).map(({ placement, placedBy }) => [placement, placedBy])).toEqual([
      ['topic', 'Mette Holm'],
      ['action_item', 'Mette Holm'],
      ['seat', 'Mette Holm'],
    ])
    expect(getLedgerGroup(mette(), groupId(SILENT))).toMatchObject({ left: 3, placed: 3 })
  })

  test.each([
    ['decision', () => decisionIn('bispebjerg')],
    ['action_item', () => itemIn('bispebjerg')],
    ['topic', () => topicIn('bispebjerg')],
  ] as const)('is not placed onto a %s of another forum', (placement, find) => {
    const item = left(BROBYGGERNE, 'action_item')
    expect(() => place(item, { placement, id: find() })).toThrow('placeElsewhere')
    expect(() => place(item, { placement, id: 'unknown' })).toThrow('placeElsewhere')
  })

  test('a member is not placed onto the seat of another forum, nor onto a decision', () => {
    const member = left(BROBYGGERNE, 'member')
    expect(() => place(member, { placement: 'seat', id: seatIn('bispebjerg') })).toThrow('placeElsewhere')
    expect(() => place(member, { placement: 'decision', id: decisionIn('noerrebro') })).toThrow(
      'placeWrongKind',
    )
    const item = left(BROBYGGERNE, 'action_item')
    expect(() => place(item, { placement: 'seat', id: seatIn('noerrebro') })).toThrow('placeWrongKind')
  })

  test('of a group that no forum replaced can only have ended', () => {
    database.update(steeringGroups).set({ successorForumId: null }).run()
    const item = left(BROBYGGERNE, 'action_item')
    expect(listPlaces(mette(), null, 'action_item', '2026-11-23')).toEqual([])
    expect(() => place(item, { placement: 'decision', id: decisionIn('noerrebro') })).toThrow(
      'placeElsewhere',
    )
    end(item)
    expect(leftBy(BROBYGGERNE).find(({ id }) => id === item.id)).toMatchObject({ isPlaced: true })
  })

  test('is to be placed again, when what it went to was taken away', () => {
    const before = getLedgerGroup(mette(), groupId(PULS))
    expect(before.placed).toBe(before.left)
    database.update(actionItems).set({ removedAt: DEMO_NOW }).run()
    expect(getLedgerGroup(mette(), groupId(PULS)).placed).toBe(before.left - 1)
  })

  test('is not placed by two people at once', () => {
    const item = left(BROBYGGERNE, 'action_item')
    end(item)
    expect(() => place(item, { placement: 'action_item', id: itemIn('noerrebro') })).toThrow(Conflict)
    expect(() => removeLeft(mette(), { successionItemId: item.id, version: item.version }, DEMO_NOW)).toThrow(
      Conflict,
    )
  })

  test('what was written down by mistake is counted no more, and cannot be placed', () => {
    const item = left(BROBYGGERNE, 'action_item')
    const before = getLedgerGroup(mette(), groupId(BROBYGGERNE)).left
    removeLeft(mette(), { successionItemId: item.id, version: item.version }, DEMO_NOW)
    expect(getLedgerGroup(mette(), groupId(BROBYGGERNE)).left).toBe(before - 1)
    expect(() => end({ ...item, version: item.version + 1 })).toThrow(NotFound)
    expect(database.select().from(successionItems).where(eq(successionItems.id, item.id)).all()).toHaveLength(
      1,
    )
  })

  test('is offered what it can be placed onto, and nothing of another forum', () => {
    for (const kind of ['decision', 'member'] as const) {
      const places = listPlaces(mette(), forumId('noerrebro'), kind, '2026-11-23')
      expect(places.length).toBeGreaterThan(0)
      leave(SILENT, kind)
      for (const { placement, id } of places) {
        const [item] = leftBy(SILENT).filter((one) => one.kind === kind)
        expect(() => place(item!, { placement, id })).not.toThrow()
      }
    }
  })
})

describe('closing a group', () => {
  test('is refused with a count of what is missing, and goes well once all is placed', () => {
    const missing = { count: 2, decisions: 0, actionItems: 1, members: 1 }
    expect(() => close(BROBYGGERNE)).toThrow(
      expect.objectContaining({ code: 'groupHasUnplaced', values: missing }),
    )
    end(left(BROBYGGERNE, 'action_item'))
    expect(() => close(BROBYGGERNE)).toThrow('groupHasUnplaced')
    end(left(BROBYGGERNE, 'member'))
    close(BROBYGGERNE)
    expect(isClosed(BROBYGGERNE)).toBe(true)
    expect(() => close(BROBYGGERNE)).toThrow('groupIsClosed')
  })

  test('asks first where nothing was ever written down', () => {
    expect(() => close(SILENT)).toThrow(Question)
    close(SILENT, ['groupLeftNothing'])
    expect(isClosed(SILENT)).toBe(true)
  })

  test('waits until the group has ended', () => {
    database.update(steeringGroups).set({ endedOn: '2026-12-31' }).run()
    expect(() => close(SILENT, ['groupLeftNothing'])).toThrow('groupEndsLater')
  })

  test('is not done by two people at once, and not on what somebody else has changed meanwhile', () => {
    const { id, version } = getLedgerGroup(mette(), groupId(SILENT))
    closeGroup(mette(), { id, version, confirm: ['groupLeftNothing'] }, DEMO_NOW)
    const again = { id, version: version + 1 }
    reopenGroup(viewerOf('Jonas Friis'), again, DEMO_NOW)
    expect(() => closeGroup(mette(), { ...again, confirm: ['groupLeftNothing'] }, DEMO_NOW)).toThrow(Conflict)
    expect(() => reopenGroup(mette(), again, DEMO_NOW)).toThrow('groupIsOpen')
  })

  test('is undone by what is found later: the group is open until that is placed too', () => {
    expect(isClosed(PULS)).toBe(true)
    leave(PULS, 'decision', 'En aftale, ingen huskede')
    expect(isClosed(PULS)).toBe(false)
    expect(() => close(PULS)).toThrow('groupHasUnplaced')
    end(left(PULS, 'decision'))
    close(PULS)
    expect(isClosed(PULS)).toBe(true)
    const told = database
      .select({ kind: events.kind })
      .from(events)
      .where(eq(events.subjectId, groupId(PULS)))
      .all()
      .map(({ kind }) => kind)
    expect(told).toContain('steering-group.reopened')
  })

  test('stays as it is when something is placed anew', () => {
    const [decision] = leftBy(PULS)
    place(decision!, { placement: 'topic', id: topicIn('bispebjerg') })
    expect(isClosed(PULS)).toBe(true)
  })
})

describe('who may', () => {
  test.each(['Karen Lund', 'Søren Bak', 'Ruth Vind'])('%s reads the ledger and changes nothing', (name) => {
    const viewer = viewerOf(name)
    expect(listLedger(viewer)).toHaveLength(32)
    expect(leftBy(PULS, viewer).length).toBeGreaterThan(0)
    const { id, version } = left(BROBYGGERNE, 'member')
    const group = getLedgerGroup(viewer, groupId(BROBYGGERNE))
    const refused = [
      () => leaveItem(viewer, { groupId: group.id, kind: 'member', text: 'En til' }, DEMO_NOW),
      () =>
        placeItem(
          viewer,
          { successionItemId: id, version, where: { placement: 'ended', id: null }, endedReason: 'x' },
          DEMO_NOW,
        ),
      () => removeLeft(viewer, { successionItemId: id, version }, DEMO_NOW),
      () => closeGroup(viewer, { id: group.id, version: group.version, confirm: [] }, DEMO_NOW),
      () => reopenGroup(viewer, { id: groupId(PULS), version: 1 }, DEMO_NOW),
      () => keepCount(viewer, newCount(), DEMO_NOW),
    ]
    for (const act of refused) expect(act).toThrow('notAllowed')
    expect(() => listPlaces(viewer, forumId('noerrebro'), 'decision', '2026-11-23')).toThrow(NotFound)
  })

  test.each(['Pia Storm', 'Lars Nygaard'])('%s, from outside, meets none of it', (name) => {
    expect(() => listLedger(viewerOf(name))).toThrow(NotFound)
    expect(() => getLedgerGroup(viewerOf(name), groupId(PULS))).toThrow(NotFound)
    expect(() => leftBy(PULS, viewerOf(name))).toThrow(NotFound)
  })

  test('who does not sit in the forum is told that it went to a decision, not which', () => {
    const of = (name: string) =>
      leftBy(PULS, viewerOf(name)).find(({ placement }) => placement === 'decision')
    expect(of('Mette Holm')?.decision?.body).toContain('familierådgiver')
    expect(of('Søren Bak')?.decision?.body ?? null).toBeNull()
    expect(of('Søren Bak')?.isPlaced).toBe(true)
    const seat = leftBy(PULS, viewerOf('Søren Bak')).find(({ placement }) => placement === 'seat')
    expect(seat?.seat?.person ?? null).toBeNull()
  })
})

const newCount = () =>
  keepCountInput.parse({ count: '34', qualifier: 'about', asOf: '2012-03-01', source: 'En optælling' })

describe('how many groups there were', () => {
  test('is what the newest source says, and how surely', () => {
    keepCount(mette(), newCount(), DEMO_NOW)
    const { before } = compareBeforeAfter(mette(), 2026, '2026-11-23').forums
    expect(before).toMatchObject({ count: 34, qualifier: 'about', source: 'En optælling' })
    keepCount(mette(), { ...newCount(), id: before!.id, version: 1, count: 35 }, DEMO_NOW)
    expect(() => keepCount(mette(), { ...newCount(), id: before!.id, version: 1 }, DEMO_NOW)).toThrow(
      Conflict,
    )
  })

  test.each(['0', '-4', '1000', '30,5', 'mange', ''])('is not “%s”', (count) => {
    expect(keepCountInput.safeParse({ ...newCount(), count }).success).toBe(false)
  })
})

describe('what is typed', () => {
  test.each([
    ['where', { where: 'nowhere' }],
    ['where', { where: 'ended/1' }],
    ['where', { where: '' }],
    ['where', { where: "decision/'; drop table seats" }],
    ['endedReason', { where: 'ended', endedReason: '  ' }],
  ])('is refused at %s: %o', (field, typed) => {
    const { error } = placeInput.safeParse({ successionItemId: 'a', version: 1, ...typed })
    expect(error?.issues.map(({ path }) => path[0])).toContain(field)
  })

  test('a personal number is never kept', () => {
    const { error } = leaveInput.safeParse({ groupId: 'a', kind: 'member', text: 'Bo, 010190-1234' })
    expect(error?.issues[0]?.path).toEqual(['text'])
    expect(closeGroupInput.safeParse({ id: 'a', version: 0 }).success).toBe(false)
  })
})

test('the plans of the groups are those of the municipality', () => {
  const plans = new Set(
    database
      .select()
      .from(masterPlans)
      .all()
      .map(({ name }) => name),
  )
  expect(listLedger(mette(), 'noerrebro').every(({ plan }) => plans.has(plan))).toBe(true)
  expect(listLedger(mette(), 'noerrebro')).toHaveLength(6)
})
