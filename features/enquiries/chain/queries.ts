import 'server-only'
import { and, asc, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import {
  actionItems,
  agendaItems,
  decisions,
  enquiries,
  enquiryOutcomes,
  initiatives,
  masterPlans,
  meetings,
  proposals,
} from '@/db/schema'
import { type PlainDate, plainDateOf } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'

export type Link = {
  kind:
    | 'enquiry'
    | 'proposal'
    | 'topic'
    | 'decision'
    | 'action_item'
    | 'evidence'
    | 'cancelled'
    | 'initiative'
  /** What it is called; of an enquiry its number. */
  title: string
  href: string | null
  /** Null for what has not happened yet. */
  on: PlainDate | null
}

type Start =
  | { enquiryId: string }
  | { topicId: string }
  | { actionItemId: string; agendaItemId: string | null }

const under = alias(agendaItems, 'under')

/**
 * From an enquiry to what was done about it, as far as the viewer may see each of it; one line for each enquiry the
 * topic or action item goes back to. One statement where there is none, else three.
 */
export function listChains(viewer: Viewer, start: Start): Link[][] {
  const outcomes = db()
    .select({
      enquiryId: enquiryOutcomes.enquiryId,
      number: enquiries.number,
      receivedAt: enquiries.receivedAt,
      actionItemId: enquiryOutcomes.actionItemId,
      initiativeId: initiatives.id,
      initiative: initiatives.title,
      madeAt: enquiryOutcomes.madeAt,
      proposalId: proposals.id,
      proposed: proposals.title,
      proposedAt: proposals.proposedAt,
      readsProposal: sql`coalesce(${visible.proposals(viewer)}, 0)`.mapWith(Boolean),
      topicId: agendaItems.topicId,
    })
    .from(enquiryOutcomes)
    .innerJoin(enquiries, eq(enquiries.id, enquiryOutcomes.enquiryId))
    .leftJoin(proposals, eq(proposals.id, enquiryOutcomes.proposalId))
    .leftJoin(meetings, eq(meetings.id, proposals.meetingId))
    .leftJoin(agendaItems, and(eq(agendaItems.id, proposals.agendaItemId), isNull(agendaItems.removedAt)))
    .leftJoin(
      initiatives,
      and(
        eq(initiatives.id, enquiryOutcomes.initiativeId),
        isNull(initiatives.removedAt),
        exists(
          db()
            .select({ one: sql`1` })
            .from(masterPlans)
            .where(and(eq(masterPlans.id, initiatives.planId), visible.initiatives(viewer))),
        ),
      ),
    )
    .where(and(visible.enquiries(viewer), goesBack(start)))
    .orderBy(asc(enquiryOutcomes.madeAt))
    .all()
  if (outcomes.length === 0) return []
  const topicIds = outcomes.flatMap(({ topicId }) => topicId ?? [])
  const itemIds = outcomes.flatMap(({ actionItemId }) => actionItemId ?? [])
  const appearances = topicIds.length > 0 ? listAppearances(viewer, topicIds) : []
  const decided = appearances.filter(({ decisionId }) => decisionId !== null)
  const items = topicIds.length + itemIds.length > 0 ? listItems(viewer, topicIds, itemIds) : []
  const own = Map.groupBy(outcomes, ({ enquiryId }) => enquiryId)
  return [...own].map(([id, became]) => {
    const { number, receivedAt } = became[0]!
    const topics = new Set(became.flatMap(({ topicId }) => topicId ?? []))
    const given = new Set(became.flatMap(({ actionItemId }) => actionItemId ?? []))
    const done = items.filter(
      (item) => given.has(item.id) || (item.topicId !== null && topics.has(item.topicId)),
    )
    const first = (topicId: string) => appearances.find((one) => one.topicId === topicId)
    return [
      link('enquiry', String(number), `/enquiries/${id}`, plainDateOf(receivedAt)),
      ...became.flatMap(({ proposalId, proposed, proposedAt, readsProposal, topicId }) =>
        proposalId && !topicId && readsProposal
          ? [
              link(
                'proposal',
                proposed ?? '',
                `/meetings/proposals/${proposalId}`,
                proposedAt && plainDateOf(proposedAt),
              ),
            ]
          : [],
      ),
      ...[...topics].flatMap((topicId) => {
        const topic = first(topicId)
        return topic ? [link('topic', topic.title, `/meetings/topics/${topicId}`, topic.on)] : []
      }),
      ...decided
        .filter(({ topicId }) => topics.has(topicId))
        .map(({ decisionId, decided, on }) =>
          link('decision', decided ?? '', `/decisions/${decisionId}`, on),
        ),
      ...done.flatMap((item) => [
        link('action_item', item.title, `/action-items/${item.id}`, item.on),
        link(
          item.state === 'cancelled' ? 'cancelled' : 'evidence',
          item.title,
          null,
          item.closedAt && plainDateOf(item.closedAt),
        ),
      ]),
      ...became.flatMap(({ initiativeId, initiative, madeAt }) =>
        initiativeId
          ? [link('initiative', initiative ?? '', `/initiatives/${initiativeId}`, plainDateOf(madeAt))]
          : [],
      ),
    ]
  })
}

const link = (kind: Link['kind'], title: string, href: string | null, on: PlainDate | null): Link => ({
  kind,
  title,
  href,
  on,
})

/** The enquiries a thing goes back to. */
function goesBack(start: Start): SQL | undefined {
  if ('enquiryId' in start) return eq(enquiryOutcomes.enquiryId, start.enquiryId)
  if ('topicId' in start) return eq(agendaItems.topicId, start.topicId)
  const ofTopic = db()
    .select({ topicId: under.topicId })
    .from(under)
    .where(eq(under.id, start.agendaItemId ?? ''))
  return or(eq(enquiryOutcomes.actionItemId, start.actionItemId), inArray(agendaItems.topicId, ofTopic))
}

/** Each time one of the topics was on an agenda, and each decision it led to; the first time first. */
const listAppearances = (viewer: Viewer, topicIds: string[]) =>
  db()
    .select({
      topicId: agendaItems.topicId,
      title: agendaItems.title,
      on: meetings.heldOn,
      decisionId: decisions.id,
      decided: decisions.body,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .leftJoin(
      decisions,
      and(
        eq(decisions.agendaItemId, agendaItems.id),
        isNull(decisions.removedAt),
        visible.records(viewer, decisions),
      ),
    )
    .where(
      and(inArray(agendaItems.topicId, topicIds), isNull(agendaItems.removedAt), visible.agendaItems(viewer)),
    )
    .orderBy(asc(meetings.heldOn))
    .all()

const listItems = (viewer: Viewer, topicIds: string[], itemIds: string[]) =>
  db()
    .select({
      id: actionItems.id,
      title: actionItems.title,
      topicId: agendaItems.topicId,
      on: actionItems.agreedOn,
      state: actionItems.state,
      closedAt: actionItems.closedAt,
    })
    .from(actionItems)
    .leftJoin(agendaItems, eq(agendaItems.id, actionItems.agendaItemId))
    .where(
      and(
        or(inArray(agendaItems.topicId, topicIds), inArray(actionItems.id, itemIds)),
        isNull(actionItems.removedAt),
        visible.actionItems(viewer),
      ),
    )
    .orderBy(asc(actionItems.agreedOn), asc(actionItems.createdAt))
    .all()
