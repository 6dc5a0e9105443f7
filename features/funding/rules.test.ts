import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALLOCATION_CATEGORIES } from '@/db/schema'
import { amountOf, daysLeft, factsOf, isWaiting, periodOfDecision, sumOf, wholeMonths } from './rules'

/** Of hundredths of a million kroner; no float here either. */
const ore = (hundredths: number) => hundredths * 1_000_000
const figure = (
  kind: 'budgeted' | 'municipal' | 'total',
  hundredths: number,
  claimed: number | null = null,
) => ({
  kind,
  nature: 'actual' as const,
  amountOre: ore(hundredths),
  claimedBasisPoints: claimed,
})
const NOTE = {
  startsOn: '2012-01-01',
  endsOn: '2014-12-31',
  teamEndsOn: '2014-12-31',
  shareBasisPoints: 1250,
  activity: 1060,
  coordination: 190,
  teamFteHundredths: 300,
}
const FIGURES = [figure('budgeted', 3000, 1250), figure('municipal', 3250), figure('total', 26000)]

describe('the figures of the note', () => {
  const facts = factsOf(NOTE, FIGURES, [])

  test('32.5 of 260 are 12.5 %, and each municipal krone meets 7 others', () => {
    expect(facts.share).toBe(1250)
    expect(facts.leverage).toEqual({
      timesHundredths: 800,
      othersOre: ore(22750),
      othersHundredths: 700,
    })
  })

  test('the split in money is 27.56 and 4.94, and the team has 15.2 % of the share', () => {
    expect(facts.split).toEqual([
      { category: 'activity', basisPoints: 1060, amountOre: ore(2756), ofShare: 8480 },
      { category: 'coordination', basisPoints: 190, amountOre: ore(494), ofShare: 1520 },
    ])
  })

  test('an årsværk of three in three years costs 0.549 million', () => {
    expect(facts.perFteYear).toMatchObject({ months: 36, perYearOre: 54_888_889 })
  })

  test('30 million is not 12.5 % of 260, and 2.5 million is unexplained', () => {
    expect(facts.doubts).toEqual([
      {
        kind: 'claim',
        amountOre: ore(3000),
        claimed: 1250,
        actual: 1154,
        totalOre: ore(26000),
        wouldBeOre: ore(24000),
      },
      { kind: 'gap', budgetedOre: ore(3000), municipalOre: ore(3250), gapOre: ore(250) },
    ])
  })
})

test('sources that agree raise no doubt, and a share that does not fit does', () => {
  const agreeing = [figure('budgeted', 3250, 1250), figure('municipal', 3250, 1250), figure('total', 26000)]
  expect(factsOf(NOTE, agreeing, []).doubts).toEqual([])
  const other = { ...NOTE, shareBasisPoints: 1200, activity: 1010 }
  expect(factsOf(other, agreeing, []).doubts).toMatchObject([{ kind: 'share', share: 1200, actual: 1250 }])
})

test('what is actual goes before what was expected', () => {
  const expected = { ...figure('total', 24000), nature: 'expected' as const }
  expect(amountOf([expected, figure('total', 26000)], 'total')).toBe(ore(26000))
  expect(amountOf([expected], 'total')).toBe(ore(24000))
  expect(amountOf([], 'total')).toBeNull()
})

test('without figures nothing is computed, and nothing is doubted', () => {
  const bare = { ...NOTE, shareBasisPoints: null, activity: null, coordination: null }
  expect(factsOf(bare, [], [])).toMatchObject({ share: null, split: null, leverage: null, doubts: [] })
  expect(factsOf(NOTE, [figure('municipal', 0), figure('total', 0)], [])).toMatchObject({ leverage: null })
})

test('what was given is held up against what was set aside, under and over', () => {
  const given = [
    { category: 'activity' as const, amountOre: ore(2000) },
    { category: 'coordination' as const, amountOre: ore(500) },
  ]
  expect(factsOf(NOTE, FIGURES, given).given.map(({ leftOre }) => leftOre)).toEqual([ore(756), ore(-6)])
})

test('the parts of the share make it up to the øre, whatever the figures, and every cut of what was given too', () => {
  const amount = fc.integer({ min: 1, max: 100_000_000_000_000 })
  const row = fc.record({
    category: fc.constantFrom(...ALLOCATION_CATEGORIES),
    amountOre: fc.nat(1_000_000_000),
  })
  fc.assert(
    fc.property(
      amount,
      fc.nat(5000),
      fc.nat(5000),
      fc.array(row),
      (totalOre, activity, coordination, given) => {
        fc.pre(activity + coordination > 0)
        const shareBasisPoints = activity + coordination
        const period = { ...NOTE, activity, coordination, shareBasisPoints }
        const total = { ...figure('total', 0), amountOre: totalOre }
        const facts = factsOf(period, [total], given)
        const exact = BigInt(totalOre) * BigInt(shareBasisPoints)
        const parts = facts.split!.reduce((all, { amountOre }) => all + BigInt(amountOre!), 0n)
        const off = 2n * (parts * 10_000n - exact)
        expect((off < 0n ? -off : off) <= 10_000n).toBe(true)
        expect(facts.given.reduce((all, { givenOre }) => all + givenOre, 0)).toBe(sumOf(given))
      },
    ),
  )
})

test('months are counted only when they are whole', () => {
  expect(wholeMonths('2012-01-01', '2014-12-31')).toBe(36)
  expect(wholeMonths('2012-05-31', '2012-06-30')).toBeNull()
  expect(wholeMonths('2012-06-01', '2014-12-31')).toBe(31)
  expect(wholeMonths('2012-01-01', '2011-12-31')).toBeNull()
})

test('the days left count today and the last one', () => {
  expect(daysLeft('2028-08-16', '2028-12-31')).toBe(138)
  expect(daysLeft('2028-12-31', '2028-12-31')).toBe(1)
  expect(daysLeft('2029-01-01', '2028-12-31')).toBeNull()
})

test('a remark waits when its day has passed and nothing is said of it', () => {
  expect(isWaiting({ followUpOn: '2026-11-22', followedUp: '' }, '2026-11-23')).toBe(true)
  expect(isWaiting({ followUpOn: '2026-11-23', followedUp: '' }, '2026-11-23')).toBe(false)
  expect(isWaiting({ followUpOn: '2026-11-22', followedUp: 'Gjort' }, '2026-11-23')).toBe(false)
  expect(isWaiting({ followUpOn: null, followedUp: '' }, '2026-11-23')).toBe(false)
})

test('a decision is read under the period it was made in, or the first one after it', () => {
  const periods = [
    { id: 'later', startsOn: '2025-01-01', endsOn: '2028-12-31' },
    { id: 'note', startsOn: '2012-01-01', endsOn: '2014-12-31' },
  ]
  expect(periodOfDecision('2011-12-12', periods)).toBe('note')
  expect(periodOfDecision('2013-12-12', periods)).toBe('note')
  expect(periodOfDecision('2020-01-01', periods)).toBe('later')
  expect(periodOfDecision('2030-01-01', periods)).toBe('later')
  expect(periodOfDecision('2030-01-01', [])).toBeUndefined()
})
