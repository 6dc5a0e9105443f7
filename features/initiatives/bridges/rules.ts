/** A number of people as it may be shown (R8): one to four are never told apart. */
export type Shown = number | 'underFive' | 'nearlyAll' | { atLeast: number }

const FEWEST = 5

const isSmall = (count: number): boolean => count > 0 && count < FEWEST

export const shown = (count: number): Shown => (isSmall(count) ? 'underFive' : count)

/** Of those met: when nearly all were led on, the few who were not must not be found by subtracting. */
export const shownOf = (ledOn: number, contacts: number): Shown => {
  const few = shown(ledOn)
  return typeof few === 'number' && typeof shown(contacts) === 'number' && isSmall(contacts - ledOn)
    ? 'nearlyAll'
    : few
}

/**
 * A sum from which no hidden part can be found by subtracting what is shown: with one hidden it says no more than what
 * those shown, and at least one person in each hidden one, make up.
 */
export function shownSum(parts: Shown[]): Shown {
  const known = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0)
  const hidden = parts.filter((part) => typeof part !== 'number').length
  return hidden === 0 ? shown(known) : { atLeast: known + hidden }
}
