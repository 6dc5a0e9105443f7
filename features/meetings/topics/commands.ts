import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { agendaItems, topics } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { addItem, itemAdded, requireFreeTopic } from '../agenda/commands/add'
import { findAgendaItem } from '../agenda/queries'
import { findComingMeeting } from '../queries'
import { isBeforeHeld } from '../rules'
import type { PassTopicInput, StandingInput } from './input'
import { getTopic } from './queries'

type Item = { id: string }

/** What came back by itself stays on this agenda. Twice is once. */
export function keepItem(person: Viewer, { id }: Item, now: Date): void {
  write((tx) => {
    const { item, meeting } = findAgendaItem(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (item.keptAt || !item.carriedBecause) return
    tx.update(agendaItems).set({ keptAt: now }).where(eq(agendaItems.id, id)).run()
    const data = { because: item.carriedBecause }
    record(
      tx,
      person,
      { kind: 'agenda-item.kept', subject: ['agenda-item', id], forumId: meeting.forumId, data },
      now,
    )
  })
}

/** Off this agenda, and it comes back no more; what was said about it stays where it is. */
export function closeTopic(person: Viewer, { id }: Item, now: Date): void {
  write((tx) => {
    const { item, meeting } = findAgendaItem(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`meetingIs_${meeting.state}`)
    if (item.outcome !== 'pending') throw new Refused('itemIsLogged')
    tx.update(agendaItems).set({ removedAt: now }).where(eq(agendaItems.id, id)).run()
    tx.update(topics).set({ closedAt: now, standing: false }).where(eq(topics.id, item.topicId)).run()
    const data = { meeting: meeting.id, item: id }
    const { forumId } = meeting
    record(tx, person, { kind: 'topic.closed', subject: ['topic', item.topicId], forumId, data }, now)
  })
}

/** From now on it stands on every agenda of its forum, or no longer does. */
export function setStanding(person: Viewer, { id, standing }: StandingInput, now: Date): void {
  write((tx) => {
    authorize(can.conveneMeetings(person))
    const topic = getTopic(person, id)
    if (topic.standing === standing) return
    const closedAt = standing ? null : topic.closedAt
    tx.update(topics).set({ standing, closedAt }).where(eq(topics.id, id)).run()
    const kind = standing ? 'topic.standing' : 'topic.no-longer-standing'
    record(tx, person, { kind, subject: ['topic', id], forumId: forumOf(tx, id) }, now)
  })
}

/** To the next meeting of another forum, with what it has to know; the history goes along. Returns that meeting's id. */
export function passTopic(person: Viewer, { id, forumId, background }: PassTopicInput, now: Date): string {
  return write((tx) => {
    authorize(can.conveneMeetings(person))
    const topic = getTopic(person, id)
    if (forumId === forumOf(tx, id)) throw new Refused('unknown', undefined, 'forumId')
    const next = findComingMeeting(tx, person, forumId, today(now))
    if (!next) throw new Refused('noComingMeeting', undefined, 'forumId')
    requireFreeTopic(tx, next.id, id)
    const [latest] = topic.appearances
    if (!latest) throw new NotFound()
    // Whose item it was says nothing in the other forum: until the coordinator shares it there, it is internal.
    const words = { kind: latest.kind, minutes: latest.minutes, title: topic.title }
    const item = addItem(
      tx,
      person,
      next,
      {
        ...words,
        description: background,
        visibility: 'internal',
        proposerPartyId: null,
        topicId: id,
        carriedFromId: latest.id,
        carriedBecause: 'passed_on',
      },
      now,
    )
    record(tx, person, itemAdded(next, item), now)
    const data = { meeting: next.id, item: item.id, passedTo: forumId }
    record(
      tx,
      person,
      { kind: 'topic.passed-on', subject: ['topic', id], forumId: forumOf(tx, id), data },
      now,
    )
    return next.id
  })
}

const forumOf = (tx: Transaction, topicId: string): string | null =>
  tx.select({ forumId: topics.forumId }).from(topics).where(eq(topics.id, topicId)).get()?.forumId ?? null
