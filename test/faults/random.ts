/** Numbers that look random and are the same for the same seed (mulberry32). */
export type Random = {
  /** 0 up to and not including 1. */
  next: () => number
  /** 0 up to and not including `below`. */
  int: (below: number) => number
  pick: <Item>(items: readonly Item[]) => Item
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    next,
    int,
    pick: (items) => {
      const item = items[int(items.length)]
      if (item === undefined) throw new Error('There is nothing to pick from.')
      return item
    },
  }
}
