import { and, count, eq, isNull, not } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { type LeftKind, steeringGroups, successionItems } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import { Conflict, Question, Refused } from '@/lib/errors'
import { formatDate } from '@/lib/format'
import { authorize, can, type Viewer } from '@/policy'
import type { CloseGroupInput, ReopenGroupInput } from '../input'
import { isPlaced } from '../queries/placed'
import { findGroup, recordReopening } from './succession'

/**
 * Once all it left behind is placed. Throws Refused with what is missing, and a Question where nothing was ever written
 * down.
 */
export function closeGroup(person: Viewer, { id, version, confirm }: CloseGroupInput, now: Date): void {
  write((tx) => {
    authorize(can.keepSuccession(person))
    const group = findGroup(tx, id)
    if (group.closedAt) throw new Refused('groupIsClosed')
    if (group.version !== version) throw new Conflict('groupChanged')
    if (group.endedOn !== null && group.endedOn > today(now))
      throw new Refused('groupEndsLater', { date: formatDate(group.endedOn, person.locale, 'long') })
    requirePlaced(tx, id, confirm)
    tx.update(steeringGroups)
      .set({ closedAt: now, version: version + 1 })
      .where(eq(steeringGroups.id, id))
      .run()
    const forumId = group.successorForumId
    record(tx, person, { kind: 'steering-group.closed', subject: ['steering-group', id], forumId }, now)
  })
}

/** Closed too early; what is placed stays placed. */
export function reopenGroup(person: Viewer, { id, version }: ReopenGroupInput, now: Date): void {
  write((tx) => {
    authorize(can.keepSuccession(person))
    const group = findGroup(tx, id)
    if (!group.closedAt) throw new Refused('groupIsOpen')
    if (group.version !== version) throw new Conflict('groupChanged')
    recordReopening(tx, person, group, now)
  })
}

function requirePlaced(reader: Reader, groupId: string, confirm: string[]): void {
  const left = and(eq(successionItems.steeringGroupId, groupId), isNull(successionItems.removedAt))
  const unplaced = reader
    .select({ kind: successionItems.kind, count: count() })
    .from(successionItems)
    .where(and(left, not(isPlaced)))
    .groupBy(successionItems.kind)
    .all()
  const of = (kind: LeftKind) => unplaced.find((row) => row.kind === kind)?.count ?? 0
  const missing = { decisions: of('decision'), actionItems: of('action_item'), members: of('member') }
  const total = missing.decisions + missing.actionItems + missing.members
  if (total > 0) throw new Refused('groupHasUnplaced', { count: total, ...missing })
  const any = reader.select({ id: successionItems.id }).from(successionItems).where(left).limit(1).get()
  if (!any && !confirm.includes('groupLeftNothing')) throw new Question('id', 'groupLeftNothing')
}
