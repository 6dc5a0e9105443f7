import 'server-only'
import {
  aliasedTable,
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  notExists,
  sql,
} from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import {
  actionItems,
  agendaItems,
  type CarriedBecause,
  decisions,
  forums,
  meetings,
  topics,
} from '@/db/schema'
import { OPEN_STATES } from '@/features/action-items/rules'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'

export type CarriedTopic = ReturnType<typeof carriedTopics>[number]

/**
 * What comes back on the forum's next agenda, as it stood last, and why: what was put off or never finished, what
 * always stands there, what has an action item that should be done by then, and what somebody raised for later.
 * Nothing that is on a later agenda already, or was closed.
 */
export function carriedTopics(
  viewer: Viewer,
  meeting: { forumId: string; heldOn: PlainDate },
  reader: Reader = db(),
): Carried[] {
  return [...appearedBefore(viewer, meeting, reader), ...raised(viewer, meeting.forumId, reader)]
}

type Carried = Pick<
  typeof agendaItems.$inferSelect,
  'topicId' | 'title' | 'kind' | 'presenter' | 'minutes' | 'description' | 'visibility' | 'proposerPartyId'
> & { carriedFromId: string | null; carriedBecause: CarriedBecause; since: PlainDate }

function appearedBefore(
  viewer: Viewer,
  { forumId, heldOn }: { forumId: string; heldOn: PlainDate },
  reader: Reader,
) {
  const later = reader
    .select({ one: sql`1` })
    .from(laterItems)
    .innerJoin(laterMeetings, eq(laterMeetings.id, laterItems.meetingId))
    .where(
      and(
        eq(laterItems.topicId, agendaItems.topicId),
        isNull(laterItems.removedAt),
        ne(laterMeetings.state, 'cancelled'),
        gt(laterMeetings.heldOn, meetings.heldOn),
      ),
    )
  const openAction = reader
    .select({ one: sql`1` })
    .from(actionItems)
    .innerJoin(promised, eq(promised.id, actionItems.agendaItemId))
    .where(
      and(
        eq(promised.topicId, agendaItems.topicId),
        isNull(actionItems.removedAt),
        inArray(actionItems.state, [...OPEN_STATES]),
        lte(actionItems.dueOn, heldOn),
      ),
    )
  const because = sql<CarriedBecause | null>`case
    when ${agendaItems.outcome} = 'deferred' then 'deferred'
    when ${agendaItems.kind} = 'formality' then null
    when ${agendaItems.outcome} = 'pending' and ${meetings.state} in ('held', 'closed') then 'unfinished'
    when ${topics.standing} then 'standing'
    when ${meetings.state} in ('held', 'closed') and ${exists(openAction)} then 'open_action'
  end`
  return reader
    .select({
      topicId: agendaItems.topicId,
      title: agendaItems.title,
      kind: agendaItems.kind,
      presenter: agendaItems.presenter,
      minutes: agendaItems.minutes,
      description: agendaItems.description,
      visibility: agendaItems.visibility,
      proposerPartyId: agendaItems.proposerPartyId,
      carriedFromId: agendaItems.id,
      carriedBecause: because,
      since: meetings.heldOn,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(topics, eq(topics.id, agendaItems.topicId))
    .where(
      and(
        eq(meetings.forumId, forumId),
        lt(meetings.heldOn, heldOn),
        isNull(agendaItems.removedAt),
        isNull(topics.closedAt),
        eq(agendaItems.writesItself, false),
        ne(meetings.state, 'cancelled'),
        visible.agendaItems(viewer),
        notExists(later),
      ),
    )
    .orderBy(meetings.heldOn, agendaItems.position)
    .all()
    .flatMap(({ carriedBecause, ...topic }) => (carriedBecause ? [{ ...topic, carriedBecause }] : []))
}

/** "? …" in a meeting: a topic that has no appearance yet, as far as the item it was raised under may be seen. */
function raised(viewer: Viewer, forumId: string, reader: Reader): Carried[] {
  const appeared = reader
    .select({ one: sql`1` })
    .from(laterItems)
    .where(and(eq(laterItems.topicId, topics.id), isNull(laterItems.removedAt)))
  return reader
    .select({
      topicId: topics.id,
      title: topics.title,
      carriedFromId: agendaItems.id,
      visibility: agendaItems.visibility,
      proposerPartyId: agendaItems.proposerPartyId,
      since: meetings.heldOn,
    })
    .from(topics)
    .innerJoin(agendaItems, eq(agendaItems.id, topics.raisedAtId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(topics.forumId, forumId),
        isNull(topics.removedAt),
        isNull(topics.closedAt),
        visible.agendaItems(viewer),
        notExists(appeared),
      ),
    )
    .orderBy(topics.createdAt)
    .all()
    .map((topic) => ({
      ...topic,
      kind: 'discussion' as const,
      presenter: '',
      minutes: 0,
      description: '',
      carriedBecause: 'raised' as const,
    }))
}

/** Any appearance of the topic, under which something was promised. */
const promised = aliasedTable(agendaItems, 'promised')
const laterItems = aliasedTable(agendaItems, 'later_items')
const laterMeetings = aliasedTable(meetings, 'later_meetings')

/**
 * A topic with each time it was on an agenda, in whatever forum, and what came of it; latest first, and only what the
 * viewer may see. Three statements. Throws NotFound when that is nothing.
 */
export function getTopic(viewer: Viewer, id: string) {
  const appearances = db()
    .select({
      id: agendaItems.id,
      title: agendaItems.title,
      kind: agendaItems.kind,
      minutes: agendaItems.minutes,
      outcome: agendaItems.outcome,
      visibility: agendaItems.visibility,
      standing: topics.standing,
      closedAt: topics.closedAt,
      meeting: { id: meetings.id, heldOn: meetings.heldOn, state: meetings.state, forumId: meetings.forumId },
      forum: forums.name,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(topics, eq(topics.id, agendaItems.topicId))
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(and(eq(agendaItems.topicId, id), isNull(agendaItems.removedAt), visible.agendaItems(viewer)))
    .orderBy(desc(meetings.heldOn))
    .all()
  const [latest] = appearances
  if (!latest) throw new NotFound()
  const items = appearances.map((item) => item.id)
  const decided = Map.groupBy(decisionsUnder(viewer, items), ({ itemId }) => itemId)
  const agreed = Map.groupBy(actionItemsUnder(viewer, items), ({ itemId }) => itemId)
  return {
    id,
    title: latest.title,
    standing: latest.standing,
    closedAt: latest.closedAt,
    appearances: appearances.map(({ standing: _, closedAt: __, ...item }) => ({
      ...item,
      decisions: decided.get(item.id) ?? [],
      actionItems: agreed.get(item.id) ?? [],
    })),
  }
}

const decisionsUnder = (viewer: Viewer, items: string[]) =>
  db()
    .select({
      id: decisions.id,
      itemId: decisions.agendaItemId,
      body: decisions.body,
      number: decisions.number,
      visibility: decisions.visibility,
      decidedOn: decisions.decidedOn,
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        inArray(decisions.agendaItemId, items),
        isNull(decisions.removedAt),
        visible.records(viewer, decisions),
      ),
    )
    .orderBy(asc(decisions.loggedAt))
    .all()

const actionItemsUnder = (viewer: Viewer, items: string[]) =>
  db()
    .select({
      id: actionItems.id,
      itemId: actionItems.agendaItemId,
      title: actionItems.title,
      state: actionItems.state,
      dueOn: actionItems.dueOn,
    })
    .from(actionItems)
    .where(
      and(
        inArray(actionItems.agendaItemId, items),
        isNull(actionItems.removedAt),
        visible.actionItems(viewer),
      ),
    )
    .orderBy(asc(actionItems.dueOn))
    .all()
