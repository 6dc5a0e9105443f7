import 'server-only'
import { and, count, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { type PartyKind, parties, people, seats } from '@/db/schema'
import { isOpenOn } from '@/features/seats/rules'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'

export type ListedParty = ReturnType<typeof listParties>[number]

const KINDS: PartyKind[] = ['department', 'housing_organisation', 'partner']

/** Every party with how many people it has and seats it holds; departments first. For the coordinators. */
export function listParties(viewer: Viewer, today: PlainDate) {
  requireAdministrator(viewer)
  const active = countBy(
    db().select({ partyId: people.partyId }).from(people).where(isNull(people.deactivatedAt)).all(),
  )
  const held = countBy(db().select({ partyId: seats.partyId }).from(seats).where(isHeldOn(today)).all())
  return db()
    .select()
    .from(parties)
    .orderBy(parties.sortKey)
    .all()
    .map((party) => ({
      ...party,
      people: active.get(party.id) ?? 0,
      seats: held.get(party.id) ?? 0,
      open: isOpenOn(party, today),
    }))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}

/** The parties somebody new can come from today, in the order of the lists. */
export const listOpenParties = (viewer: Viewer, today: PlainDate) =>
  listParties(viewer, today).filter(({ open }) => open)

export function getParty(viewer: Viewer, id: string, today: PlainDate) {
  requireAdministrator(viewer)
  const party = db().select().from(parties).where(eq(parties.id, id)).get()
  if (!party) throw new NotFound()
  return { ...party, ...countLeft(db(), id, today), open: isOpenOn(party, today) }
}

/** What outlives a party that ends on the day: seats held or to come after it, and active people. */
export function countLeft(reader: Reader, partyId: string, day: PlainDate) {
  const later = and(or(isNull(seats.validTo), gt(seats.validTo, day)), notWithdrawn)
  const held = reader
    .select({ count: count() })
    .from(seats)
    .where(and(eq(seats.partyId, partyId), later))
    .get()
  const active = reader
    .select({ count: count() })
    .from(people)
    .where(and(eq(people.partyId, partyId), isNull(people.deactivatedAt)))
    .get()
  return { seats: held?.count ?? 0, people: active?.count ?? 0 }
}

const notWithdrawn = or(isNull(seats.validTo), sql`${seats.validTo} >= ${seats.validFrom}`)

const isHeldOn = (day: PlainDate) =>
  sql`${seats.validFrom} <= ${day} and (${seats.validTo} is null or ${seats.validTo} >= ${day})`

const countBy = (rows: { partyId: string }[]) =>
  rows.reduce(
    (counts, { partyId }) => counts.set(partyId, (counts.get(partyId) ?? 0) + 1),
    new Map<string, number>(),
  )

function requireAdministrator(viewer: Viewer): void {
  if (!can.administer(viewer)) throw new NotFound()
}
