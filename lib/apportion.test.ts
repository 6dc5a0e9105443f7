import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion } from './apportion'

const sum = (parts: Map<unknown, number>) => [...parts.values()].reduce((all, part) => all + part, 0)

test('the parts make up the whole, and none is a whole one away from its share', () => {
  const weights = fc.array(fc.nat(500), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.nat(100_000), weights, (total, given) => {
      const all = given.reduce((one, other) => one + other, 0)
      const parts = apportion(total, new Map(given.map((weight, index) => [index, weight])))
      expect(sum(parts)).toBe(all === 0 ? 0 : total)
      for (const [index, part] of parts)
        expect(Math.abs(part - (total * given[index]!) / all)).toBeLessThan(1)
    }),
  )
})

test('to the øre also where a product is larger than a number is exact', () => {
  const amount = fc.integer({ min: 0, max: 100_000_000_000_000 })
  const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(amount, weights, (ore, given) => {
      fc.pre(given.some((weight) => weight > 0))
      const parts = apportion(ore, new Map(given.map((weight, index) => [index, weight])))
      expect(sum(parts)).toBe(ore)
      const all = BigInt(given.reduce((one, other) => one + other, 0))
      for (const [index, part] of parts) {
        const off = BigInt(part) * all - BigInt(ore) * BigInt(given[index]!)
        expect((off < 0n ? -off : off) < all).toBe(true)
      }
    }),
  )
})
