import { newStemmer } from 'snowball-stemmers'
import { foldForSearch } from '@/lib/danish-order'

const SHORTEST_WORD = 3

/** Danish function words of three letters or more: they bind a sentence and say nothing about its subject. */
const FUNCTION_WORDS = new Set(
  `alle alt altid and andet andre anden at bag begge blandt blev blive bliver burde bør da dem den dengang denne
  der deres derfor derhen dermed derved det dette dig din dine disse dit dog efter egen eget egne eller ellers
  end endnu ene eneste enhver ens ere eren eres et fik flere fleste for fordi foran fra før først få får gennem
  gør gøre gørs ham han hans har have havde heller hele helt hen hende hendes her herfra hos hun hvad hvem hver
  hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår igen igennem ikke imellem imens imod ind inden
  indtil ingen inkl intet ja jer jeres jeg kan kom komme kommer kun kunne lad langs lidt ligger man mange med
  meget mellem mens mere mest mig min mindre mindst mine mit mod må måske ned nej nogen noget nogle nok nu når
  nær næste næsten ofte også om omkring op oppe os over overalt på samme sammen samt selv ses siden sig sin sine
  sit skal skulle snart som stadig således sådan temmelig thi til tit ud uden udenfor under undtagen ved vil
  ville vor vore vores vær være været var via`.split(/\s+/),
)

const stemmer = newStemmer('danish')

/** The words of a text that say what it is about, as typed but in lower case, in their order. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).filter((word) => word.length >= SHORTEST_WORD && !FUNCTION_WORDS.has(word))

/**
 * What the inflected forms of a word share, folded as for a search (R22): klubben → klub.
 * Snowball for Danish misses the neuter -t (lokal, but lokalt → lokalt): trigrams cover that. It also misses
 * the e that nouns in -el lose (cykel, cykler), which is dropped here.
 */
export const stemOf = (word: string): string =>
  foldForSearch(stemmer.stem(word.normalize('NFC').toLowerCase())).replace(/(?<=[^aeiouy])el$/, 'l')

export const stemsOf = (text: string): string[] => wordsOf(text).map(stemOf)

/** All runs of three characters, with two spaces before and one after, so that a beginning counts most. */
export function trigramsOf(text: string): Set<string> {
  const folded = foldForSearch(text).trim()
  if (!folded) return new Set()
  const padded = Array.from(`  ${folded} `)
  return new Set(padded.slice(2).map((_, index) => padded.slice(index, index + 3).join('')))
}

/** How alike two sets of trigrams are (Dice): 0 with none in common, 1 when equal; 0 for two empty ones. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let common = 0
  for (const trigram of a) if (b.has(trigram)) common += 1
  return (2 * common) / (a.size + b.size)
}
