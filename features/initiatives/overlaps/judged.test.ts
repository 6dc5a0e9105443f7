import { expect, test } from 'vitest'
import { judgeOverlaps } from '@/bench/overlaps'

test('of what was judged to be the same nine tenths are found, and seven tenths of what is shown are', () => {
  const { recall, precision, pairs } = judgeOverlaps()
  expect(pairs).toBeGreaterThanOrEqual(60)
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(precision).toBeGreaterThanOrEqual(0.7)
})
