import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItemSteps, actionItems, agendaItems, meetings, notes } from '@/db/schema'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { startMeeting } from '../minutes/commands/meeting'
import { sinceLast } from './queries'

let database: Database
let mette: Viewer
let meeting: typeof meetings.$inferSelect

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  meeting = database
    .select()
    .from(meetings)
    .where(and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.state, 'agenda_sent')))
    .get()!
})

const facts = (viewer = mette) => sinceLast(viewer, meeting, today(DEMO_NOW))!
const written = () =>
  database
    .select({ body: notes.body, visibility: notes.visibility, outcome: agendaItems.outcome })
    .from(notes)
    .innerJoin(agendaItems, eq(agendaItems.id, notes.agendaItemId))
    .where(and(eq(notes.meetingId, meeting.id), eq(agendaItems.writesItself, true)))
    .all()
const open = (visibility: 'forum' | 'internal') =>
  database
    .select()
    .from(actionItems)
    .where(
      and(
        eq(actionItems.forumId, meeting.forumId),
        eq(actionItems.state, 'in_progress'),
        eq(actionItems.visibility, visibility),
      ),
    )
    .get()!

function moved(id: string): void {
  database.update(actionItems).set({ dueOn: '2027-01-15' }).where(eq(actionItems.id, id)).run()
  database
    .insert(actionItemSteps)
    .values({ id: newId(), actionItemId: id, step: 'date_moved', at: DEMO_NOW, personId: mette.personId })
    .run()
}

test('an item moved since the last meeting is told of as moved, one that is late as late', () => {
  const { id } = open('forum')
  moved(id)
  expect(facts().moved.map((item) => item.id)).toEqual([id])
  expect(facts().late.map((item) => item.id)).not.toContain(id)
  expect(facts().late.length).toBeGreaterThan(0)
})

test('an outsider is told of what they may read: what is internal is not counted', () => {
  const pia = viewerOf('Pia Storm')
  database.update(actionItems).set({ visibility: 'internal' }).run()
  expect(facts(pia)).toMatchObject({ closed: [], moved: [] })
  expect(facts(pia).decided.every(({ visibility }) => visibility !== 'internal')).toBe(true)
  expect(facts().late.length).toBeGreaterThan(facts(pia).late.length)
})

test('when the log opens it is the first line there, once, and the item needs no outcome any more', () => {
  startMeeting(mette, { meetingId: meeting.id }, DEMO_NOW)
  startMeeting(mette, { meetingId: meeting.id }, DEMO_NOW)
  const [line, ...more] = written()
  expect(more).toEqual([])
  expect(line).toMatchObject({ visibility: 'forum', outcome: 'noted' })
  const late = facts().late.find(({ visibility }) => visibility === 'forum')!
  expect(line?.body).toMatch(/^Siden mødet 1\. oktober 2026: /)
  expect(line?.body).toContain(`Over fristen: ${late.title} (${late.party}, frist `)
})

test('it holds what the whole forum was sent, and nothing internal or unsent', () => {
  const [shown, hidden, unsent] = database
    .select()
    .from(actionItems)
    .where(eq(actionItems.forumId, meeting.forumId))
    .all()
    .filter(({ state }) => state === 'open' || state === 'in_progress' || state === 'waiting')
  const set = (id: string, change: Partial<typeof actionItems.$inferInsert>) =>
    database
      .update(actionItems)
      .set({ dueOn: '2026-11-01', ...change })
      .where(eq(actionItems.id, id))
      .run()
  set(shown!.id, { title: 'Delt', visibility: 'forum', releasedAt: DEMO_NOW, state: 'open' })
  set(hidden!.id, { title: 'Hemmelig', visibility: 'internal', releasedAt: DEMO_NOW, state: 'open' })
  set(unsent!.id, { title: 'Usendt', visibility: 'forum', releasedAt: null, state: 'open' })
  startMeeting(mette, { meetingId: meeting.id }, DEMO_NOW)
  expect(written()[0]?.body).toContain('Delt')
  expect(written()[0]?.body).not.toMatch(/Hemmelig|Usendt/)
})

test('where there was no meeting before, or no such item, nothing is written', () => {
  database.update(agendaItems).set({ writesItself: false }).where(eq(agendaItems.meetingId, meeting.id)).run()
  startMeeting(mette, { meetingId: meeting.id }, DEMO_NOW)
  expect(written()).toEqual([])
})
