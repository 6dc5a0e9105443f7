import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { agendaItems, decisions, meetings } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { authorize, can, type Viewer, visible } from '@/policy'
import type { ReviewDecisionInput, SettleDecisionInput } from './input'

/** The day on which the forum looks at a decision again; none when it is not to. */
export function setReviewDate(
  person: Viewer,
  { id, version, reviewOn }: ReviewDecisionInput,
  now: Date,
): void {
  write((tx) => {
    const decision = findInForce(tx, person, id, version)
    authorize(can.conveneMeetings(person))
    if (decision.reviewOn === reviewOn) return
    tx.update(decisions)
      .set({ reviewOn, version: version + 1 })
      .where(eq(decisions.id, id))
      .run()
    const data = { reviewBefore: decision.reviewOn, reviewAfter: reviewOn }
    const { forumId } = decision
    record(tx, person, { kind: 'decision.review-set', subject: ['decision', id], forumId, data }, now)
  })
}

/** No longer in force: done, run out, or another decision of the same forum took its place. What was decided stands. */
export function settleDecision(person: Viewer, input: SettleDecisionInput, now: Date): void {
  const { id, version, state } = input
  write((tx) => {
    const decision = findInForce(tx, person, id, version)
    authorize(can.conveneMeetings(person))
    const replacedById = input.state === 'replaced' ? requireSuccessor(tx, person, decision, input) : null
    tx.update(decisions)
      .set({ state, replacedById, version: version + 1 })
      .where(eq(decisions.id, id))
      .run()
    const kind = `decision.${state.replace('_', '-')}`
    const { forumId } = decision
    record(tx, person, { kind, subject: ['decision', id], forumId, data: { replacedBy: replacedById } }, now)
  })
}

type Decision = typeof decisions.$inferSelect

function findInForce(tx: Transaction, person: Viewer, id: string, version?: number): Decision {
  const found = tx
    .select({ decision: decisions })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(decisions.id, id), isNull(decisions.removedAt), visible.records(person, decisions)))
    .get()
  if (!found) throw new NotFound()
  const { decision } = found
  if (decision.state !== 'in_force') throw new Conflict('decisionSettled')
  if (version !== undefined && decision.version !== version) throw new Conflict('decisionChanged')
  return decision
}

/** Another decision in force of the same forum, that reaches as far: else its readers would lose the one they had. */
function requireSuccessor(
  tx: Transaction,
  person: Viewer,
  decision: Decision,
  { replacedById }: { replacedById: string },
): string {
  const successor = replacedById === decision.id ? null : findInForce(tx, person, replacedById)
  if (successor?.forumId !== decision.forumId || successor.visibility !== decision.visibility) {
    throw new Refused('unknown', undefined, 'replacedById')
  }
  return successor.id
}
