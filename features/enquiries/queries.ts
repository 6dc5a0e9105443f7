import 'server-only'
import { asc, desc, eq, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { areas, enquiries, enquiryMessages, enquiryParts, parties, people } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, isOutsider, type Viewer, visible } from '@/policy'
import { isOpenPart } from './rules'

const owner = alias(people, 'owner')
const asker = alias(people, 'asker')

/** The departments an enquiry was ever routed to, as rights need them. */
const departmentIds = sql<string[]>`(
  SELECT json_group_array(${enquiryParts.partyId}) FROM ${enquiryParts} WHERE ${enquiryParts.enquiryId} = ${enquiries.id}
)`.mapWith((list: string) => JSON.parse(list) as string[])

const rows = (viewer: Viewer, reader: Reader = db()) =>
  reader
    .select({
      id: enquiries.id,
      number: enquiries.number,
      kind: enquiries.kind,
      via: enquiries.via,
      partyId: enquiries.partyId,
      party: parties.shortName,
      asker: asker.name,
      owner: owner.name,
      area: areas.name,
      text: enquiries.text,
      state: enquiries.state,
      receivedAt: enquiries.receivedAt,
      expectedOn: enquiries.expectedOn,
      stoppedOn: enquiries.stoppedOn,
      answer: enquiries.answer,
      answeredAt: enquiries.answeredAt,
      closedAt: enquiries.closedAt,
      outcome: enquiries.outcome,
      version: enquiries.version,
    })
    .from(enquiries)
    .innerJoin(parties, eq(parties.id, enquiries.partyId))
    .innerJoin(asker, eq(asker.id, enquiries.askerId))
    .innerJoin(owner, eq(owner.id, enquiries.ownerId))
    .leftJoin(areas, eq(areas.id, enquiries.areaId))
    .where(visible.enquiries(viewer))
    .$dynamic()

export type ListedEnquiry = ReturnType<typeof listEnquiries>[number]

/** Those the viewer may see, the newest first. One statement. */
export const listEnquiries = (viewer: Viewer) =>
  rows(viewer).orderBy(desc(enquiries.receivedAt)).limit(200).all()

/**
 * One enquiry with what was said about it. A housing organisation reads where it is and since when, never how its parts
 * are due, nor what is written internally. Throws NotFound. Three statements.
 */
export function getEnquiry(viewer: Viewer, id: string) {
  const enquiry = listOne(viewer, id)
  const parts = db()
    .select({
      id: enquiryParts.id,
      partyId: enquiryParts.partyId,
      party: parties.shortName,
      person: people.name,
      leads: enquiryParts.leads,
      question: enquiryParts.question,
      state: enquiryParts.state,
      dueOn: enquiryParts.dueOn,
      text: enquiryParts.text,
      routedAt: enquiryParts.routedAt,
      version: enquiryParts.version,
    })
    .from(enquiryParts)
    .innerJoin(parties, eq(parties.id, enquiryParts.partyId))
    .leftJoin(people, eq(people.id, enquiryParts.personId))
    .where(eq(enquiryParts.enquiryId, id))
    .orderBy(asc(enquiryParts.routedAt))
    .all()
  return {
    ...enquiry,
    turn: turnOf(parts),
    parts: isOutsider(viewer) ? [] : parts,
    messages: messagesOf(viewer, id),
  }
}

function listOne(viewer: Viewer, id: string) {
  const found = db().select({ id: enquiries.id }).from(enquiries).where(eq(enquiries.id, id)).get()
  const enquiry =
    found &&
    rows(viewer)
      .all()
      .find((row) => row.id === id)
  if (!enquiry) throw new NotFound()
  return enquiry
}

type Part = { party: string; state: typeof enquiryParts.$inferSelect.state; routedAt: Date; leads: boolean }

/** The departments that have it now, and since when. */
function turnOf(parts: Part[]) {
  const open = parts.filter(({ state }) => isOpenPart(state))
  return { parties: open.map(({ party }) => party), since: open.at(0)?.routedAt ?? null }
}

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
    .where(sql`${enquiryMessages.enquiryId} = ${enquiryId} AND ${visible.enquiryMessages(viewer)}`)
    .orderBy(asc(enquiryMessages.writtenAt))
    .all()

/** For commands. Throws NotFound for what the person may not see. */
export function findEnquiry(reader: Reader, person: Viewer, id: string) {
  const found = reader
    .select({ enquiry: enquiries, departmentIds })
    .from(enquiries)
    .where(sql`${enquiries.id} = ${id} AND ${visible.enquiries(person)}`)
    .get()
  if (!found) throw new NotFound()
  return { ...found.enquiry, departmentIds: found.departmentIds }
}

export const partsOf = (reader: Reader, enquiryId: string) =>
  reader.select().from(enquiryParts).where(eq(enquiryParts.enquiryId, enquiryId)).all()

/** Running numbers: they say in what order they came, and can be read out on the telephone. */
export const nextNumber = (reader: Reader): number =>
  (reader
    .select({ last: max(enquiries.number) })
    .from(enquiries)
    .get()?.last ?? 0) + 1

export const mayRead = can.readEnquiry
