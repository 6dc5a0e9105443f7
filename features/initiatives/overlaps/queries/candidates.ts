import 'server-only'
import { and, eq, inArray, isNull, ne, notInArray, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import {
  areas,
  estates,
  initiativeOffers,
  initiatives,
  masterPlans,
  municipalOffers,
  parties,
} from '@/db/schema'
import { findByWords } from '@/db/search-index'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'
import type { Effort } from '../rules'

export type Candidate = Effort & { kind: 'offer' | 'initiative'; party: string }

/** Where an estate lies, beside what lies there. */
const shared = {
  estateLatitude: estates.latitude,
  estateLongitude: estates.longitude,
}

/** What an initiative leads people on to, it does not do instead. */
const ledTo = (initiativeId: string) =>
  sql`(SELECT ${initiativeOffers.offerId} FROM ${initiativeOffers} WHERE ${initiativeOffers.initiativeId} = ${initiativeId} AND ${initiativeOffers.removedAt} IS NULL)`

/** Of each kind, beside those found by their words. */
const MOST_ALIKE = 60

/**
 * What might be the same as what is written: found by its words, or for the same people or of the same kind in the same
 * area. Whoever asks, unless a viewer is named. Six statements.
 */
export function findCandidates(reader: Reader, written: Effort, viewer?: Viewer): Candidate[] {
  const words = `${written.title} ${written.text}`
  const initiativesFound = reader
    .select({
      id: initiatives.id,
      title: initiatives.title,
      text: sql<string>`${initiatives.description} || ' ' || ${initiatives.place} || ' ' || ${initiatives.civicPartner}`,
      themeId: initiatives.themeId,
      targetGroupId: initiatives.targetGroupId,
      activityKindId: initiatives.activityKindId,
      areaId: sql<string | null>`${masterPlans.areaId}`,
      estateId: initiatives.estateId,
      startsOn: initiatives.startsOn,
      endsOn: initiatives.endsOn,
      party: sql<string>`${areas.name}`,
      ...shared,
    })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .leftJoin(estates, eq(estates.id, initiatives.estateId))
    .where(
      and(
        ne(initiatives.id, written.id),
        ne(initiatives.state, 'ended'),
        isNull(initiatives.removedAt),
        viewer ? visible.initiatives(viewer) : undefined,
        or(
          inArray(initiatives.id, findByWords(reader, 'initiative', words)),
          and(eq(masterPlans.areaId, written.areaId ?? ''), alike(initiatives, written)),
        ),
      ),
    )
    .limit(2 * MOST_ALIKE)
    .all()
  const offersFound = reader
    .select({
      id: municipalOffers.id,
      title: municipalOffers.title,
      text: sql<string>`${municipalOffers.description} || ' ' || ${municipalOffers.place}`,
      themeId: municipalOffers.themeId,
      targetGroupId: municipalOffers.targetGroupId,
      activityKindId: municipalOffers.activityKindId,
      areaId: municipalOffers.areaId,
      estateId: municipalOffers.estateId,
      startsOn: municipalOffers.startsOn,
      endsOn: municipalOffers.endsOn,
      party: parties.shortName,
      ...shared,
    })
    .from(municipalOffers)
    .innerJoin(parties, eq(parties.id, municipalOffers.partyId))
    .leftJoin(estates, eq(estates.id, municipalOffers.estateId))
    .where(
      and(
        notInArray(municipalOffers.id, ledTo(written.id)),
        or(
          inArray(municipalOffers.id, findByWords(reader, 'offer', words)),
          and(
            or(eq(municipalOffers.areaId, written.areaId ?? ''), isNull(municipalOffers.areaId)),
            alike(municipalOffers, written),
          ),
        ),
      ),
    )
    .limit(2 * MOST_ALIKE)
    .all()
  const asCandidate =
    (kind: Candidate['kind']) =>
    ({
      estateLatitude: latitude,
      estateLongitude: longitude,
      ...rest
    }: (typeof offersFound)[number]): Candidate => ({
      ...rest,
      kind,
      latitude,
      longitude,
    })
  return [...offersFound.map(asCandidate('offer')), ...initiativesFound.map(asCandidate('initiative'))]
}

const alike = (table: typeof initiatives | typeof municipalOffers, written: Effort) =>
  or(
    eq(table.targetGroupId, written.targetGroupId ?? ''),
    eq(table.activityKindId, written.activityKindId ?? ''),
    eq(table.estateId, written.estateId ?? ''),
  )

/** An initiative as it stands, to be compared. */
export function effortOf(reader: Reader, id: string): Effort {
  const found = reader
    .select({ initiative: initiatives, areaId: masterPlans.areaId, ...shared })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .leftJoin(estates, eq(estates.id, initiatives.estateId))
    .where(eq(initiatives.id, id))
    .get()
  if (!found) throw new NotFound()
  const { initiative, areaId, estateLatitude: latitude, estateLongitude: longitude } = found
  return { ...asEffort({ ...initiative, id }), areaId, latitude, longitude }
}

/** An offer as it stands, to be compared. */
export function effortOfOffer(reader: Reader, id: string): Effort {
  const found = reader
    .select({ offer: municipalOffers, ...shared })
    .from(municipalOffers)
    .leftJoin(estates, eq(estates.id, municipalOffers.estateId))
    .where(eq(municipalOffers.id, id))
    .get()
  if (!found) throw new NotFound()
  const { offer, estateLatitude: latitude, estateLongitude: longitude } = found
  return { ...asEffort({ ...offer, civicPartner: '' }), areaId: offer.areaId, latitude, longitude }
}

/** The initiatives that lead people on to an offer. */
export const listLeadingTo = (reader: Reader, offerId: string): string[] =>
  reader
    .select({ id: initiativeOffers.initiativeId })
    .from(initiativeOffers)
    .where(and(eq(initiativeOffers.offerId, offerId), isNull(initiativeOffers.removedAt)))
    .all()
    .map(({ id }) => id)

type Words = Omit<Effort, 'text' | 'areaId' | 'latitude' | 'longitude'> & {
  description: string
  place: string
  civicPartner: string
}

/** What is written, as far as it needs no looking up. */
export const asEffort = ({
  description,
  place,
  civicPartner,
  ...rest
}: Words): Omit<Effort, 'areaId' | 'latitude' | 'longitude'> => ({
  id: rest.id,
  title: rest.title,
  text: [description, place, civicPartner].join(' '),
  themeId: rest.themeId,
  targetGroupId: rest.targetGroupId,
  activityKindId: rest.activityKindId,
  estateId: rest.estateId,
  startsOn: rest.startsOn,
  endsOn: rest.endsOn,
})
