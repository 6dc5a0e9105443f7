import { commonWords, type Term, termsOf } from '@/lib/danish-wording'
import type { PlainDate } from '@/lib/dates'

export type Effort = {
  id: string
  title: string
  /** All other words about it: description, place, civic partner. */
  text: string
  themeId: string | null
  targetGroupId: string | null
  activityKindId: string | null
  /** null: the whole city. */
  areaId: string | null
  estateId: string | null
  /** Microdegrees (WGS 84), null where unknown. */
  latitude: number | null
  longitude: number | null
  startsOn: PlainDate | null
  /** null: no end. */
  endsOn: PlainDate | null
}

export type Reason =
  | { kind: 'targetGroup' }
  | { kind: 'theme' }
  | { kind: 'activityKind' }
  | { kind: 'estate' }
  | { kind: 'distance'; metres: number }
  | { kind: 'area' }
  | { kind: 'period' }
  | { kind: 'words'; words: string[] }

/** The score is a whole number from 0 to 100, the sum of the points below. */
export type Match = { score: number; reasons: Reason[] }

/** Points for what two efforts share; all of them, with the nearest place, make 100. */
const POINTS = {
  /** The same people are half of what an overlap is … */
  targetGroup: 20,
  /** … and the same thing done for them the other half. */
  activityKind: 20,
  /** Every effort has one of a few themes, so sharing one says little. */
  theme: 5,
  /** The same yard. */
  estate: 20,
  /** A few streets away, scaled down from next door to a kilometre. */
  nextDoor: 18,
  withinWalk: 12,
  /** Areas are several kilometres wide. */
  area: 10,
  /** An offer for the whole city reaches everybody, but nobody meets it by chance. */
  wholeCity: 10,
  /** Most efforts run for years, so meeting in time is expected; not meeting is what tells. */
  period: 5,
  /** Own words tell what the lists do not: the same kind may be a youth club or a chess club. */
  words: 30,
} as const

/** From here on it is worth somebody's time to look. */
export const THRESHOLD = 55

/** What is left of a score when nobody could take part in both: 100 then stays under the threshold. */
const LEFT_WHEN_APART = 0.5

const MOST_SUGGESTIONS = 3
const MOST_WORDS_NAMED = 5

/** The farthest worth naming, in metres: a quarter of an hour's walk. */
const WALK = 1000

/** Common words that give all the points for words; one in a title counts half as much again, in both twice. */
const ENOUGH_WORDS = 5

/** The points and reasons of two efforts; the score is the same from both sides, the words named are a's. */
export const compareEfforts = (a: Effort, b: Effort): Match => compare(profileOf(a), profileOf(b))

/** Best first, at most three, only those that reach the threshold. */
export function suggestOverlaps<E extends Effort>(
  written: Effort,
  candidates: E[],
): { effort: E; match: Match }[] {
  const profile = profileOf(written)
  return candidates
    .filter((effort) => effort.id !== written.id)
    .map((effort) => ({ effort, match: compare(profile, profileOf(effort)) }))
    .filter(({ match }) => match.score >= THRESHOLD)
    .sort((one, other) => other.match.score - one.match.score)
    .slice(0, MOST_SUGGESTIONS)
}

type Profile = { effort: Effort; terms: Term[] }

const profileOf = (effort: Effort): Profile => ({ effort, terms: termsOf(effort.title, effort.text) })

function compare(a: Profile, b: Profile): Match {
  const found: { reason?: Reason; points: number }[] = []
  for (const kind of ['targetGroup', 'activityKind', 'theme'] as const)
    if (same(a.effort[`${kind}Id`], b.effort[`${kind}Id`]))
      found.push({ reason: { kind }, points: POINTS[kind] })
  const place = comparePlaces(a.effort, b.effort)
  const periods = comparePeriods(a.effort, b.effort)
  const words = compareWords(a.terms, b.terms)
  for (const part of [place, periods, words]) if (part) found.push(part)
  const sum = found.reduce((total, { points }) => total + points, 0)
  return {
    score: Math.round(place && periods ? sum : sum * LEFT_WHEN_APART),
    reasons: found.flatMap(({ reason }) => reason ?? []),
  }
}

type Part = { reason?: Reason; points: number }

const same = (a: string | null, b: string | null): boolean => a !== null && a === b

/** The closest thing to say about two places; null when they are apart or nothing tells that they are not. */
function comparePlaces(a: Effort, b: Effort): Part | null {
  if (same(a.estateId, b.estateId)) return { reason: { kind: 'estate' }, points: POINTS.estate }
  const metres = distance(a, b)
  if (metres !== null && metres <= WALK) {
    const points = POINTS.nextDoor - ((POINTS.nextDoor - POINTS.withinWalk) * metres) / WALK
    return { reason: { kind: 'distance', metres }, points }
  }
  if (same(a.areaId, b.areaId)) return { reason: { kind: 'area' }, points: POINTS.area }
  return a.areaId === null || b.areaId === null ? { points: POINTS.wholeCity } : null
}

/** Earth's mean radius in metres (IUGG). */
const EARTH = 6_371_009

/** Great-circle distance (haversine) rounded to 10 metres, null when a place is unknown. */
function distance(a: Effort, b: Effort): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const [north, south] = [radians(a.latitude), radians(b.latitude)]
  const h =
    Math.sin((north - south) / 2) ** 2 +
    Math.cos(north) * Math.cos(south) * Math.sin(radians(a.longitude - b.longitude) / 2) ** 2
  return Math.round((2 * EARTH * Math.asin(Math.sqrt(Math.min(1, h)))) / 10) * 10
}

const radians = (microdegrees: number): number => (microdegrees / 1e6) * (Math.PI / 180)

/** null when one is over before the other begins. A period is a reason only where both have a beginning. */
function comparePeriods(a: Effort, b: Effort): Part | null {
  if (endsBefore(a, b) || endsBefore(b, a)) return null
  return a.startsOn && b.startsOn ? { reason: { kind: 'period' }, points: POINTS.period } : { points: 0 }
}

const endsBefore = (a: Effort, b: Effort): boolean =>
  a.endsOn !== null && b.startsOn !== null && a.endsOn < b.startsOn

function compareWords(a: Term[], b: Term[]): Part | null {
  const { strength, words } = commonWords(a, b)
  if (words.length === 0) return null
  const named = words.slice(0, MOST_WORDS_NAMED)
  return {
    reason: { kind: 'words', words: named },
    points: POINTS.words * Math.min(1, strength / ENOUGH_WORDS),
  }
}
