import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { agendaItems, parties, topics, type Visibility } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { textHash } from '@/lib/text-hash'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting, type Meeting } from '../../queries'
import { canBeLogged } from '../../rules'
import { carriedTopics } from '../../topics/queries'
import type { AddItemInput } from '../input'
import { placeItem } from '../rules'
import { hasAgenda, writeFirstAgenda } from './first-agenda'
import { insertItem } from './insert-item'
import { placesOf, renumber } from './order'

/** The meeting log gives the id itself, so that an item sent twice is one. */
type Adding = AddItemInput & { id?: string }

/** At the end, before "Eventuelt". Internal unless said otherwise; unsent until the agenda, or a supplement, is sent. */
export function addAgendaItem(person: Viewer, { meetingId, ...input }: Adding, now: Date): string {
  return write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    if (input.id && isKnown(tx, input.id)) return input.id
    const { visibility = 'internal', proposerPartyId = null, ...words } = input
    requireProposer(tx, visibility, proposerPartyId)
    const item = addItem(tx, person, meeting, { ...words, visibility, proposerPartyId }, now)
    record(tx, person, itemAdded(meeting, item), now)
    return item.id
  })
}

type Carrying = { meetingId: string; topicId: string }

/** Puts a matter the forum put off on this agenda, as it stood then. */
export function carryTopic(person: Viewer, { meetingId, topicId }: Carrying, now: Date): string {
  return write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    if (!hasAgenda(tx, meetingId)) {
      record(tx, person, writeFirstAgenda(tx, person, meeting, now), now)
      const brought = findOnAgenda(tx, meetingId, topicId)
      if (brought) return brought.id
    }
    const topic = carriedTopics(person, meeting, tx).find((carried) => carried.topicId === topicId)
    if (!topic) throw new NotFound()
    const { since: _, ...words } = topic
    const item = addItem(tx, person, meeting, words, now)
    record(tx, person, itemAdded(meeting, item), now)
    return item.id
  })
}

type NewItem = Omit<Adding, 'meetingId'> &
  Partial<Pick<typeof agendaItems.$inferInsert, 'carriedFromId' | 'carriedBecause' | 'keptAt'>> & {
    visibility: Visibility
    proposerPartyId: string | null
  }
type Item = NewItem & { id: string }

/** In the transaction of who adds it, and records `itemAdded`. A meeting that had no agenda yet gets its first before it. */
export function addItem(tx: Transaction, person: Viewer, meeting: Meeting, words: NewItem, now: Date): Item {
  if (!canBeLogged(meeting.state)) throw new Refused(`meetingIs_${meeting.state}`)
  if (!hasAgenda(tx, meeting.id)) record(tx, person, writeFirstAgenda(tx, person, meeting, now), now)
  if (words.topicId) requireFreeTopic(tx, meeting.id, words.topicId)
  const item = { position: 0, ...words, id: words.id ?? newId() }
  const placed = placeItem(placesOf(tx, meeting.id), item)
  insertItem(tx, meeting, item, now)
  renumber(tx, placed)
  return item
}

const isKnown = (reader: Reader, id: string): boolean =>
  reader.select({ id: agendaItems.id }).from(agendaItems).where(eq(agendaItems.id, id)).get() !== undefined

/** The event of an item that came onto an agenda. */
export const itemAdded = (meeting: Meeting, { id, kind, visibility, title }: Item) => ({
  kind: 'agenda-item.added',
  subject: ['agenda-item', id] as [string, string],
  forumId: meeting.forumId,
  data: { meeting: meeting.id, kind, visibility, title: textHash(title) },
})

/** What concerns one party must name a party that is not the municipality itself. */
export function requireProposer(reader: Reader, visibility: Visibility, partyId: string | null): void {
  const party =
    partyId === null
      ? undefined
      : reader.select({ kind: parties.kind }).from(parties).where(eq(parties.id, partyId)).get()
  if (partyId !== null && !party) throw new Refused('unknown', undefined, 'proposerPartyId')
  if (visibility === 'own' && (!party || party.kind === 'department')) {
    throw new Refused('ownNeedsProposer', undefined, 'proposerPartyId')
  }
}

/** A topic that exists, and stands on the agenda only once. */
export function requireFreeTopic(reader: Reader, meetingId: string, topicId: string): void {
  const topic = reader.select({ id: topics.id }).from(topics).where(eq(topics.id, topicId)).get()
  if (!topic) throw new NotFound()
  if (findOnAgenda(reader, meetingId, topicId)) throw new Refused('topicOnAgenda')
}

const findOnAgenda = (reader: Reader, meetingId: string, topicId: string) =>
  reader
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.meetingId, meetingId),
        eq(agendaItems.topicId, topicId),
        isNull(agendaItems.removedAt),
      ),
    )
    .get()
