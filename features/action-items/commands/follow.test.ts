import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, notices, outbox, people } from '@/db/schema'
import { writeEmail } from '@/features/letters/emails/write'
import { today } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { followUp } from '../follow-up/sending'
import { getActionItem } from '../queries/detail'
import { listFollowers } from '../queries/followers'
import { countActionItems, listActionItems } from '../queries/list'
import { moveDueDate } from './due-date'
import { addFollower, removeFollower } from './follow'
import { cancelActionItem } from './settle'

let database: Database
let mette: Viewer
let id: string
beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  id = database
    .select()
    .from(actionItems)
    .where(eq(actionItems.forumId, forumId('noerrebro')))
    .all()
    .find(
      ({ state, visibility, releasedAt }) => state === 'in_progress' && visibility === 'forum' && releasedAt,
    )!.id
})

const add = (person: Viewer, name: string) =>
  addFollower(person, { id, personId: personId(name), role: 'informed' }, DEMO_NOW)
const followed = (name: string) =>
  listActionItems(viewerOf(name), { scope: 'following' }, today(DEMO_NOW)).map((item) => item.id)
const names = (viewer: Viewer) => listFollowers(viewer, getActionItem(viewer, id)).map(({ name }) => name)

test('one follows what one reads, and finds it in a list of its own', () => {
  const pia = viewerOf('Pia Storm')
  add(pia, 'Pia Storm')
  add(pia, 'Pia Storm')
  expect(followed('Pia Storm')).toEqual([id])
  expect(countActionItems(pia, today(DEMO_NOW)).following).toBe(1)
  removeFollower(pia, { id, personId: pia.personId }, DEMO_NOW)
  removeFollower(pia, { id, personId: pia.personId }, DEMO_NOW)
  expect(followed('Pia Storm')).toEqual([])
})

test('a coordinator names others, but nobody who may not read it', () => {
  add(mette, 'Line Krogh')
  expect(names(mette)).toEqual(['Line Krogh'])
  expect(() => add(mette, 'Erik Dam')).toThrow(new Refused('followerCannotRead', undefined, 'personId'))
  expect(() => add(viewerOf('Søren Bak'), 'Line Krogh')).toThrow(new Refused('notAllowed'))
  expect(() => add(viewerOf('Ruth Vind'), 'Ruth Vind')).toThrow(new Refused('notAllowed'))
  expect(() => add(viewerOf('Erik Dam'), 'Erik Dam')).toThrow(NotFound)
})

test('an outsider learns of no other follower, and what becomes internal is followed no more', () => {
  add(mette, 'Line Krogh')
  add(mette, 'Pia Storm')
  expect(names(viewerOf('Pia Storm'))).toEqual(['Pia Storm'])
  database.update(actionItems).set({ visibility: 'internal' }).where(eq(actionItems.id, id)).run()
  expect(followed('Pia Storm')).toEqual([])
})

test('who follows is told with the daily mail how it went on, as long as they follow; who did it is not', async () => {
  const [line, jonas] = [viewerOf('Line Krogh'), viewerOf('Jonas Friis')]
  add(mette, 'Line Krogh')
  add(mette, 'Jonas Friis')
  const version = () => getActionItem(mette, id).version
  moveDueDate(mette, { id, version: version(), dueOn: '2027-02-12', text: '', confirm: [] }, DEMO_NOW)
  cancelActionItem(jonas, { id, version: version(), reason: 'Klaret' }, DEMO_NOW)
  const told = database
    .select({ name: people.name })
    .from(notices)
    .innerJoin(people, eq(people.id, notices.personId))
    .where(eq(notices.news, 'followed'))
    .all()
  expect(told.map(({ name }) => name).sort()).toEqual(['Jonas Friis', 'Line Krogh', 'Line Krogh'])
  followUp(new Date('2026-11-24T08:00:00Z'))
  const letterTo = async ({ personId }: Viewer) => {
    const mail = database
      .select()
      .from(outbox)
      .where(and(eq(outbox.kind, 'follow_up'), eq(outbox.recipientId, personId)))
      .get()!
    const written = await writeEmail(mail, new Date('2026-11-24T08:15:00Z'))
    return 'withdrawn' in written ? written.withdrawn : written.text
  }
  expect(await letterTo(line)).toContain('Den er annulleret.')
  removeFollower(line, { id, personId: line.personId }, DEMO_NOW)
  expect(await letterTo(line)).not.toContain('Den er annulleret.')
})
