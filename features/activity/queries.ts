import 'server-only'
import { and, asc, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { type AnySQLiteColumn, alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import { actionItems, agendaItems, events, forums, meetings, parties, people } from '@/db/schema'
import { addDays, instantOf } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import type { EventFilter } from './input'

const subjectPeople = alias(people, 'subject_people')

/** So many events stand on a page. */
export const EVENTS_ON_A_PAGE = 100

export type ListedEvent = ReturnType<typeof select>[number]

/** The newest first; `before` leads to older ones. Throws NotFound for those who may not read events at all. */
export function listEvents(viewer: Viewer, filter: EventFilter): ListedEvent[] {
  return select(viewer, filter, EVENTS_ON_A_PAGE + 1)
}

/** All that the filter leaves, for the export. */
export function listAllEvents(viewer: Viewer, filter: EventFilter): ListedEvent[] {
  return select(viewer, { ...filter, before: undefined }, -1)
}

function select(viewer: Viewer, filter: EventFilter, most: number) {
  if (!can.readEvents(viewer)) throw new NotFound()
  return db()
    .select({
      seq: events.seq,
      at: events.at,
      actorKind: events.actorKind,
      actor: sql<string>`coalesce(${people.name}, ${events.actorId})`,
      kind: events.kind,
      subjectKind: events.subjectKind,
      subjectId: events.subjectId,
      title: sql<
        string | null
      >`coalesce(${actionItems.title}, ${agendaItems.title}, ${parties.shortName}, ${subjectPeople.name}, ${meetings.heldOn})`,
      forum: forums.name,
      forumSlug: forums.slug,
      data: events.data,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .leftJoin(forums, eq(forums.id, events.forumId))
    .leftJoin(meetings, isAbout('meeting', meetings.id))
    .leftJoin(agendaItems, isAbout('agenda-item', agendaItems.id))
    .leftJoin(actionItems, isAbout('action-item', actionItems.id))
    .leftJoin(parties, isAbout('party', parties.id))
    .leftJoin(subjectPeople, isAbout('person', subjectPeople.id))
    .where(and(visible.events(viewer), ...conditions(filter)))
    .orderBy(desc(events.seq))
    .limit(most)
    .all()
}

const isAbout = (kind: string, id: AnySQLiteColumn): SQL =>
  sql`${events.subjectKind} = ${kind} and ${id} = ${events.subjectId}`

/** Days are Copenhagen's; `undefined` where nothing was asked. */
const conditions = ({ about, subject, person, forum, from, to, before }: EventFilter) => [
  about ? eq(events.subjectKind, about) : undefined,
  subject ? eq(events.subjectId, subject) : undefined,
  person ? eq(events.actorId, person) : undefined,
  forum ? eq(forums.slug, forum) : undefined,
  from ? gte(events.at, instantOf(from, '00:00')) : undefined,
  to ? lt(events.at, instantOf(addDays(to, 1), '00:00')) : undefined,
  before ? lt(events.seq, before) : undefined,
]

/** Everybody who ever did something the viewer may read of. */
export function listActors(viewer: Viewer) {
  if (!can.readEvents(viewer)) throw new NotFound()
  return db()
    .selectDistinct({ id: people.id, name: people.name })
    .from(events)
    .innerJoin(people, eq(people.id, events.actorId))
    .where(visible.events(viewer))
    .orderBy(asc(people.name))
    .all()
}
