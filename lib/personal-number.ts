/** Six digits, at most a hyphen and white space (also a line break), four digits, and no digit on either side. */
const CANDIDATE = /(?<!\d)(\d\d)(\d\d)(\d\d)\s{0,4}[-‐-―−]?\s{0,4}\d{4}(?!\d)/g

/** Where the first CPR-like number stands: a valid ddmmyy (or day + 60) and four digits, no modulus 11 (R7). */
export function findPersonalNumber(text: string): { index: number; length: number } | null {
  for (const match of text.matchAll(CANDIDATE)) {
    if (isBirthday(Number(match[1]), Number(match[2]), Number(match[3]))) {
      return { index: match.index, length: match[0].length }
    }
  }
  return null
}

function isBirthday(writtenDay: number, month: number, year: number): boolean {
  const day = writtenDay > 60 ? writtenDay - 60 : writtenDay
  // Of the centuries a CPR number may mean, 2000 makes '00 a leap year.
  return (
    day >= 1 && month >= 1 && month <= 12 && day <= new Date(Date.UTC(2000 + year, month, 0)).getUTCDate()
  )
}
