import 'server-only'
import { and, eq, max, sql } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import { enquiries, enquiryParts, parties } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'

/** The departments an enquiry was ever routed to, as rights need them. */
const departmentIds = sql<string[]>`(
  SELECT json_group_array(${enquiryParts.partyId}) FROM ${enquiryParts} WHERE ${enquiryParts.enquiryId} = ${enquiries.id}
)`.mapWith((list: string) => JSON.parse(list) as string[])

/** For commands. Throws NotFound for what the person may not see. */
export function findEnquiry(reader: Reader, person: Viewer, id: string) {
  const found = reader
    .select({ enquiry: enquiries, departmentIds })
    .from(enquiries)
    .where(and(eq(enquiries.id, id), visible.enquiries(person)))
    .get()
  if (!found) throw new NotFound()
  return { ...found.enquiry, departmentIds: found.departmentIds }
}

export const partsOf = (reader: Reader, enquiryId: string) =>
  reader
    .select({
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
    .where(eq(enquiryParts.enquiryId, enquiryId))
    .orderBy(enquiryParts.routedAt)
    .all()

/** Running numbers: they say in what order they came, and can be read out on the telephone. */
export const nextNumber = (reader: Reader): number =>
  (reader
    .select({ last: max(enquiries.number) })
    .from(enquiries)
    .get()?.last ?? 0) + 1
