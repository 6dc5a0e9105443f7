import { dice, stemOf, trigramsOf, wordsOf } from '@/lib/danish-words'
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

/** How much a word counts that says whom an effort is for: that is compared as the target group already. */
const PEOPLE = 0.2
/** How much a word counts that is not the same but like it. */
const COMPOUND_PART = 0.8
/** Under this share of common trigrams two words are different ones: ungdomsklub and ungeklub have 0.57. */
const LIKE = 0.55
/** Shorter parts are found by chance: "tid" in fritid, "dag" in onsdag. */
const SHORTEST_PART = 4
/** Two compounds with this many first letters in common, folded, share their first part: lektiecafé, lektiehjælp. */
const SHARED_BEGINNING = 6

/** What nearly every effort says about itself, as stems. */
const SAID_BY_ALL = new Set(
  wordsOf(
    `mødes møde åben åbent tilbud aktivitet aktiviteter projekt indsats hjælp hjælper hjælpe gang gange uge ugen
    dag dage aften aftener formiddag eftermiddag mandag tirsdag onsdag torsdag fredag lørdag søndag weekend
    klokken beboer beboere beboerne borgere kommune kommunal kommunens frivillig frivillige sted steder
    området bydel kvarter københavn byen tager holder laver går hold deltage`,
  ).map(stemOf),
)

/** The plain names of groups of people, as stems. "Drenge" or "mødre" tell more and are not among them. */
const PEOPLE_WORDS = new Set(
  wordsOf('børn unge ungdom ældre voksne kvinder mænd familier forældre ledige').map(stemOf),
)

/** Danish writes only names with a capital: one after "i" or "på" is a place, and places are compared as such. */
const PLACE_NAME = /(?<=(?:^|\P{L})(?:[iI]|[pP]å|[vV]ed|[fF]ra|[oO]mkring)\s+)\p{Lu}\p{Ll}[\p{L}\p{M}]*/gu

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

type Term = { word: string; stem: string; trigrams: Set<string>; inTitle: boolean }
type Profile = { effort: Effort; terms: Term[] }

function profileOf(effort: Effort): Profile {
  const terms = new Map<string, Term>()
  for (const [text, inTitle] of [
    [effort.title, true],
    [effort.text, false],
  ] as const)
    for (const word of wordsOf(text.replace(PLACE_NAME, ' '))) {
      const stem = stemOf(word)
      if (!SAID_BY_ALL.has(stem) && !terms.has(stem))
        terms.set(stem, { word, stem, trigrams: trigramsOf(word), inTitle })
    }
  return { effort, terms: [...terms.values()] }
}

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
  const common = commonTerms(a, b)
  if (common.length === 0) return null
  const strength = (sum(common) + sum(commonTerms(b, a))) / 2
  const words = common.slice(0, MOST_WORDS_NAMED).map(({ word }) => word)
  return { reason: { kind: 'words', words }, points: POINTS.words * Math.min(1, strength / ENOUGH_WORDS) }
}

type CommonTerm = { word: string; strength: number }

const sum = (terms: CommonTerm[]): number => terms.reduce((total, { strength }) => total + strength, 0)

/** The terms of a found in b, most telling first: in the titles, then the longest. */
const commonTerms = (a: Term[], b: Term[]): CommonTerm[] =>
  a
    .map((term) => ({
      word: term.word,
      strength: Math.max(0, ...b.map((other) => likeness(term, other) * weight(term, other))),
    }))
    .filter(({ strength }) => strength > 0)
    .sort((one, other) => other.strength - one.strength || other.word.length - one.word.length)

const weight = (a: Term, b: Term): number =>
  (1 + (Number(a.inTitle) + Number(b.inTitle)) / 2) *
  (PEOPLE_WORDS.has(a.stem) || PEOPLE_WORDS.has(b.stem) ? PEOPLE : 1)

/** 1 for the same stem, less for a part of a compound or nearly the same letters, 0 for different words. */
function likeness(a: Term, b: Term): number {
  if (a.stem === b.stem) return 1
  if (isPart(a.stem, b.stem) || isPart(b.stem, a.stem) || beginAlike(a.stem, b.stem)) return COMPOUND_PART
  const alike = dice(a.trigrams, b.trigrams)
  return alike >= LIKE ? alike : 0
}

/** Danish compounds are written in one word: klub ends ungdomsklub, kælder begins kælderklub. */
const isPart = (part: string, whole: string): boolean =>
  part.length >= SHORTEST_PART &&
  part.length < whole.length &&
  (whole.startsWith(part) || whole.endsWith(part))

const beginAlike = (a: string, b: string): boolean =>
  a.length >= SHARED_BEGINNING && a.slice(0, SHARED_BEGINNING) === b.slice(0, SHARED_BEGINNING)
