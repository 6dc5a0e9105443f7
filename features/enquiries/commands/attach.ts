import { write } from '@/db/client'
import { record } from '@/features/activity/record'
import { attach, judge } from '@/features/meetings/attachments/commands'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { AttachToEnquiryInput } from '../input'
import { findEnquiry } from '../queries/find'

/** By the asker, for all who read the enquiry; a file of the municipality's own stays in the municipality. */
export async function attachToEnquiry(person: Viewer, { id, file }: AttachToEnquiryInput, now: Date) {
  const judged = await judge(file)
  write((tx) => {
    const enquiry = findEnquiry(tx, person, id)
    authorize(can.askAsParty(person, enquiry) || can.seeDrafts(person))
    if (enquiry.closedAt) throw new Refused('enquirySettled')
    const internal = can.seeDrafts(person)
    const attached = attach(tx, judged, { enquiryId: id, internal, attachedById: person.personId }, now)
    if (!attached) return
    const data = { enquiry: id, internal }
    record(tx, person, { kind: 'attachment.added', subject: ['attachment', attached], data }, now)
  })
}
