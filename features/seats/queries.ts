import 'server-only'
import { and, count, eq, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  areas,
  attendances,
  forums,
  type PartyKind,
  parties,
  people,
  requiredSeats,
  seats,
} from '@/db/schema'
import { shortName } from '@/features/forums/queries/short-name'
import { compareDanish } from '@/lib/danish-order'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, isOutsider, sitsFor, type Viewer } from '@/policy'
import { isHeldOn, isOpenOn } from './rules'

export type ListedSeat = ReturnType<typeof selectSeats>[number]
type Forum = ReturnType<typeof listForumsOn>[number]
export type SeatedParty = {
  id: string
  shortName: string
  name: string
  kind: PartyKind
  /** In the order of the forums of the map. */
  places: { forumId: string; seats: ListedSeat[]; required: number; vacant: number }[]
}
export type SeatMap = { choices: Forum[]; forums: Forum[]; parties: SeatedParty[] }

/**
 * Who sat where for whom on a day, and where somebody was missing: in all forums, and in the group that is asked for.
 * Throws NotFound for all but the coordinators.
 */
export function getSeatMap(viewer: Viewer, day: PlainDate, slug?: string): SeatMap {
  requireAdministrator(viewer)
  const choices = listForumsOn(day)
  const forumsOn = choices.filter((forum) => forum.kind === 'forum' || forum.slug === slug)
  const held = Map.groupBy(selectSeats(isHeldOnDay(day)), ({ forumId, partyId }) => `${forumId} ${partyId}`)
  const wanted = new Map(
    selectRequired().map(({ forumId, partyId, count }) => [`${forumId} ${partyId}`, count] as const),
  )
  const rows = listPartiesOn(day).map((party) => ({
    ...party,
    places: forumsOn.map(({ id: forumId }) => {
      const here = inOrder(held.get(`${forumId} ${party.id}`) ?? [])
      const required = wanted.get(`${forumId} ${party.id}`) ?? 0
      const filled = here.filter(({ kind }) => kind === 'ordinary').length
      return { forumId, seats: here, required, vacant: Math.max(0, required - filled) }
    }),
  }))
  const shown = rows.filter(({ places }) =>
    places.some((place) => place.seats.length > 0 || place.required > 0),
  )
  return { choices, forums: forumsOn, parties: shown }
}

/** The seats of one forum that are not held on the day: still to come, soonest first, and past, latest first. */
export function listOtherSeats(viewer: Viewer, forumId: string, day: PlainDate) {
  requireAdministrator(viewer)
  const others = selectSeats(eq(seats.forumId, forumId)).filter((seat) => !isHeldOn(seat, day))
  return {
    coming: others
      .filter(({ validFrom }) => validFrom > day)
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    past: others
      .filter(({ validTo }) => validTo !== null && validTo < day)
      .sort((a, b) => ((a.validTo ?? '') > (b.validTo ?? '') ? -1 : 1)),
  }
}

/** How many seats each department of the day is meant to fill in a forum. */
export function listRequiredSeats(viewer: Viewer, forumId: string, day: PlainDate) {
  requireAdministrator(viewer)
  const counts = new Map(
    selectRequired()
      .filter((row) => row.forumId === forumId)
      .map(({ partyId, count }) => [partyId, count]),
  )
  return listPartiesOn(day)
    .filter(({ kind }) => kind === 'department')
    .map(({ id, shortName, name }) => ({ id, shortName, name, count: counts.get(id) ?? 0 }))
}

/** Throws NotFound for one that was withdrawn, too. */
export function getSeat(viewer: Viewer, id: string) {
  requireAdministrator(viewer)
  const [seat] = selectSeats(eq(seats.id, id))
  if (!seat) throw new NotFound()
  const counted = db()
    .select({ meetings: count() })
    .from(attendances)
    .where(and(eq(attendances.seatId, id), isNull(attendances.removedAt)))
    .get()
  return { ...seat, meetings: counted?.meetings ?? 0 }
}

