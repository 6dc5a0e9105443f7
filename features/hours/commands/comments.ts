import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import { hourComments } from '@/db/schema'
import { record } from '@/features/activity/record'
import { findPlan } from '@/features/plans/queries'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { CommentInput } from '../input'
import { departmentsOf } from '../queries/confirmation'

/** Either side on the hours of a department to a plan in a quarter (S17); both read it. */
export function commentHours(person: Viewer, input: CommentInput, now: Date): void {
  const { planId, partyId, period, text } = input
  write((tx) => {
    const plan = findPlan(tx, person, planId)
    authorize(can.commentHours(person, { partyId }, plan))
    if (!departmentsOf(tx).some(({ id }) => id === partyId))
      throw new Refused('unknown', undefined, 'partyId')
    const id = newId()
    const writtenForId = partyOfPlan(person, plan) ?? person.partyId
    const written = { text, writtenAt: now, writtenById: person.personId, writtenForId }
    tx.insert(hourComments)
      .values({ id, planId, partyId, ...period, ...written })
      .run()
    const data = { plan: planId, party: partyId, ...period }
    record(tx, person, { kind: 'hour-comment.written', subject: ['hour-comment', id], data }, now)
  })
}

/** Who sits for an organisation of the plan speaks for it, wherever they come from. */
const partyOfPlan = (person: Viewer, plan: { leadPartyId: string; organisationIds: string[] }) =>
  [plan.leadPartyId, ...plan.organisationIds].find((id) => person.ownParties.includes(id))

/** One's own; it stays in the database, and is shown to nobody. */
export function takeBackComment(person: Viewer, { id }: { id: string }, now: Date): void {
  write((tx) => {
    const comment = tx
      .select()
      .from(hourComments)
      .where(and(eq(hourComments.id, id), isNull(hourComments.removedAt)))
      .get()
    if (!comment) throw new NotFound()
    const plan = findPlan(tx, person, comment.planId)
    authorize(can.commentHours(person, comment, plan) && comment.writtenById === person.personId)
    tx.update(hourComments).set({ removedAt: now }).where(eq(hourComments.id, id)).run()
    const data = { plan: comment.planId }
    record(tx, person, { kind: 'hour-comment.removed', subject: ['hour-comment', id], data }, now)
  })
}
