import 'server-only'
import { and, asc, eq, exists, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import { enquiries, enquiryFeedback, enquiryMessages, enquiryParts, parties, people } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { selectEnquiries, withTurns } from './rows'

export type EnquiryDetail = ReturnType<typeof getEnquiry>

/**
 * One enquiry with what was said about it. A housing organisation reads where it is and since when, never how its parts
 * are due, nor what is written internally. Throws NotFound. Six statements.
 */
export function getEnquiry(viewer: Viewer, id: string, day: PlainDate) {
  const rows = selectEnquiries(db(), viewer)
    .where(and(eq(enquiries.id, id), visible.enquiries(viewer)))
    .all()
  const parts = partsOf(id)
  const [enquiry] = withTurns(db(), rows, day, parts)
  if (!enquiry) throw new NotFound()
  const facts = { ...enquiry, departmentIds: parts.map(({ partyId }) => partyId) }
  return {
    ...enquiry,
    parts: can.readEnquiryParts(viewer, facts) ? parts : [],
    messages: messagesOf(viewer, id),
    feedback: feedbackOn(viewer, id),
  }
}

const colleague = alias(people, 'colleague')

export type Part = ReturnType<typeof partsOf>[number]

const partsOf = (enquiryId: string) =>
  db()
    .select({
      id: enquiryParts.id,
      enquiryId: enquiryParts.enquiryId,
      partyId: enquiryParts.partyId,
      party: parties.shortName,
      person: people.name,
      leads: enquiryParts.leads,
      question: enquiryParts.question,
      state: enquiryParts.state,
      dueOn: enquiryParts.dueOn,
      text: enquiryParts.text,
      routedAt: enquiryParts.routedAt,
      settledAt: enquiryParts.settledAt,
      /** Somebody of the department can still sign in. */
      staffed: exists(
        db()
          .select({ one: sql`1` })
          .from(colleague)
          .where(and(eq(colleague.partyId, enquiryParts.partyId), isNull(colleague.deactivatedAt))),
      ).mapWith(Boolean),
      version: enquiryParts.version,
    })
    .from(enquiryParts)
    .innerJoin(parties, eq(parties.id, enquiryParts.partyId))
    .leftJoin(people, eq(people.id, enquiryParts.personId))
    .where(eq(enquiryParts.enquiryId, enquiryId))
    .orderBy(asc(enquiryParts.routedAt))
    .all()

export type Message = ReturnType<typeof messagesOf>[number]

const messagesOf = (viewer: Viewer, enquiryId: string) =>
  db()
    .select({
      id: enquiryMessages.id,
      kind: enquiryMessages.kind,
      text: enquiryMessages.text,
      writtenAt: enquiryMessages.writtenAt,
      person: people.name,
      party: parties.shortName,
    })
    .from(enquiryMessages)
    .innerJoin(enquiries, eq(enquiries.id, enquiryMessages.enquiryId))
    .innerJoin(people, eq(people.id, enquiryMessages.writtenById))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(and(eq(enquiryMessages.enquiryId, enquiryId), visible.enquiryMessages(viewer)))
    .orderBy(asc(enquiryMessages.writtenAt))
    .all()

const feedbackOn = (viewer: Viewer, enquiryId: string) =>
  selectFeedback(viewer)
    .where(and(eq(enquiryFeedback.enquiryId, enquiryId), visible.enquiries(viewer)))
    .all()

const selectFeedback = (viewer: Viewer) =>
  db()
    .select({
      enquiryId: enquiryFeedback.enquiryId,
      number: enquiries.number,
      partyId: enquiryFeedback.partyId,
      party: parties.shortName,
      fromAsker: sql`${enquiryFeedback.partyId} = ${enquiries.partyId}`.mapWith(Boolean),
      verdict: enquiryFeedback.verdict,
      line: enquiryFeedback.line,
      givenAt: enquiryFeedback.givenAt,
    })
    .from(enquiryFeedback)
    .innerJoin(enquiries, eq(enquiries.id, enquiryFeedback.enquiryId))
    .innerJoin(parties, eq(parties.id, enquiryFeedback.partyId))
    .where(visible.enquiries(viewer))
    .orderBy(sql`${enquiryFeedback.givenAt} DESC`)
    .$dynamic()

export type Feedback = ReturnType<typeof feedbackOn>[number]

/** The latest of an area, from both sides, of the enquiries the viewer may see. One statement. */
export const listFeedback = (viewer: Viewer, areaId: string, most: number): Feedback[] =>
  selectFeedback(viewer)
    .where(and(eq(enquiries.areaId, areaId), visible.enquiries(viewer)))
    .limit(most)
    .all()
