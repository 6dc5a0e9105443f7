/** Danish letters after z, as the ASCII bytes after 'z'; what Danish files under another letter. */
const SORTED_AS: Record<string, string> = {
  æ: '{',
  ä: '{',
  ø: '|',
  ö: '|',
  å: '}',
  ü: 'y',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
}
const SEARCHED_AS: Record<string, string> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'oe',
  ö: 'oe',
  å: 'aa',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
}

/** A key to store: plain byte order sorts it as Danish does, numbers by value, "aa" as written (R22). */
export const sortKey = (text: string): string =>
  spell(
    lower(text)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
    SORTED_AS,
  ).replace(/\d+/g, numberRank)

/** The order of two texts by their sort keys: 0 when only case, accents or punctuation differ. */
export function compareDanish(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** One form for what people type alike: å = aa, ø = oe, æ = ae, é = e, in lower case, NFC (R22). */
export const foldForSearch = (text: string): string => spell(lower(text), SEARCHED_AS).normalize('NFC')

const lower = (text: string) => text.normalize('NFC').toLowerCase()

/** Replaces the letters listed, then takes the accents off every other Latin letter: under one may stand a listed one (ǽ). */
function spell(text: string, letters: Record<string, string>): string {
  const listed = (part: string) => part.replace(/\P{ASCII}/gu, (letter) => letters[letter] ?? letter)
  const bare = listed(text)
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
  return listed(bare)
}

/** Shorter numbers first, then digit by digit: "2" → "12", "10" → "210". */
function numberRank(digits: string): string {
  const value = digits.replace(/^0+(?=\d)/, '')
  return value.length < 9 ? `${value.length}${value}` : `9${String(value.length).padStart(5, '0')}${value}`
}
