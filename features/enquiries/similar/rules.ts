import { likeness, type Term, termsOf } from '@/lib/danish-wording'
import { stemOf } from '@/lib/danish-words'
import { daysBetween, type PlainDate } from '@/lib/dates'

/** What is compared: an enquiry, or anything else that may be about the same. */
export type Comparable = {
  text: string
  areaId: string | null
  estateId: string | null
  themeId: string | null
  targetGroupId: string | null
  day: PlainDate | null
}

type Reason =
  | { kind: 'words'; words: string[] }
  | { kind: 'estate' | 'area' | 'theme' | 'targetGroup' | 'period' }

/** What else than words makes two alike, in shares of all that words can give. */
const BESIDES = { estate: 0.15, area: 0.06, theme: 0.05, targetGroup: 0.04, period: 0.02 } as const
/** Known to be elsewhere. */
const ELSEWHERE = -0.12
/** Both name the same place, club or house: as telling as an estate that was chosen from the list. */
const SAME_NAME = 0.2
/** Words that are only nearly the same are often others: spærret, pærerne. */
const NEARLY = 0.5
/** A text of fewer words than this share of the other's is not the more alike for it. */
const SHORTEST = 0.9
/** Below this there is nothing to show. */
const ENOUGH = 0.2
/** Asked within so many days, two may be about the same days. */
const SAME_TIME = 60
const MOST_WORDS_NAMED = 4

export type Ranked<C> = { candidate: C; score: number; reasons: Reason[] }

/** Those alike, most alike first. A word tells the more, the fewer of the candidates say it; whatever the order they come in. */
export function rankSimilar<C extends Comparable>(
  written: Comparable,
  candidates: C[],
  most: number,
): Ranked<C>[] {
  const asked = tellingWords(written.text)
  const others = candidates.map((candidate) => ({ candidate, said: tellingWords(candidate.text) }))
  const weight = weigher(others.map(({ said }) => said.terms))
  return others
    .flatMap(({ candidate, said }) => {
      const { share, words } = compareWords(asked.terms, said.terms, weight)
      const besides = compareBesides(written, candidate)
      const elsewhere = apart(written.areaId, candidate.areaId) ? ELSEWHERE : 0
      const named = namesSame(asked, said) ? SAME_NAME : 0
      const score = besides.reduce((sum, kind) => sum + BESIDES[kind], share + elsewhere + named)
      if (words.length === 0 || score < ENOUGH) return []
      const reasons: Reason[] = [{ kind: 'words', words }, ...besides.map((kind) => ({ kind }))]
      return [{ candidate, score, reasons }]
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
}

type Said = { terms: Term[]; names: Set<string> }

/** Danish writes only names with a capital inside a sentence. */
const NAME = /(?<=[\p{Ll},;»]\s)\p{Lu}[\p{L}\p{M}]+/gu

/** How letters begin and end says nothing about what is asked. */
const COURTESY =
  /\b(kære \p{L}+|hej( alle)?|god ?(morgen|dag|aften)|(med )?venlig hilsen|mvh|tak for hjælpen|på forhånd tak)/giu

const tellingWords = (text: string): Said => ({
  terms: termsOf('', text.replace(COURTESY, ' '), { places: true }),
  names: new Set([...text.matchAll(NAME)].map(([name]) => stemOf(name))),
})

const namesSame = (a: Said, b: Said): boolean => saysNameOf(a, b) || saysNameOf(b, a)

/** Also where it begins a sentence, and nothing tells that it is a name. */
const saysNameOf = ({ terms }: Said, { names }: Said): boolean => terms.some(({ stem }) => names.has(stem))

/** How telling a word is among these texts (inverse document frequency). */
function weigher(texts: Term[][]) {
  const said = new Map<string, number>()
  for (const { stem } of texts.flat()) said.set(stem, (said.get(stem) ?? 0) + 1)
  return ({ stem }: Term): number => Math.log(1 + (texts.length + 1) / ((said.get(stem) ?? 0) + 0.5))
}

/** The cosine of two texts in the space of their weighted words, where words that are nearly the same nearly count. */
function compareWords(asked: Term[], other: Term[], weight: (term: Term) => number) {
  const common = asked.flatMap((term) => {
    const likest = Math.max(0, ...other.map((one) => likeness(term, one)))
    const strength = likest === 1 ? 1 : likest * NEARLY
    return strength > 0 ? [{ word: term.word, points: strength * weight(term) }] : []
  })
  const sum = (terms: Term[]) => terms.reduce((total, term) => total + weight(term), 0)
  const points = common.reduce((total, one) => total + one.points, 0)
  const words = common.sort((a, b) => b.points - a.points).slice(0, MOST_WORDS_NAMED)
  return {
    share: points / Math.sqrt(sum(asked) * Math.max(sum(other), SHORTEST * sum(asked)) || 1),
    words: words.map(({ word }) => word),
  }
}

function compareBesides(a: Comparable, b: Comparable): (keyof typeof BESIDES)[] {
  const alike = {
    estate: same(a.estateId, b.estateId),
    area: same(a.areaId, b.areaId) && !same(a.estateId, b.estateId),
    theme: same(a.themeId, b.themeId),
    targetGroup: same(a.targetGroupId, b.targetGroupId),
    period: a.day !== null && b.day !== null && Math.abs(daysBetween(a.day, b.day)) <= SAME_TIME,
  }
  return (Object.keys(alike) as (keyof typeof BESIDES)[]).filter((kind) => alike[kind])
}

const same = (a: string | null, b: string | null): boolean => a !== null && a === b
const apart = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b
