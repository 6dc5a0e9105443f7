import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import {
  actionItemSteps,
  actionItems,
  agendaItems,
  decisions,
  forums,
  meetings,
  type Visibility,
} from '@/db/schema'
import { record } from '@/features/activity/record'
import { type PlainDate, today } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer, visible } from '@/policy'
import { tell } from '../follow-up/post'
import { findResponsible } from '../queries/responsible'
import { visibilityFor } from '../rules'
import { askAboutDueDate } from './due-date'

export type NewActionItem = {
  /** Given by the meeting log, which may send the same line twice. */
  id?: string
  forumId: string
  title: string
  partyId: string
  personId: string
  dueOn: PlainDate
  visibility: Visibility
  /** Where it was agreed: an agenda item needs its meeting, a decision its agenda item. */
  meetingId?: string | null
  agendaItemId?: string | null
  decisionId?: string | null
  /** Doubts about the due date that were answered with yes. */
  confirm: string[]
}

/**
 * Inside the caller's transaction, for the meeting log. Outsiders see the item when the minutes are sent,
 * or when it is released by itself. Throws a Question about a doubtful due date.
 */
export function addActionItem(tx: Transaction, person: Viewer, input: NewActionItem, now: Date): string {
  authorize(can.settleActionItems(person))
  requireForum(tx, person, input.forumId)
  const { agreedOn, ...source } = sourceOf(tx, person, input) ?? { agreedOn: today(now) }
  const responsible = findResponsible(tx, input, today(now))
  if (!responsible) throw new Refused('unknown', undefined, 'responsible')
  askAboutDueDate(person, input.dueOn, input.confirm, now)

  const item = {
    id: input.id ?? newId(),
    forumId: input.forumId,
    ...source,
    title: input.title,
    responsiblePartyId: responsible.partyId,
    responsiblePersonId: responsible.personId,
    issuerId: person.personId,
    agreedOn,
    dueOn: input.dueOn,
    visibility: visibilityFor(responsible.partyKind, input.visibility),
    createdAt: now,
  }
  const given = { dueAfter: item.dueOn, partyAfter: item.responsiblePartyId }
  tx.insert(actionItems).values(item).run()
  tx.insert(actionItemSteps)
    .values({
      id: newId(),
      actionItemId: item.id,
      step: 'created',
      at: now,
      personId: person.personId,
      ...given,
    })
    .run()
  record(
    tx,
    person,
    {
      kind: 'action-item.created',
      subject: ['action-item', item.id],
      forumId: item.forumId,
      data: { ...source, ...given, responsible: item.responsiblePersonId, visibility: item.visibility },
    },
    now,
  )
  return item.id
}

/** Outside a meeting: who gets it is told at once, an outsider when it is released. */
export const createActionItem = (person: Viewer, input: NewActionItem, now: Date): string =>
  write((tx) => {
    const id = addActionItem(tx, person, input, now)
    tell(tx, person, { personId: input.personId, news: 'assigned', item: { id, releasedAt: null } }, now)
    return id
  })

function requireForum(tx: Transaction, person: Viewer, forumId: string): void {
  const forum = tx
    .select({ id: forums.id })
    .from(forums)
    .where(and(eq(forums.id, forumId), visible.forums(person)))
    .get()
  if (!forum) throw new Refused('unknown', undefined, 'forumId')
}

/** Meeting, agenda item and decision, once it is sure that they belong together; null outside a meeting. */
function sourceOf(tx: Transaction, person: Viewer, input: NewActionItem) {
  const { meetingId = null, agendaItemId = null, decisionId = null } = input
  if (!meetingId) return null
  const found = tx
    .select({ agreedOn: meetings.heldOn, agendaItemId: agendaItems.id, decisionId: decisions.id })
    .from(meetings)
    .leftJoin(
      agendaItems,
      and(
        eq(agendaItems.id, agendaItemId ?? ''),
        eq(agendaItems.meetingId, meetings.id),
        isNull(agendaItems.removedAt),
      ),
    )
    .leftJoin(
      decisions,
      and(
        eq(decisions.id, decisionId ?? ''),
        eq(decisions.agendaItemId, agendaItems.id),
        isNull(decisions.removedAt),
      ),
    )
    .where(and(eq(meetings.id, meetingId), eq(meetings.forumId, input.forumId), visible.meetings(person)))
    .get()
  if (found?.agendaItemId !== agendaItemId || found.decisionId !== decisionId) throw new NotFound()
  return { meetingId, ...found }
}
