import { and, eq, isNotNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, agendaItems, decisions, events, meetings } from '@/db/schema'
import { listOfDecision } from '@/features/action-items/queries/of-decision'
import { listDecisions } from '@/features/forums/queries/record'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { can } from '@/policy'
import { demoDatabase, forumId, DEMO_NOW as now, viewerOf } from '@/test/demo'
import { setReviewDate, settleDecision } from './commands'
import { getDecision, listReadable } from './queries'
import { decisionLabel } from './rules'

let database: Database
let [first, second] = ['', '']
const mette = () => viewerOf('Mette Holm')
const stored = (id: string) => database.select().from(decisions).where(eq(decisions.id, id)).get()!
const inForce = (forum: string, visibility: 'forum' | 'internal') =>
  database
    .select()
    .from(decisions)
    .where(
      and(
        eq(decisions.forumId, forumId(forum)),
        eq(decisions.state, 'in_force'),
        eq(decisions.visibility, visibility),
        isNotNull(decisions.number),
      ),
    )
    .all()
    .map(({ id }) => id)

beforeEach(() => {
  database = demoDatabase()
  ;[first, second] = inForce('noerrebro', 'forum') as [string, string]
})

test('is over when somebody says so, once, and what was decided stands', () => {
  const { body } = stored(first)
  settleDecision(mette(), { id: first, version: 1, state: 'carried_out' }, now)
  expect(stored(first)).toMatchObject({ state: 'carried_out', body, version: 2 })
  expect(() => settleDecision(mette(), { id: first, version: 2, state: 'lapsed' }, now)).toThrow(Conflict)
  const told = database.select().from(events).where(eq(events.subjectId, first)).all().at(-1)
  expect(told?.kind).toBe('decision.carried-out')
})

test('is replaced by one of the same forum that reaches as far, and by nothing else', () => {
  const replace = (replacedById: string) =>
    settleDecision(mette(), { id: first, version: 1, state: 'replaced', replacedById }, now)
  const refused = new Refused('unknown', undefined, 'replacedById')
  expect(() => replace(first)).toThrow(refused)
  expect(() => replace(inForce('bispebjerg', 'forum')[0]!)).toThrow(refused)
  expect(() => replace(inForce('noerrebro', 'internal')[0]!)).toThrow(refused)
  replace(second)
  expect(stored(first)).toMatchObject({ state: 'replaced', replacedById: second })
})

test('gets a day to be looked at again; who comes second is told', () => {
  setReviewDate(mette(), { id: first, version: 1, reviewOn: '2027-03-01' }, now)
  expect(stored(first).reviewOn).toBe('2027-03-01')
  expect(() => setReviewDate(mette(), { id: first, version: 1, reviewOn: null }, now)).toThrow(Conflict)
  setReviewDate(mette(), { id: first, version: 2, reviewOn: null }, now)
  expect(stored(first).reviewOn).toBeNull()
})

test('is the coordinators’ to settle, and to who may not read it is not there', () => {
  const settle = (name: string, id: string) =>
    settleDecision(viewerOf(name), { id, version: 1, state: 'lapsed' }, now)
  expect(() => settle('Pia Storm', first)).toThrow(new Refused('notAllowed'))
  expect(() => settle('Pia Storm', inForce('noerrebro', 'internal')[0]!)).toThrow(NotFound)
  expect(() => settle('Erik Dam', first)).toThrow(NotFound)
})

test('is called by its number in the year, and by how far it reaches', () => {
  const named = { number: 4, decidedOn: '2026-11-23' }
  expect(decisionLabel({ ...named, visibility: 'forum' })).toBe('4/2026')
  expect(decisionLabel({ ...named, visibility: 'own' })).toBe('E4/2026')
  expect(decisionLabel({ ...named, visibility: 'internal' })).toBe('I4/2026')
})

test('no longer in force, it is listed with what became of it, for who may read it', () => {
  settleDecision(mette(), { id: first, version: 1, state: 'replaced', replacedById: second }, now)
  const internal = inForce('noerrebro', 'internal')[0]!
  settleDecision(mette(), { id: internal, version: 1, state: 'lapsed' }, now)
  const fates = (name: string) =>
    new Map(
      listDecisions(viewerOf(name), forumId('noerrebro')).settled.map((decision) => [decision.id, decision]),
    )
  expect(fates('Mette Holm').get(internal)).toMatchObject({ state: 'lapsed' })
  const { number, decidedOn } = stored(second)
  expect(fates('Pia Storm').get(first)).toMatchObject({
    state: 'replaced',
    successor: { number, decidedOn },
  })
  expect(fates('Pia Storm').has(internal)).toBe(false)
  expect(fates('Erik Dam').size).toBe(0)
})

test('has a page for whoever may read it, with what it replaced and what follows from it, and for nobody else', () => {
  settleDecision(mette(), { id: first, version: 1, state: 'replaced', replacedById: second }, now)
  const pia = viewerOf('Pia Storm')
  expect(getDecision(pia, first)).toMatchObject({ state: 'replaced', successor: { id: second } })
  expect(getDecision(pia, second).replaced.map(({ id }) => id)).toContain(first)
  const internal = inForce('noerrebro', 'internal')[0]!
  expect(getDecision(mette(), internal)).toMatchObject({ id: internal, visibility: 'internal' })
  expect(() => getDecision(pia, internal)).toThrow(NotFound)
  expect(() => getDecision(viewerOf('Erik Dam'), first)).toThrow(NotFound)
  expect(() => getDecision(mette(), 'nowhere')).toThrow(NotFound)
  database.update(decisions).set({ removedAt: now }).where(eq(decisions.id, first)).run()
  expect(() => getDecision(mette(), first)).toThrow(NotFound)
})

test('on the page of each, every viewer reads what the table of rights gives them, and items they may read', () => {
  const rows = database
    .select()
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .all()
  for (const name of ['Søren Bak', 'Pia Storm', 'Erik Dam', 'Ruth Vind']) {
    const viewer = viewerOf(name)
    const readable = new Set(
      [...new Set(rows.map((row) => row.meetings.id))].flatMap((id) => [...listReadable(viewer, id)]),
    )
    for (const row of rows) {
      const reads = can.readRecord(viewer, row.decisions, row.agenda_items, row.meetings)
      expect(readable.has(row.decisions.id)).toBe(reads)
      if (!reads) {
        expect(() => getDecision(viewer, row.decisions.id)).toThrow(NotFound)
        continue
      }
      const items = listOfDecision(viewer, getDecision(viewer, row.decisions.id))
      expect(items.every((item) => can.readActionItem(viewer, item))).toBe(true)
    }
  }
})

test('brings the action items given with it, settled ones too, and not those of another decision', () => {
  const { actionItemId, id } = database
    .select({ actionItemId: actionItems.id, id: decisions.id })
    .from(actionItems)
    .innerJoin(decisions, eq(decisions.id, actionItems.decisionId))
    .where(eq(actionItems.state, 'closed'))
    .get()!
  const ids = () => listOfDecision(mette(), getDecision(mette(), id)).map((item) => item.id)
  expect(ids()).toContain(actionItemId)
  database.update(actionItems).set({ decisionId: null }).where(eq(actionItems.id, actionItemId)).run()
  expect(ids()).toContain(actionItemId)
  database.update(actionItems).set({ decisionId: second }).where(eq(actionItems.id, actionItemId)).run()
  expect(ids()).not.toContain(actionItemId)
})
