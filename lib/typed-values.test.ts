import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMinutes, formatTime, formatTypedHours } from './format'
import { parseDate, parseDuration, parseHours, parseKroner, parseTime } from './typed-values'

test.each([
  ['2013-12-12', '2013-12-12'],
  ['1/2-2014', '2014-02-01'],
  ['1.2.2014', '2014-02-01'],
  ['1. 2. 2014', '2014-02-01'],
  ['01-02-2014', '2014-02-01'],
  ['1/2 2014', '2014-02-01'],
  ['1 2 2014', '2014-02-01'],
  ['1/2/2014', '2014-02-01'],
  [' 29/2-2024 ', '2024-02-29'],
  ['29/2-2023', null],
  ['31.4.2014', null],
  ['2/13-2014', null],
  ['12/12', null],
  ['12/12-13', null],
  ['1.2.1899', null],
  ['2013-2-1', null],
  ['fredag', null],
  ['', null],
])('the date "%s" is %s', (typed, date) => {
  expect(parseDate(typed)).toBe(date)
})

test.each([
  ['14', '14:00'],
  ['9', '09:00'],
  ['14.00', '14:00'],
  ['14:05', '14:05'],
  ['1400', '14:00'],
  ['930', '09:30'],
  ['kl. 14', '14:00'],
  [' 0.00 ', '00:00'],
  ['24', null],
  ['14.60', null],
  ['14.5', null],
  ['2013', '20:13'],
  ['14:00:00', null],
  ['', null],
])('the time "%s" is %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time)
})

test.each([
  ['90', 90],
  ['90m', 90],
  ['90 min', 90],
  ['90 minutter', 90],
  ['1.5h', 90],
  ['1,5 t', 90],
  ['1,5 time', 90],
  ['2 timer', 120],
  ['2 hours', 120],
  ['1:30', 90],
  ['1 t 30', 90],
  ['1t30', 90],
  ['1 time og 30 min', 90],
  ['0:05', 5],
  ['12 t.', 720],
  ['4', null],
  ['12:01', null],
  ['13 t', null],
  ['1:60', null],
  ['1,5', null],
  ['-30', null],
  ['', null],
])('the duration "%s" is %s minutes', (typed, minutes) => {
  expect(parseDuration(typed)).toBe(minutes)
})

test('a time and a duration as we write them read as the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 720 }),
      fc.constantFrom('da' as const, 'en' as const),
      (minutes, locale) => {
        const time = new Date(minutes * 60_000).toISOString().slice(11, 16)
        expect(parseTime(formatTime(time, locale))).toBe(time)
        expect(parseDuration(formatMinutes(minutes, locale))).toBe(minutes)
      },
    ),
  )
})

test.each([
  ['1.234.500', 123_450_000],
  ['1234500', 123_450_000],
  ['1.234,50', 123_450],
  ['1.234,5 kr.', 123_450],
  ['32,5 mio.', 3_250_000_000],
  ['30 mio. kr.', 3_000_000_000],
  ['0', 0],
  ['1,234.50', null],
  ['12.5', null],
  ['1.23.456', null],
  ['-5', null],
  ['mange', null],
  ['9'.repeat(30), null],
])('%s kroner are %s øre', (typed, ore) => {
  expect(parseKroner(typed)).toBe(ore)
})

test.each([
  ['120', 7200],
  ['7,5', 450],
  ['0,25 t.', 15],
  ['1.200 timer', 72_000],
  ['0', 0],
  ['12.5', null],
  ['1,234.50', null],
  ['-4', null],
  ['mange', null],
  ['', null],
])('"%s" hours are %s minutes', (typed, minutes) => {
  expect(parseHours(typed)).toBe(minutes)
})

test('hours written for a form are read back to the minute', () => {
  fc.assert(
    fc.property(fc.nat(600_000), (minutes) => {
      expect(parseHours(formatTypedHours(minutes))).toBe(minutes)
    }),
  )
})
