type Whole = number | bigint

/** Whole numbers in and a whole number out, however large in between; halves go away from zero. The divisor is positive. */
export function quotient(dividend: Whole, divisor: Whole): number {
  const [upper, lower] = [BigInt(dividend), BigInt(divisor)]
  const half = upper < 0n ? -lower : lower
  return Number((2n * upper + half) / (2n * lower))
}

/** So many of the 10,000 basis points of a whole. */
export const portion = (whole: number, basisPoints: number): number =>
  quotient(BigInt(whole) * BigInt(basisPoints), 10_000)

/** A part of a whole in basis points; null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole > 0 ? quotient(BigInt(part) * 10_000n, whole) : null
