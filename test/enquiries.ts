import type { Database } from '@/db/open'
import { enquiries, enquiryMessages, enquiryParts } from '@/db/schema'

/** Enquiries with what rights are judged from: the departments they were routed to, and what was said about them. */
export function enquiriesOf(database: Database) {
  const parts = database.select().from(enquiryParts).all()
  const found = database
    .select()
    .from(enquiries)
    .all()
    .map((enquiry) => {
      const own = parts.filter(({ enquiryId }) => enquiryId === enquiry.id)
      return { ...enquiry, parts: own, departmentIds: own.map(({ partyId }) => partyId) }
    })
  const byId = new Map(found.map((enquiry) => [enquiry.id, enquiry]))
  const messages = database
    .select()
    .from(enquiryMessages)
    .all()
    .map((message) => ({ ...message, enquiry: byId.get(message.enquiryId)! }))
  return {
    enquiries: found,
    messages,
    parts: parts.map((part) => ({ ...part, enquiry: byId.get(part.enquiryId)! })),
  }
}
