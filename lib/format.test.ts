import { describe, expect, test } from 'vitest'
import {
  formatAmount,
  formatBasisPoints,
  formatDate,
  formatHours,
  formatInstant,
  formatList,
  formatMillions,
  formatMinutes,
  formatMoney,
  formatNumber,
  formatPercent,
  formatTime,
  formatTimeRange,
  formatWeek,
  relativeDays,
} from './format'

const DATE = '2013-12-12'

test.each([
  ['full', 'torsdag den 12. december 2013', 'Thursday, 12 December 2013'],
  ['day', 'torsdag den 12. december', 'Thursday 12 December'],
  ['short', 'tors. 12. dec.', 'Thu 12 Dec'],
  ['long', '12. december 2013', '12 December 2013'],
  ['numeric', '12.12.2013', '12/12/2013'],
  ['dayMonth', '12. december', '12 December'],
] as const)('a date in style %s', (style, da, en) => {
  expect(formatDate(DATE, 'da', style)).toBe(da)
  expect(formatDate(DATE, 'en', style)).toBe(en)
})

test('Danish dates have no leading zeros', () => {
  expect(formatDate('2014-02-01', 'da', 'numeric')).toBe('1.2.2014')
})

describe('times', () => {
  test('have a dot in Danish', () => {
    expect(formatTime('14:00', 'da')).toBe('14.00')
    expect(formatTime('14:00', 'en')).toBe('14:00')
  })

  test('run from start to end, past midnight too', () => {
    expect(formatTimeRange('14:00', 90, 'da')).toBe('14.00–15.30')
    expect(formatTimeRange('23:30', 45, 'en')).toBe('23:30–00:15')
  })

  test('are shown on the Copenhagen clock', () => {
    expect(formatInstant(new Date('2013-12-12T13:05Z'), 'da')).toBe('12. december 2013 kl.\u00a014.05')
    expect(formatInstant(new Date('2013-06-30T22:05Z'), 'en')).toBe('1 July 2013 at 00:05')
  })
})

test('weeks', () => {
  expect(formatWeek(DATE, 'da')).toBe('uge 50')
  expect(formatWeek('2021-01-03', 'en')).toBe('week 53')
})

test.each([
  [110, '1 t. 50 min', '1 h 50 min'],
  [50, '50 min', '50 min'],
  [120, '2 t.', '2 h'],
  [0, '0 min', '0 min'],
  [-75, '−1 t. 15 min', '−1 h 15 min'],
])('%i minutes', (minutes, da, en) => {
  expect(formatMinutes(minutes, 'da')).toBe(da)
  expect(formatMinutes(minutes, 'en')).toBe(en)
})

test('hours, to the nearest tenth', () => {
  expect(formatHours(150, 'da')).toBe('2,5 t.')
  expect(formatHours(150, 'en')).toBe('2.5 h')
  expect(formatHours(50, 'da')).toBe('0,8 t.')
  expect(formatHours(90_000, 'da')).toBe('1.500 t.')
})

test('money shows øre only when there are any', () => {
  expect(formatMoney(123_456_700, 'da')).toBe('1.234.567\u00a0kr.')
  expect(formatMoney(123_450, 'da')).toBe('1.234,50\u00a0kr.')
  expect(formatMoney(123_456_700, 'en')).toBe('DKK\u00a01,234,567')
})

test('millions keep their half', () => {
  expect(formatMillions(3_250_000_000, 'da')).toBe('32,5\u00a0mio.\u00a0kr.')
  expect(formatMillions(3_000_000_000, 'da')).toBe('30\u00a0mio.\u00a0kr.')
  expect(formatMillions(2_756_000_000, 'da')).toBe('27,56\u00a0mio.\u00a0kr.')
  expect(formatMillions(3_250_000_000, 'en')).toBe('DKK\u00a032.5\u00a0million')
  expect(formatMillions(494_000_000, 'en')).toBe('DKK\u00a04.94\u00a0million')
})

test('millions are rounded half up from the øre, where a float would round down', () => {
  expect(formatMillions(100_500_000, 'da')).toBe('1,01\u00a0mio.\u00a0kr.')
  expect(formatMillions(-100_500_000, 'da')).toBe('-1,01\u00a0mio.\u00a0kr.')
  expect(formatMillions(54_888_889, 'da', 3)).toBe('0,549\u00a0mio.\u00a0kr.')
})

test('an amount is shortened to millions only where nothing is lost', () => {
  expect(formatAmount(494_000_000, 'da')).toBe('4,94\u00a0mio.\u00a0kr.')
  expect(formatAmount(494_000_100, 'da')).toBe('4.940.001\u00a0kr.')
  expect(formatAmount(6_000_000, 'da')).toBe('60.000\u00a0kr.')
})

test('basis points are percentages with at most two decimals', () => {
  expect(formatBasisPoints(1250, 'da')).toBe('12,5\u00a0pct.')
  expect(formatBasisPoints(1154, 'da')).toBe('11,54\u00a0pct.')
  expect(formatBasisPoints(190, 'en')).toBe('1.9%')
})

test('percentages stay together with their sign in Danish', () => {
  expect(formatPercent(0.92, 'da')).toBe('92\u00a0%')
  expect(formatPercent(0.125, 'da', 1)).toBe('12,5\u00a0%')
  expect(formatPercent(0.92, 'en')).toBe('92%')
})

test('numbers', () => {
  expect(formatNumber(2_325_750, 'da')).toBe('2.325.750')
  expect(formatNumber(10.6, 'da', 1)).toBe('10,6')
  expect(formatNumber(10.6, 'en', 1)).toBe('10.6')
})

test('lists', () => {
  expect(formatList(['AAB', 'fsb', 'KAB'], 'da')).toBe('AAB, fsb og KAB')
  expect(formatList(['AAB', 'fsb', 'KAB'], 'en')).toBe('AAB, fsb and KAB')
  expect(formatList([], 'da')).toBe('')
})

test.each([
  ['2013-12-12', 'i dag', 'today'],
  ['2013-12-13', 'i morgen', 'tomorrow'],
  ['2013-12-11', 'i går', 'yesterday'],
  ['2013-12-15', 'om 3 dage', 'in 3 days'],
  ['2013-12-08', 'for 4 dage siden', '4 days ago'],
])('%s, seen on 12 December, is %s', (date, da, en) => {
  expect(relativeDays(date, DATE, 'da')).toBe(da)
  expect(relativeDays(date, DATE, 'en')).toBe(en)
})
