import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { actionItems, agendaItems, goals, initiatives, masterPlans, meetings } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Refused } from '@/lib/errors'
import { authorize, can, type Viewer, visible } from '@/policy'
import type { NameSubjectInput } from './input'

/** Says which plan, initiative or goal an agenda item or an action item is about; nothing takes it away again. */
export function nameSubject(person: Viewer, { at, id, about }: NameSubjectInput, now: Date): void {
  write((tx) => {
    const forumId =
      at === 'agenda_item' ? forumOfAgendaItem(tx, person, id) : forumOfActionItem(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (about && !exists(tx, person, about)) throw new Refused('unknown', undefined, 'about')
    const named = {
      planId: about?.kind === 'plan' ? about.id : null,
      initiativeId: about?.kind === 'initiative' ? about.id : null,
      goalId: about?.kind === 'goal' ? about.id : null,
    }
    const table = at === 'agenda_item' ? agendaItems : actionItems
    tx.update(table).set(named).where(eq(table.id, id)).run()
    const subject = at.replace('_', '-')
    record(tx, person, { kind: `${subject}.about-set`, subject: [subject, id], forumId, data: named }, now)
  })
}

function forumOfAgendaItem(tx: Transaction, person: Viewer, id: string): string {
  const found = tx
    .select({ forumId: meetings.forumId })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(agendaItems.id, id), isNull(agendaItems.removedAt), visible.agendaItems(person)))
    .get()
  if (!found) throw new NotFound()
  return found.forumId
}

function forumOfActionItem(tx: Transaction, person: Viewer, id: string): string {
  const found = tx
    .select({ forumId: actionItems.forumId })
    .from(actionItems)
    .where(and(eq(actionItems.id, id), isNull(actionItems.removedAt), visible.actionItems(person)))
    .get()
  if (!found) throw new NotFound()
  return found.forumId
}

function exists(
  tx: Transaction,
  person: Viewer,
  { kind, id }: NonNullable<NameSubjectInput['about']>,
): boolean {
  if (kind === 'goal') return !!tx.select({ id: goals.id }).from(goals).where(eq(goals.id, id)).get()
  if (kind === 'plan')
    return !!tx
      .select({ id: masterPlans.id })
      .from(masterPlans)
      .where(and(eq(masterPlans.id, id), visible.plans(person)))
      .get()
  return !!tx
    .select({ id: initiatives.id })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .where(and(eq(initiatives.id, id), isNull(initiatives.removedAt), visible.initiatives(person)))
    .get()
}
