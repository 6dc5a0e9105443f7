import { foldForSearch } from '@/lib/danish-order'
import { stemOf } from '@/lib/danish-words'

type Named = { nameDa: string; nameEn: string }

/** Shorter beginnings say other things: the stem of "ledige" is also that of "leder". */
const SHORTEST_BEGINNING = 4

/** Of those whose name a text says, in either language, the one it says first. */
export function firstNamedIn<One extends Named>(text: string, list: One[]): One | undefined {
  const said = lettersOf(text)
  const found = list
    .map((one) => ({ one, at: Math.min(placeOf(one.nameDa, said), placeOf(one.nameEn, said)) }))
    .filter(({ at }) => at < said.length)
  return found.sort((a, b) => a.at - b.at)[0]?.one
}

/** Where all words of a name stand in a row, inflected or as the beginning of a compound: ældre, ældreråd. */
function placeOf(name: string, said: string[]): number {
  const beginnings = lettersOf(name).map((word) =>
    word.slice(0, Math.max(stemOf(word).length, SHORTEST_BEGINNING)),
  )
  const at = said.findIndex((_, place) =>
    beginnings.every((beginning, next) => said[place + next]?.startsWith(beginning)),
  )
  return at === -1 || beginnings.length === 0 ? said.length : at
}

const lettersOf = (text: string): string[] => foldForSearch(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
