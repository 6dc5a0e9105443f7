import 'server-only'
import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, forums, type PartyKind, parties, people, requiredSeats, seats } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { compareDanish } from '@/lib/danish-order'
import type { PlainDate } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'
import { shortName } from './short-name'

type Member = { id: string; name: string; title: string; kind: 'ordinary' | 'deputy' }
export type PartySeats = {
  id: string
  shortName: string
  name: string
  kind: PartyKind
  members: Member[]
  /** Seats meant to be filled that nobody holds today. */
  vacant: number
}

/** Who sits in a forum today, by party: departments first, then the organisations, then the others. */
export function listSeats(viewer: Viewer, forumId: string, today: PlainDate): PartySeats[] {
  const held = selectHeld(db(), viewer, forumId, today).all()
  const required = selectRequired(db(), viewer, forumId, today).all()
  const byParty = Map.groupBy(held, ({ partyId }) => partyId)
  const known = new Map([...held, ...required].map(({ partyId, party }) => [partyId, party]))
  return [...known]
    .map(([id, { sortKey, ...party }]) => {
      const members = (byParty.get(id) ?? []).map(({ member }) => member)
      const filled = members.filter(({ kind }) => kind === 'ordinary').length
      const wanted = required.find(({ partyId }) => partyId === id)?.count ?? 0
      return {
        order: sortKey,
        row: { id, ...party, members: inOrder(members), vacant: Math.max(0, wanted - filled) },
      }
    })
    .sort((a, b) => KINDS.indexOf(a.row.kind) - KINDS.indexOf(b.row.kind) || (a.order < b.order ? -1 : 1))
    .map(({ row }) => row)
}

/** The viewer's own seats today. */
export const listOwnSeats = (viewer: Viewer, today: PlainDate) =>
  db()
    .select({
      id: seats.id,
      kind: seats.kind,
      party: parties.shortName,
      forum: { slug: forums.slug, shortName, mark: forums.mark },
    })
    .from(seats)
    .innerJoin(forums, eq(forums.id, seats.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(and(eq(seats.personId, viewer.personId), isHeld(today)))
    .orderBy(forums.position)
    .all()

const isHeld = (today: PlainDate) =>
  and(lte(seats.validFrom, today), or(isNull(seats.validTo), gte(seats.validTo, today)))

const isOpen = (today: PlainDate) =>
  and(
    or(isNull(parties.validFrom), lte(parties.validFrom, today)),
    or(isNull(parties.validTo), gte(parties.validTo, today)),
  )

const KINDS: PartyKind[] = ['department', 'housing_organisation', 'partner']

const inOrder = (members: Member[]) =>
  members.sort((a, b) => (a.kind === b.kind ? compareDanish(a.name, b.name) : a.kind === 'ordinary' ? -1 : 1))

const party = {
  shortName: parties.shortName,
  name: parties.name,
  kind: parties.kind,
  sortKey: parties.sortKey,
}

const selectHeld = keptQuery((reader, viewer: Viewer, forumId: string, today: PlainDate) =>
  reader
    .select({
      partyId: seats.partyId,
      party,
      member: { id: seats.id, name: people.name, title: people.title, kind: seats.kind },
    })
    .from(seats)
    .innerJoin(forums, eq(forums.id, seats.forumId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .innerJoin(people, eq(people.id, seats.personId))
    .where(and(eq(seats.forumId, forumId), isHeld(today), visible.forums(viewer)))
    .prepare(),
)

/** A party that has ended leaves no place empty. */
const selectRequired = keptQuery((reader, viewer: Viewer, forumId: string, today: PlainDate) =>
  reader
    .select({ partyId: requiredSeats.partyId, count: requiredSeats.count, party })
    .from(requiredSeats)
    .innerJoin(forums, eq(forums.id, requiredSeats.forumId))
    .innerJoin(parties, eq(parties.id, requiredSeats.partyId))
    .where(and(eq(requiredSeats.forumId, forumId), isOpen(today), visible.forums(viewer)))
    .prepare(),
)

export type DepartmentSeats = { forumId: string; partyId: string; required: number; vacant: number }

/** The departments meant to sit in each of these forums, and how many of their seats are empty. One statement. */
export const listDepartmentSeats = (today: PlainDate): DepartmentSeats[] =>
  db()
    .select({
      forumId: requiredSeats.forumId,
      partyId: requiredSeats.partyId,
      required: requiredSeats.count,
      vacant: sql<number>`max(0, ${requiredSeats.count} - count(${seats.id}))`,
    })
    .from(requiredSeats)
    .innerJoin(parties, eq(parties.id, requiredSeats.partyId))
    .leftJoin(
      seats,
      and(
        eq(seats.forumId, requiredSeats.forumId),
        eq(seats.partyId, requiredSeats.partyId),
        eq(seats.kind, 'ordinary'),
        isHeld(today),
      ),
    )
    .where(and(eq(parties.kind, 'department'), isOpen(today)))
    .groupBy(requiredSeats.forumId, requiredSeats.partyId)
    .all()
