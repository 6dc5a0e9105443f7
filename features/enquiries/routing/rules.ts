import { stemOf, stemsOf } from '@/lib/danish-words'

export type RoutingRule = {
  partyId: string
  party: string
  areaId: string | null
  area: string | null
  themeId: string | null
  theme: ThemeName | null
  words: string
}
type ThemeName = { nameDa: string; nameEn: string }
type Sorted = { text: string; areaId: string | null; themeId: string | null }

export type Suggested = {
  partyId: string
  party: string
  /** What of the rule holds. */
  area: string | null
  theme: ThemeName | null
  words: string[]
}

/** The departments whose rules hold, those for the most reasons first; each once. */
export function suggestParties(enquiry: Sorted, rules: RoutingRule[]): Suggested[] {
  const stems = stemsOf(enquiry.text)
  const found = rules.flatMap((rule) => judge(rule, enquiry, stems))
  const reasons = ({ area, theme, words }: Suggested) =>
    words.length + Number(theme !== null) + Number(area !== null)
  const sorted = found.sort((a, b) => reasons(b) - reasons(a))
  return sorted.filter(({ partyId }, index) => sorted.findIndex((one) => one.partyId === partyId) === index)
}

/** All that is given must hold, of the words one: as a word of its own, or as the beginning of a compound. */
function judge(rule: RoutingRule, enquiry: Sorted, stems: string[]): Suggested[] {
  const { partyId, party } = rule
  if (rule.areaId !== null && rule.areaId !== enquiry.areaId) return []
  if (rule.themeId !== null && rule.themeId !== enquiry.themeId) return []
  const words = wordsOf(rule).filter((word) => {
    const stem = stemOf(word)
    return stem !== '' && stems.some((said) => said === stem || said.startsWith(stem))
  })
  if (wordsOf(rule).length > 0 && words.length === 0) return []
  const area = rule.areaId === null ? null : rule.area
  return [{ partyId, party, area, theme: rule.theme, words }]
}

export const wordsOf = ({ words }: { words: string }): string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
