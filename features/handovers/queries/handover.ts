import 'server-only'
import { aliasedTable, and, eq, exists, gt, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, forums, parties, people, requiredSeats, seats } from '@/db/schema'
import { shortName } from '@/features/forums/queries/short-name'
import { listOffers } from '@/features/offers/queries'
import { compareDanish } from '@/lib/danish-order'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import type { HandoverOf } from './choices'
import {
  listDecisionsInForce,
  listInitiativesSupported,
  listOpenEnquiriesOf,
  listOpenItems,
  listSeatsIn,
  listUnfinishedMeetings,
} from './parts'

export type Handover = ReturnType<typeof getHandover>

/**
 * What goes on when a department carries on alone, or a coordinator leaves (S64–S66): all that is open, in force or
 * known where they took part, as far as the viewer reads it. Throws NotFound. Twelve statements, however much it is.
 */
export function getHandover(viewer: Viewer, of: HandoverOf, today: PlainDate) {
  const whose = findWhose(viewer, of)
  const forums = listForumsOf(viewer, of, today)
  const ids = forums.map(({ id }) => id)
  const seats = listSeatsIn(viewer, ids, today)
  const isOwn = ({ partyId }: { partyId: string }) => 'partyId' in of && partyId === of.partyId
  return {
    of,
    ...whose,
    forums,
    items: listOpenItems(viewer, of, ids),
    enquiries: listOpenEnquiriesOf(viewer, of, today),
    decisions: listDecisionsInForce(viewer, ids),
    seats: seats.filter(isOwn),
    contacts: contactsAmong(seats.filter((seat) => !isOwn(seat))),
    meetings: listUnfinishedMeetings(viewer, ids),
    initiatives: listInitiativesSupported(viewer, of, ids),
    offers: 'partyId' in of ? listOffers({ party: of.partyId }) : [],
  }
}

type Seated = ReturnType<typeof listSeatsIn>[number]

/** Each person once for each party, with where they sit. */
function contactsAmong(seated: Seated[]) {
  const together = Map.groupBy(seated, ({ mail, partyId }) => `${mail} ${partyId}`)
  return [...together.values()]
    .map((seats) => ({ ...seats[0]!, seats }))
    .sort((a, b) => compareDanish(a.party, b.party) || compareDanish(a.person, b.person))
}

/** Whose it is, for the title of a page. Throws NotFound. One statement. */
export function findWhose(viewer: Viewer, of: HandoverOf): { name: string; shortName: string } {
  if (!can.readHandover(viewer, of)) throw new NotFound()
  return 'partyId' in of ? findDepartment(of.partyId) : findCoordinator(of.personId)
}

function findDepartment(id: string) {
  const department = db()
    .select({ name: parties.name, shortName: parties.shortName })
    .from(parties)
    .where(and(eq(parties.id, id), eq(parties.kind, 'department')))
    .get()
  if (!department) throw new NotFound()
  return department
}

/** Also one who has left: the work is still here. */
function findCoordinator(id: string) {
  const person = db()
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.id, id), eq(people.role, 'coordinator')))
    .get()
  if (!person) throw new NotFound()
  return { name: person.name, shortName: person.name }
}

const convener = aliasedTable(people, 'convener')
const deputy = aliasedTable(people, 'deputy')

/** Where the department sits or ought to, or what the coordinator convenes or stands in for. */
const listForumsOf = (viewer: Viewer, of: HandoverOf, today: PlainDate) =>
  db()
    .select({
      id: forums.id,
      slug: forums.slug,
      shortName,
      rhythm: forums.rhythm,
      convener: convener.name,
      convenerMail: convener.email,
      deputy: deputy.name,
      deputyMail: deputy.email,
    })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .leftJoin(convener, eq(convener.id, forums.convenerId))
    .leftJoin(deputy, eq(deputy.id, forums.deputyConvenerId))
    .where(
      and(
        visible.forums(viewer),
        or(isNull(forums.validTo), gte(forums.validTo, today)),
        'partyId' in of ? takesPart(of.partyId, today) : convenes(of.personId),
      ),
    )
    .orderBy(forums.position, forums.name)
    .all()

const convenes = (personId: string) =>
  or(eq(forums.convenerId, personId), eq(forums.deputyConvenerId, personId))

function takesPart(partyId: string, today: PlainDate): SQL | undefined {
  const held = db()
    .select({ one: sql`1` })
    .from(seats)
    .where(
      and(
        eq(seats.forumId, forums.id),
        eq(seats.partyId, partyId),
        or(isNull(seats.validTo), and(gte(seats.validTo, today), gte(seats.validTo, seats.validFrom))),
      ),
    )
  const meant = db()
    .select({ one: sql`1` })
    .from(requiredSeats)
    .where(
      and(
        eq(requiredSeats.forumId, forums.id),
        eq(requiredSeats.partyId, partyId),
        gt(requiredSeats.count, 0),
      ),
    )
  return or(exists(held), exists(meant))
}
