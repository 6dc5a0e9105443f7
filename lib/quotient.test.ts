import fc from 'fast-check'
import { expect, test } from 'vitest'
import { portion, quotient, shareOf } from './quotient'

test('halves go away from zero, on both sides', () => {
  expect([quotient(5, 2), quotient(-5, 2), quotient(7, 3), quotient(-7, 3)]).toEqual([3, -3, 2, -2])
})

test('large amounts stay exact where a float would not', () => {
  expect(portion(100_000_000_000_000, 9_999)).toBe(99_990_000_000_000)
  expect(portion(99_999_999_999_999, 3_333)).toBe(33_330_000_000_000)
})

test('a part of a whole, and of nothing', () => {
  expect(shareOf(3_000_000_000, 26_000_000_000)).toBe(1154)
  expect(shareOf(3_250_000_000, 26_000_000_000)).toBe(1250)
  expect(shareOf(1, 0)).toBeNull()
})

test('is never further than a half from the whole truth', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000 }), (dividend, divisor) => {
      const rest = BigInt(dividend) - BigInt(quotient(dividend, divisor)) * BigInt(divisor)
      expect(2n * (rest < 0n ? -rest : rest) <= BigInt(divisor)).toBe(true)
    }),
  )
})
