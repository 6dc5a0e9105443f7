import { eq, inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItemSteps, actionItems } from '@/db/schema'
import { Question, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { settleSeveral } from './several'

let database: Database
let ids: string[]
beforeEach(() => {
  database = demoDatabase()
  ids = database
    .select()
    .from(actionItems)
    .where(eq(actionItems.state, 'in_progress'))
    .all()
    .slice(0, 3)
    .map(({ id }) => id)
})

const mette = () => viewerOf('Mette Holm')
const set = (change: Partial<typeof actionItems.$inferInsert>, some = ids) =>
  database.update(actionItems).set(change).where(inArray(actionItems.id, some)).run()
const states = () =>
  database
    .select()
    .from(actionItems)
    .where(inArray(actionItems.id, ids))
    .all()
    .map(({ state }) => state)
const move = (dueOn: string, confirm: string[] = []) =>
  settleSeveral(mette(), { step: 'date_moved', actionItemIds: ids, dueOn, text: 'Ferie', confirm }, DEMO_NOW)

test('several are closed in one go, each with its own step', () => {
  set({ state: 'reported_done' })
  expect(settleSeveral(mette(), { step: 'closed', actionItemIds: [...ids, ids[0]!] }, DEMO_NOW)).toBe(3)
  expect(states()).toEqual(['closed', 'closed', 'closed'])
  const steps = database
    .select()
    .from(actionItemSteps)
    .where(inArray(actionItemSteps.actionItemId, ids))
    .all()
  expect(
    steps.filter(({ step, at }) => step === 'closed' && at.getTime() === DEMO_NOW.getTime()),
  ).toHaveLength(3)
})

test('when one cannot be closed none is', () => {
  set({ state: 'reported_done' }, ids.slice(0, 2))
  const close = () => settleSeveral(mette(), { step: 'closed', actionItemIds: ids }, DEMO_NOW)
  expect(close).toThrow(new Refused('actionItemIs_in_progress'))
  expect(states()).not.toContain('closed')
})

test('several get another date, those that have it already keep it; a doubtful one is asked about once', () => {
  set({ dueOn: '2027-01-14' }, ids.slice(0, 1))
  expect(move('2027-01-14')).toBe(2)
  const dates = database.select().from(actionItems).where(inArray(actionItems.id, ids)).all()
  expect(new Set(dates.map(({ dueOn }) => dueOn))).toEqual(new Set(['2027-01-14']))
  expect(() => move('2027-01-16')).toThrow(Question)
  expect(move('2027-01-16', ['dueOnClosedDay'])).toBe(3)
})

test('only coordinators settle', () => {
  for (const name of ['Søren Bak', 'Pia Storm', 'Karen Lund', 'Ruth Vind']) {
    const settle = () => settleSeveral(viewerOf(name), { step: 'closed', actionItemIds: ids }, DEMO_NOW)
    expect(settle).toThrow(new Refused('notAllowed'))
  }
})
