/** `total` in whole parts by their weights, by largest remainder; of even remainders the earlier key gets it. */
export function apportion<Key>(total: number, weights: ReadonlyMap<Key, number>): Map<Key, number> {
  const sum = [...weights.values()].reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) return new Map()
  const parts = [...weights].map(([key, weight]) => {
    const exact = BigInt(total) * BigInt(weight)
    return { key, whole: Number(exact / sum), remainder: exact % sum }
  })
  const left = total - parts.reduce((all, { whole }) => all + whole, 0)
  const largestFirst = parts.toSorted((a, b) => Number(b.remainder - a.remainder))
  const more = new Set(largestFirst.slice(0, left))
  return new Map(parts.map((part) => [part.key, part.whole + (more.has(part) ? 1 : 0)]))
}
