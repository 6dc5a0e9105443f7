import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, agendaItems, events, goals, initiatives, masterPlans, meetings } from '@/db/schema'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { nameSubject } from './commands'
import { nameSubjectInput } from './input'
import { aboutChoices, getAbout, listAbout, listMentions } from './queries'

let database: Database
let mette: Viewer
let meetingId: string
let itemId: string
beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  const found = database
    .select()
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(eq(meetings.forumId, forumId('noerrebro')))
    .all()
    .find((row) => row.agenda_items.sentAt && row.agenda_items.visibility === 'forum')!
  meetingId = found.meetings.id
  itemId = found.agenda_items.id
})

const plan = (name = 'NørreBrobyggerne') =>
  database.select().from(masterPlans).where(eq(masterPlans.name, name)).get()!.id
const initiative = (title: string) =>
  database.select().from(initiatives).where(eq(initiatives.title, title)).get()!.id
const say = (
  kind: 'plan' | 'initiative' | 'goal',
  id: string,
  at: 'agenda_item' | 'action_item' = 'agenda_item',
) =>
  nameSubject(
    mette,
    {
      at,
      id: at === 'agenda_item' ? itemId : database.select().from(actionItems).get()!.id,
      about: { kind, id },
    },
    DEMO_NOW,
  )

test('an item names a plan, and the plan’s page the item; who may not read the plan reads only the item', () => {
  const onAgenda = () => listMentions(mette, { planId: plan() }).agendaItems.map(({ id }) => id)
  const told = () =>
    database.select().from(events).where(eq(events.kind, 'agenda-item.about-set')).all().length
  const [before, toldBefore] = [onAgenda(), told()]
  expect(before).not.toContain(itemId)
  say('plan', plan())
  expect(listAbout(mette, meetingId).get(itemId)).toEqual({
    kind: 'plan',
    id: plan(),
    title: 'NørreBrobyggerne',
  })
  expect(listAbout(viewerOf('Pia Storm'), meetingId).get(itemId)?.title).toBe('NørreBrobyggerne')
  expect(listAbout(viewerOf('Lars Nygaard'), meetingId).get(itemId)).toBeUndefined()
  expect(onAgenda().toSorted()).toEqual([itemId, ...before].toSorted())
  nameSubject(mette, { at: 'agenda_item', id: itemId, about: null }, DEMO_NOW)
  expect(listAbout(mette, meetingId).get(itemId)).toBeUndefined()
  expect(onAgenda()).toEqual(before)
  expect(told()).toBe(toldBefore + 2)
})

test('a draft that an item names stays the organisation’s and the municipality’s', () => {
  say('initiative', initiative('Sommerudflugt for beboere'))
  const titleFor = (name: string) => listAbout(viewerOf(name), meetingId).get(itemId)?.title
  expect(titleFor('Mette Holm')).toBe('Sommerudflugt for beboere')
  expect(titleFor('Pia Storm')).toBe('Sommerudflugt for beboere')
  expect(titleFor('Lars Nygaard')).toBeUndefined()
  say('initiative', initiative('Fritidsjob med mentor'))
  expect(titleFor('Lars Nygaard')).toBe('Fritidsjob med mentor')
})

test('an action item names a goal of the forum', () => {
  const goal = database.select().from(goals).get()!
  say('goal', goal.id, 'action_item')
  const item = database.select().from(actionItems).where(eq(actionItems.goalId, goal.id)).get()!
  expect(getAbout(mette, item.id)).toEqual({ kind: 'goal', id: goal.id, title: goal.title })
  say('initiative', initiative('Fritidsjob med mentor'), 'action_item')
  const named = listMentions(mette, { initiativeId: initiative('Fritidsjob med mentor') })
  expect(named.actionItems.map(({ id }) => id)).toEqual([item.id])
})

test('only coordinators say it, of what is there', () => {
  const input = { at: 'agenda_item' as const, id: itemId, about: { kind: 'plan' as const, id: plan() } }
  for (const name of ['Pia Storm', 'Søren Bak', 'Ruth Vind'])
    expect(() => nameSubject(viewerOf(name), input, DEMO_NOW)).toThrow()
  expect(() => nameSubject(mette, { ...input, id: 'nowhere' }, DEMO_NOW)).toThrow(NotFound)
  for (const kind of ['plan', 'initiative', 'goal'] as const)
    expect(() => say(kind, 'nowhere')).toThrow(new Refused('unknown', undefined, 'about'))
  const problem = (about: string) =>
    nameSubjectInput.safeParse({ at: 'agenda_item', id: 'a', about }).error?.issues[0]
  expect(problem('plan')).toMatchObject({ params: { key: 'unknown' } })
  expect(problem('person/1')).toMatchObject({ params: { key: 'unknown' } })
  expect(aboutChoices(viewerOf('Pia Storm'), forumId('noerrebro'))).toEqual([])
  expect(aboutChoices(mette, forumId('noerrebro')).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['goal', 'plan', 'initiative']),
  )
})
