import { and, eq, gte, isNull, lte } from 'drizzle-orm'
import { write } from '@/db/client'
import { absences } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { AbsenceInput, SetAbsenceInput } from './input'
import { findColleague } from './queries'

/** From a day to a day, with a colleague of the same party who stands in. Why is never asked, and it ends by itself. */
export function setAbsence(person: Viewer, { fromDay, toDay, deputyId }: SetAbsenceInput, now: Date): void {
  write((tx) => {
    const { personId } = person
    authorize(can.setAbsence(person, { id: personId }))
    if (toDay < today(now)) throw new Refused('absenceOver', undefined, 'toDay')
    if (!findColleague(tx, person, deputyId)) throw new Refused('unknown', undefined, 'deputyId')
    const other = tx
      .select({ id: absences.id })
      .from(absences)
      .where(
        and(
          eq(absences.personId, personId),
          isNull(absences.removedAt),
          lte(absences.fromDay, toDay),
          gte(absences.toDay, fromDay),
        ),
      )
      .get()
    if (other) throw new Refused('absenceOverlaps', undefined, 'fromDay')
    const id = newId()
    tx.insert(absences).values({ id, personId, fromDay, toDay, deputyId, createdAt: now }).run()
    const data = { fromDay, toDay, deputy: deputyId }
    record(tx, person, { kind: 'person.absent', subject: ['person', personId], data }, now)
  })
}

export function endAbsence(person: Viewer, { id }: AbsenceInput, now: Date): void {
  write((tx) => {
    const { personId } = person
    authorize(can.setAbsence(person, { id: personId }))
    const ended = tx
      .update(absences)
      .set({ removedAt: now })
      .where(and(eq(absences.id, id), eq(absences.personId, personId), isNull(absences.removedAt)))
      .returning({ id: absences.id })
      .get()
    if (!ended) throw new NotFound()
    record(tx, person, { kind: 'person.absence-ended', subject: ['person', personId] }, now)
  })
}
