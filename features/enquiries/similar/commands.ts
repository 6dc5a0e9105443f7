import { write } from '@/db/client'
import { enquiryDifferences } from '@/db/schema'
import { record } from '@/features/activity/record'
import { authorize, can, type Viewer } from '@/policy'
import { findEnquiry } from '../queries/find'
import type { DifferentInput } from './input'

/** Who may ask or log may look whether it was asked before. */
export const requireAsker = (person: Viewer): void =>
  authorize(can.askAsParty(person, person) || can.triageEnquiries(person))

/** "Ikke det samme": remembered for this enquiry. */
export function sayDifferent(
  person: Viewer,
  { id, subjectKind, subjectId }: DifferentInput,
  now: Date,
): void {
  write((tx) => {
    findEnquiry(tx, person, id)
    authorize(can.triageEnquiries(person))
    const said = { subjectKind, subjectId, saidAt: now, saidById: person.personId }
    tx.insert(enquiryDifferences)
      .values({ enquiryId: id, ...said })
      .onConflictDoNothing()
      .run()
    record(
      tx,
      person,
      { kind: 'enquiry.different', subject: ['enquiry', id], data: { subjectKind, subjectId } },
      now,
    )
  })
}
