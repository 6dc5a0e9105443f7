import { and, eq, exists, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import {
  actionItems,
  agendaItems,
  decisions,
  type Placement,
  seats,
  steeringGroups,
  successionItems,
  topics,
} from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { LeaveInput, PlaceInput, RemoveLeftInput } from '../input'
import { PLACES } from '../rules'

/** Something the group left behind, to be placed. A group that was closed is open again until that is done. */
export function leaveItem(person: Viewer, { groupId, ...left }: LeaveInput, now: Date): void {
  write((tx) => {
    authorize(can.keepSuccession(person))
    const group = findGroup(tx, groupId)
    const id = newId()
    tx.insert(successionItems)
      .values({ id, steeringGroupId: groupId, ...left })
      .run()
    const data = { group: groupId, kind: left.kind }
    record(tx, person, change('succession-item.left', id, group, data), now)
    if (group.closedAt) recordReopening(tx, person, group, now)
  })
}

/**
 * Where it went: onto something of the forum that replaced the group, or nowhere, for a reason. It can be placed anew.
 * Returns the group.
 */
export function placeItem(
  person: Viewer,
  { successionItemId: id, version, where, endedReason }: PlaceInput,
  now: Date,
): string {
  return write((tx) => {
    authorize(can.keepSuccession(person))
    const { item, group } = findLeft(tx, id, version)
    if (!PLACES[item.kind].includes(where.placement)) throw new Refused('placeWrongKind', undefined, 'where')
    if (where.placement !== 'ended') requireOfForum(tx, group.successorForumId, where.placement, where.id)
    const onto = (placement: Placement) => (where.placement === placement ? where.id : null)
    tx.update(successionItems)
      .set({
        placement: where.placement,
        decisionId: onto('decision'),
        actionItemId: onto('action_item'),
        seatId: onto('seat'),
        topicId: onto('topic'),
        endedReason: where.placement === 'ended' ? endedReason : '',
        placedAt: now,
        placedById: person.personId,
        version: version + 1,
      })
      .where(eq(successionItems.id, id))
      .run()
    const data = { group: group.id, placement: where.placement, onto: where.id, before: item.placement }
    record(tx, person, change('succession-item.placed', id, group, data), now)
    return group.id
  })
}

/** Written down by mistake: it is counted no more. */
export function removeLeft(
  person: Viewer,
  { successionItemId: id, version }: RemoveLeftInput,
  now: Date,
): void {
  write((tx) => {
    authorize(can.keepSuccession(person))
    const { group } = findLeft(tx, id, version)
    tx.update(successionItems)
      .set({ removedAt: now, version: version + 1 })
      .where(eq(successionItems.id, id))
      .run()
    record(tx, person, change('succession-item.removed', id, group, { group: group.id }), now)
  })
}

type Group = typeof steeringGroups.$inferSelect

/** Throws NotFound. */
export function findGroup(reader: Reader, id: string): Group {
  const group = reader.select().from(steeringGroups).where(eq(steeringGroups.id, id)).get()
  if (!group) throw new NotFound()
  return group
}

/** Open again, with its event. */
export function recordReopening(tx: Transaction, person: Viewer, group: Group, now: Date): void {
  tx.update(steeringGroups)
    .set({ closedAt: null, version: group.version + 1 })
    .where(eq(steeringGroups.id, group.id))
    .run()
  const { id, successorForumId: forumId } = group
  record(tx, person, { kind: 'steering-group.reopened', subject: ['steering-group', id], forumId }, now)
}

function findLeft(reader: Reader, id: string, version: number) {
  const found = reader
    .select({ item: successionItems, group: steeringGroups })
    .from(successionItems)
    .innerJoin(steeringGroups, eq(steeringGroups.id, successionItems.steeringGroupId))
    .where(and(eq(successionItems.id, id), isNull(successionItems.removedAt)))
    .get()
  if (!found) throw new NotFound()
  if (found.item.version !== version) throw new Conflict('leftChanged')
  return found
}

const change = (kind: string, id: string, { successorForumId: forumId }: Group, data: Data) => ({
  kind,
  subject: ['succession-item', id] as [string, string],
  forumId,
  data,
})
type Data = NonNullable<Parameters<typeof record>[2]['data']>

/** What a group left goes no further than the forum that replaced it. */
function requireOfForum(
  reader: Reader,
  forumId: string | null,
  placement: Exclude<Placement, 'ended'>,
  id: string,
): void {
  const isThere = forumId !== null && FIND[placement](reader, forumId, id) !== undefined
  if (!isThere) throw new Refused('placeElsewhere', undefined, 'where')
}

type Find = (reader: Reader, forumId: string, id: string) => { id: string } | undefined

const FIND: Record<Exclude<Placement, 'ended'>, Find> = {
  decision: (reader, forumId, id) =>
    reader
      .select({ id: decisions.id })
      .from(decisions)
      .where(and(eq(decisions.id, id), eq(decisions.forumId, forumId), isNull(decisions.removedAt)))
      .get(),
  action_item: (reader, forumId, id) =>
    reader
      .select({ id: actionItems.id })
      .from(actionItems)
      .where(and(eq(actionItems.id, id), eq(actionItems.forumId, forumId), isNull(actionItems.removedAt)))
      .get(),
  seat: (reader, forumId, id) =>
    reader
      .select({ id: seats.id })
      .from(seats)
      .where(and(eq(seats.id, id), eq(seats.forumId, forumId)))
      .get(),
  topic: (reader, forumId, id) =>
    reader
      .select({ id: topics.id })
      .from(topics)
      .where(
        and(
          eq(topics.id, id),
          eq(topics.forumId, forumId),
          isNull(topics.removedAt),
          exists(
            reader
              .select({ id: agendaItems.id })
              .from(agendaItems)
              .where(and(eq(agendaItems.topicId, topics.id), isNull(agendaItems.removedAt))),
          ),
        ),
      )
      .get(),
}
