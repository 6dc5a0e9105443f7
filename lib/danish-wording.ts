import { dice, stemOf, trigramsOf, wordsOf } from './danish-words'

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

/** A word that tells two texts apart. */
export type Term = { word: string; stem: string; trigrams: Set<string>; inTitle: boolean }

/** The telling words of a text, each stem once: nothing that nearly every text says, and no names of places unless asked for. */
export function termsOf(title: string, text: string, { places = false } = {}): Term[] {
  const terms = new Map<string, Term>()
  for (const [said, inTitle] of [
    [title, true],
    [text, false],
  ] as const)
    for (const word of wordsOf(places ? said : said.replace(PLACE_NAME, ' '))) {
      const stem = stemOf(word)
      if (!SAID_BY_ALL.has(stem) && !terms.has(stem))
        terms.set(stem, { word, stem, trigrams: trigramsOf(word), inTitle })
    }
  return [...terms.values()]
}

/**
 * What two texts have in common: the strength counts a shared word as 1 (in one title 1.5, in both 2), the same from
 * both sides; the words named are a's, most telling first.
 */
export function commonWords(a: Term[], b: Term[]): { strength: number; words: string[] } {
  const common = commonTerms(a, b)
  return {
    strength: (sum(common) + sum(commonTerms(b, a))) / 2,
    words: common.map(({ word }) => word),
  }
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
export function likeness(a: Term, b: Term): number {
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