/** What a person holds, held and will hold, for the page about them; latest first. */
export function listSeatsOf(viewer: Viewer, personId: string): ListedSeat[] {
  requireAdministrator(viewer)
  return selectSeats(eq(seats.personId, personId)).sort((a, b) => (a.validFrom > b.validFrom ? -1 : 1))
}

/** Every seat held on a day. */
export function listHeldSeats(viewer: Viewer, day: PlainDate): ListedSeat[] {
  requireAdministrator(viewer)
  return selectSeats(isHeldOnDay(day))
}

/** Whom and where one can choose for a new seat. */
export function listSeatChoices(viewer: Viewer, day: PlainDate) {
  requireAdministrator(viewer)
  const partiesOn = listPartiesOn(day)
  const sitters = db()
    .select({ id: people.id, name: people.name, role: people.role, partyId: people.partyId })
    .from(people)
    .where(isNull(people.deactivatedAt))
    .all()
  return {
    forums: listForumsOn(day),
    parties: partiesOn,
    people: partiesOn.flatMap((party) =>
      sitters
        .filter(({ partyId, role }) => partyId === party.id && sitsFor(role, party.kind))
        .sort((a, b) => compareDanish(a.name, b.name))
        .map(({ id, name, role }) => ({ id, name, party: party.shortName, outside: isOutsider({ role }) })),
    ),
  }
}

function requireAdministrator(viewer: Viewer): void {
  if (!can.administer(viewer)) throw new NotFound()
}

const KINDS: PartyKind[] = ['department', 'housing_organisation', 'partner']

const listForumsOn = (day: PlainDate) =>
  db()
    .select({
      id: forums.id,
      slug: forums.slug,
      kind: forums.kind,
      name: forums.name,
      shortName,
      mark: forums.mark,
      validFrom: forums.validFrom,
      validTo: forums.validTo,
    })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .orderBy(forums.position, sql`${forums.kind} <> 'forum'`, forums.name)
    .all()
    .filter((forum) => isOpenOn(forum, day))

/** Departments first, then the organisations, then the others. */
const listPartiesOn = (day: PlainDate) =>
  db()
    .select({
      id: parties.id,
      shortName: parties.shortName,
      name: parties.name,
      kind: parties.kind,
      validFrom: parties.validFrom,
      validTo: parties.validTo,
    })
    .from(parties)
    .orderBy(parties.sortKey)
    .all()
    .filter((party) => isOpenOn(party, day))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))

const selectRequired = () => db().select().from(requiredSeats).all()

const isHeldOnDay = (day: PlainDate) =>
  and(lte(seats.validFrom, day), or(isNull(seats.validTo), gte(seats.validTo, day)))

/** Without the withdrawn ones. */
const selectSeats = (where: SQL | undefined) =>
  db()
    .select({
      id: seats.id,
      kind: seats.kind,
      validFrom: seats.validFrom,
      validTo: seats.validTo,
      version: seats.version,
      forumId: seats.forumId,
      forum: { slug: forums.slug, name: forums.name, shortName, mark: forums.mark },
      partyId: seats.partyId,
      party: parties.shortName,
      partyKind: parties.kind,
      person: { id: people.id, name: people.name, title: people.title, partyId: people.partyId },
    })
    .from(seats)
    .innerJoin(forums, eq(forums.id, seats.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .innerJoin(people, eq(people.id, seats.personId))
    .where(and(where, or(isNull(seats.validTo), sql`${seats.validTo} >= ${seats.validFrom}`)))
    .orderBy(forums.position, parties.sortKey)
    .all()

const inOrder = (listed: ListedSeat[]) =>
  listed.toSorted((a, b) =>
    a.kind === b.kind ? compareDanish(a.person.name, b.person.name) : a.kind === 'ordinary' ? -1 : 1,
  )
