import 'server-only'
import { and, eq, inArray, max } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import { enquiries, enquiryParts, parties } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'

/** For commands, with the departments it was ever routed to. Throws NotFound for what the person may not see. */
export function findEnquiry(reader: Reader, person: Viewer, id: string) {
  const enquiry = reader
    .select()
    .from(enquiries)
    .where(and(eq(enquiries.id, id), visible.enquiries(person)))
    .get()
  if (!enquiry) throw new NotFound()
  return { ...enquiry, departmentIds: partsOf(reader, [id]).map(({ partyId }) => partyId) }
}

/** Of each enquiry, oldest first. For commands and for whose turn it is; readers see them as `visible.enquiryParts` says. */
export const partsOf = (reader: Reader, enquiryIds: string[]) =>
  reader
    .select({
      enquiryId: enquiryParts.enquiryId,
      id: enquiryParts.id,
      partyId: enquiryParts.partyId,
      party: parties.shortName,
      personId: enquiryParts.personId,
      leads: enquiryParts.leads,
      state: enquiryParts.state,
      routedAt: enquiryParts.routedAt,
    })
    .from(enquiryParts)
    .innerJoin(parties, eq(parties.id, enquiryParts.partyId))
    .where(inArray(enquiryParts.enquiryId, enquiryIds))
    .orderBy(enquiryParts.routedAt)
    .all()

/** Running numbers: they say in what order they came, and can be read out on the telephone. */
export const nextNumber = (reader: Reader): number =>
  (reader
    .select({ last: max(enquiries.number) })
    .from(enquiries)
    .get()?.last ?? 0) + 1
