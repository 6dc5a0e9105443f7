import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { actionItemSteps, actionItems } from '@/db/schema'
import { record } from '@/features/activity/record'
import { type PlainDate, today } from '@/lib/dates'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { textHash } from '@/lib/text-hash'
import { authorize, can, type Viewer, visible } from '@/policy'
import { findResponsible } from '../queries/responsible'
import { visibilityFor } from '../rules'
import { askAboutDueDate } from './due-date'
import type { ActionItem, ActionItemStamp } from './load'

// Until the minutes carry it out of the house, and nobody has taken it on, an action item is a line of the meeting
// log: it may be put right, taken away and brought back there. All of it inside the log's own transaction.

type NewWords = ActionItemStamp & {
  title: string
  partyId: string
  personId: string
  dueOn: PlainDate
  confirm: string[]
}

/** Saying the same again changes nothing. Throws a Conflict with the other's title, or a Question about the date. */
export function rewriteActionItem(tx: Transaction, person: Viewer, input: NewWords, now: Date): void {
  const { id, version, confirm, ...words } = input
  const item = findDraft(tx, person, id)
  if (item.removedAt) throw new NotFound()
  const same =
    words.title === item.title &&
    words.partyId === item.responsiblePartyId &&
    words.personId === item.responsiblePersonId &&
    words.dueOn === item.dueOn
  if (same) return
  if (item.version !== version) {
    throw new Conflict('changed', { field: 'text', theirs: item.title, theirVersion: item.version })
  }
  const responsible = findResponsible(tx, words, today(now))
  if (!responsible) throw new Refused('unknown', undefined, 'responsible')
  if (words.dueOn !== item.dueOn) askAboutDueDate(person, words.dueOn, confirm, now)
  replace(tx, item, {
    title: words.title,
    responsiblePartyId: words.partyId,
    responsiblePersonId: words.personId,
    dueOn: words.dueOn,
    visibility: visibilityFor(responsible.partyKind, item.visibility),
  })
  const given = {
    dueBefore: item.dueOn,
    dueAfter: words.dueOn,
    partyBefore: item.responsiblePartyId,
    partyAfter: words.partyId,
  }
  const moved = words.personId !== item.responsiblePersonId || words.partyId !== item.responsiblePartyId
  if (moved || words.dueOn !== item.dueOn) {
    const step = moved ? 'reassigned' : 'date_moved'
    tx.insert(actionItemSteps)
      .values({ id: newId(), actionItemId: id, step, at: now, personId: person.personId, ...given })
      .run()
  }
  note(tx, person, item, 'rewritten', { title: textHash(words.title), ...given }, now)
}

/** Takes the line away, softly, or brings it back. */
export function setActionItemRemoved(
  tx: Transaction,
  person: Viewer,
  { id, removed }: { id: string; removed: boolean },
  now: Date,
): void {
  const item = findDraft(tx, person, id)
  if ((item.removedAt !== null) === removed) return
  replace(tx, item, { removedAt: removed ? now : null })
  note(tx, person, item, removed ? 'removed' : 'restored', {}, now)
}

/** Removed ones too, since they may be brought back. */
function findDraft(tx: Transaction, person: Viewer, id: string): ActionItem {
  const item = tx
    .select()
    .from(actionItems)
    .where(and(eq(actionItems.id, id), visible.actionItems(person)))
    .get()
  if (!item) throw new NotFound()
  authorize(can.settleActionItems(person))
  if (item.releasedAt || item.state !== 'open') throw new Refused('actionItemLeftTheLog')
  return item
}

function replace(tx: Transaction, item: ActionItem, values: Partial<ActionItem>): void {
  tx.update(actionItems)
    .set({ ...values, version: item.version + 1 })
    .where(eq(actionItems.id, item.id))
    .run()
}

function note(
  tx: Transaction,
  person: Viewer,
  { id, forumId }: ActionItem,
  change: string,
  data: Record<string, string>,
  now: Date,
): void {
  const subject: [string, string] = ['action-item', id]
  record(tx, person, { kind: `action-item.${change}`, subject, forumId, data }, now)
}
