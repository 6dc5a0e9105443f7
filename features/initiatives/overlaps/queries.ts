import 'server-only'
import {
  and,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import {
  areas,
  estates,
  initiativeOffers,
  initiatives,
  masterPlans,
  municipalOffers,
  OVERLAP_STATES,
  overlaps,
  parties,
  people,
} from '@/db/schema'
import { findByWords } from '@/db/search-index'
import { findPlan } from '@/features/plans/queries'
import { instantOf, lastQuarters, type PlainDate, plainDateOf, quarterKey } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import type { WrittenInput } from './input'
import { type Effort, type Match, type Reason, suggestOverlaps } from './rules'

export type Candidate = Effort & { kind: 'offer' | 'initiative'; party: string }

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

const asEffort = ({
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

export type Suggestion = { id: string; kind: Candidate['kind']; title: string; party: string; match: Match }

/** While it is written: what the viewer may see that may already do this, save what was said not to be the same. */
export function suggestWhileWritten(
  viewer: Viewer,
  { planId, initiativeId, ...words }: WrittenInput,
): Suggestion[] {
  const plan = findPlan(db(), viewer, planId)
  const estate =
    words.estateId === null
      ? undefined
      : db().select().from(estates).where(eq(estates.id, words.estateId)).get()
  const written: Effort = {
    ...asEffort({ ...words, id: initiativeId ?? '' }),
    areaId: plan.areaId,
    latitude: estate?.latitude ?? null,
    longitude: estate?.longitude ?? null,
  }
  const different = initiativeId ? listDifferent(initiativeId) : []
  const candidates = findCandidates(db(), written, viewer).filter(({ id }) => !different.includes(id))
  return suggestOverlaps(written, candidates).map(({ effort: { id, kind, title, party }, match }) => ({
    id,
    kind,
    title,
    party,
    match,
  }))
}

const listDifferent = (initiativeId: string): string[] =>
  db()
    .select({ other: overlaps.otherInitiativeId, offer: overlaps.offerId })
    .from(overlaps)
    .where(and(eq(overlaps.initiativeId, initiativeId), eq(overlaps.state, 'not_same')))
    .all()
    .flatMap(({ other, offer }) => other ?? offer ?? [])

const other = alias(initiatives, 'other')

export type ListedOverlap = ReturnType<typeof listOverlaps>[number]

type Filter = { initiativeId?: string; areaId?: string; open?: boolean; limit?: number }

/** What may be done twice, as far as the viewer may see both; the newest first. One statement. */
export const listOverlaps = (viewer: Viewer, { initiativeId, areaId, open, limit = 100 }: Filter) =>
  db()
    .select({
      id: overlaps.id,
      state: overlaps.state,
      score: overlaps.score,
      reasons: sql<Reason[]>`coalesce(${overlaps.reasons}, '[]')`.mapWith(
        (stored: string) => JSON.parse(stored) as Reason[],
      ),
      known: overlaps.known,
      link: overlaps.link,
      reason: overlaps.reason,
      foundAt: overlaps.foundAt,
      resolvedAt: overlaps.resolvedAt,
      resolvedBy: people.name,
      version: overlaps.version,
      initiative: { id: initiatives.id, title: initiatives.title, plan: masterPlans.name, area: areas.name },
      other: { id: other.id, title: other.title },
      offer: { id: municipalOffers.id, title: municipalOffers.title, party: parties.shortName },
    })
    .from(overlaps)
    .innerJoin(initiatives, eq(initiatives.id, overlaps.initiativeId))
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .leftJoin(other, eq(other.id, overlaps.otherInitiativeId))
    .leftJoin(municipalOffers, eq(municipalOffers.id, overlaps.offerId))
    .leftJoin(parties, eq(parties.id, municipalOffers.partyId))
    .leftJoin(people, eq(people.id, overlaps.resolvedById))
    .where(
      and(
        visible.overlaps(viewer),
        isNull(initiatives.removedAt),
        initiativeId ? eq(overlaps.initiativeId, initiativeId) : undefined,
        areaId ? eq(masterPlans.areaId, areaId) : undefined,
        open ? eq(overlaps.state, 'found') : undefined,
      ),
    )
    .orderBy(desc(overlaps.foundAt), desc(overlaps.score))
    .limit(limit)
    .all()

/** How many were found within some days, and how many settled in each way. Two statements. */
export function countOverlaps(viewer: Viewer, from: PlainDate, before: PlainDate) {
  const [start, end] = [instantOf(from, '00:00'), instantOf(before, '00:00')]
  const found =
    db()
      .select({ count: count() })
      .from(overlaps)
      .where(and(visible.overlaps(viewer), gte(overlaps.foundAt, start), lt(overlaps.foundAt, end)))
      .get()?.count ?? 0
  const settled = db()
    .select({ state: overlaps.state, count: count() })
    .from(overlaps)
    .where(
      and(
        visible.overlaps(viewer),
        isNotNull(overlaps.resolvedAt),
        gte(overlaps.resolvedAt, start),
        lt(overlaps.resolvedAt, end),
      ),
    )
    .groupBy(overlaps.state)
    .all()
  const ways = OVERLAP_STATES.filter((state) => state !== 'found').map(
    (state) => [state, settled.find((row) => row.state === state)?.count ?? 0] as const,
  )
  return { found, ways: Object.fromEntries(ways) as Record<(typeof ways)[number][0], number> }
}

/** How many were found and how many settled in each of the last four quarters. One statement. */
export function countByQuarter(viewer: Viewer, today: PlainDate) {
  const quarters = lastQuarters(today)
  const start = instantOf(quarters[0]?.startsOn ?? today, '00:00')
  const rows = db()
    .select({ foundAt: overlaps.foundAt, resolvedAt: overlaps.resolvedAt })
    .from(overlaps)
    .where(and(visible.overlaps(viewer), or(gte(overlaps.foundAt, start), gte(overlaps.resolvedAt, start))))
    .all()
  const within = (key: string) => (moment: Date | null) =>
    moment !== null && quarterKey(plainDateOf(moment)) === key
  return quarters.map(({ year, quarter, startsOn }) => {
    const isWithin = within(quarterKey(startsOn))
    return {
      year,
      quarter,
      found: rows.filter(({ foundAt }) => isWithin(foundAt)).length,
      settled: rows.filter(({ resolvedAt }) => isWithin(resolvedAt)).length,
    }
  })
}

/** For the tab: how many wait for somebody to settle them. */
export const countOpenOverlaps = (viewer: Viewer): number =>
  can.readPlans(viewer)
    ? (db()
        .select({ count: count() })
        .from(overlaps)
        .where(and(visible.overlaps(viewer), eq(overlaps.state, 'found')))
        .get()?.count ?? 0)
    : 0
