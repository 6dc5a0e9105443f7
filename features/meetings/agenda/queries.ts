import 'server-only'
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { agendaItems, meetings, parties, topics } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import type { LocalTime } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { numberItems, plannedStarts } from './rules'

export type AgendaItem = typeof agendaItems.$inferSelect
export type AgendaEntry = ReturnType<typeof listAgenda>[number]

/** What the viewer may see of the agenda, in reading order, with numbers and planned clock times; [] for an unseen meeting. */
export function listAgenda(viewer: Viewer, meetingId: string) {
  const found = entriesOf(db(), viewer, meetingId).all()
  const items = numberItems(found)
  const shared = items.filter(({ visibility }) => visibility === 'forum')
  const starts = plannedStarts(
    found[0]?.meetingStart ?? '00:00',
    shared.map(({ minutes }) => minutes),
  )
  return items.map(({ meetingStart, ...item }, index) => ({
    ...item,
    /** Proposed by a party the viewer speaks for. */
    own: item.proposerPartyId !== null && viewer.ownParties.includes(item.proposerPartyId),
    /** Only where everybody has the same items before it: of an internal item the clock would tell. */
    startsAt: (starts[index] ?? null) as LocalTime | null,
  }))
}

const entriesOf = keptQuery((reader, viewer: Viewer, meetingId: string) =>
  reader
    .select(entry)
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(topics, eq(topics.id, agendaItems.topicId))
    .leftJoin(parties, eq(parties.id, agendaItems.proposerPartyId))
    .where(
      and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt), visible.agendaItems(viewer)),
    )
    .prepare(),
)

/** For commands. Throws NotFound for an item that is removed, never was, or that the person may not see. */
export function findAgendaItem(reader: Reader, person: Viewer, id: string, { removed = false } = {}) {
  const found = reader
    .select({ item: agendaItems, meeting: meetings })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(agendaItems.id, id),
        removed ? isNotNull(agendaItems.removedAt) : isNull(agendaItems.removedAt),
        visible.agendaItems(person),
      ),
    )
    .get()
  if (!found) throw new NotFound()
  return found
}

/** What was taken off an agenda and can be put back; the latest first. */
export function listRemovedItems(viewer: Viewer, meetingId: string) {
  if (!can.conveneMeetings(viewer)) return []
  return db()
    .select({ id: agendaItems.id, title: agendaItems.title, removedAt: agendaItems.removedAt })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(agendaItems.meetingId, meetingId),
        isNotNull(agendaItems.removedAt),
        visible.agendaItems(viewer),
      ),
    )
    .orderBy(desc(agendaItems.removedAt))
    .all()
}

const entry = {
  id: agendaItems.id,
  meetingId: agendaItems.meetingId,
  topicId: agendaItems.topicId,
  position: agendaItems.position,
  title: agendaItems.title,
  kind: agendaItems.kind,
  presenter: agendaItems.presenter,
  minutes: agendaItems.minutes,
  description: agendaItems.description,
  visibility: agendaItems.visibility,
  proposerPartyId: agendaItems.proposerPartyId,
  proposer: parties.shortName,
  proposerKind: parties.kind,
  outcome: agendaItems.outcome,
  carriedBecause: agendaItems.carriedBecause,
  keptAt: agendaItems.keptAt,
  writesItself: agendaItems.writesItself,
  standing: topics.standing,
  sentAt: agendaItems.sentAt,
  version: agendaItems.version,
  meetingStart: meetings.startsAt,
}
