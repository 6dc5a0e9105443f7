import { write } from '@/db/client'
import { enquiryFeedback } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { FeedbackInput } from '../input'
import { findEnquiry } from '../queries/find'

/** How it went, from either side, once per party; said again it replaces what was said (S15, S31). */
export function giveFeedback(person: Viewer, { id, verdict, line }: FeedbackInput, now: Date): void {
  write((tx) => {
    const enquiry = findEnquiry(tx, person, id)
    authorize(can.giveEnquiryFeedback(person, enquiry))
    if (!enquiry.closedAt) throw new Refused('enquiryNotClosed')
    const { partyId, personId } = person
    const given = { personId, verdict, line, givenAt: now }
    tx.insert(enquiryFeedback)
      .values({ enquiryId: id, partyId, ...given })
      .onConflictDoUpdate({ target: [enquiryFeedback.enquiryId, enquiryFeedback.partyId], set: given })
      .run()
    record(
      tx,
      person,
      { kind: 'enquiry.feedback', subject: ['enquiry', id], data: { partyId, verdict } },
      now,
    )
  })
}
