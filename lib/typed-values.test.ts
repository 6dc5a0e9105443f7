import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMinutes, formatTime, formatTypedHours } from './format'
import {
  inDanish,
  parseCount,
  parseDate,
  parseDuration,
  parseHours,
  parseHundredths,
  parseKroner,
  parsePercent,
  parseTime,
} from './typed-values'

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
  ['12', 720],
  ['12,5', 750],
  ['12.5', 750],
  ['12,25 timer', 735],
  ['0,33', 20],
  ['1.000', 60_000],
  ['1.000,5 t.', 60_030],
  ['12:30', 750],
  ['7 t. 30 min', 450],
  ['7 timer og 30 minutter', 450],
  ['7 h 5 min', 425],
  ['45 min', 45],
  [' 0 ', 0],
  ['10.000', 600_000],
  ['10.000,01', null],
  ['10.001', null],
  ['99999', null],
  ['1.234,50', 74_070],
  ['1.234', 74_040],
  ['1,000', null],
  ['1,234.50', null],
  ['12.5.3', null],
  ['-3', null],
  ['−3', null],
  ['1e3', null],
  ['4:60', null],
  ['12:3', null],
  ['abc', null],
  ['', null],
])('the hours "%s" are %s minutes', (typed, minutes) => {
  expect(parseHours(typed)).toBe(minutes)
})

test('hours as we write them are read as the same minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600_000 }), fc.constantFrom('da', 'en'), (minutes, locale) => {
      expect(parseHours(formatMinutes(minutes, locale))).toBe(minutes)
    }),
  )
})

test.each([
  ['12,5', 1250],
  ['12,5 %', 1250],
  [' 1,9 pct. ', 190],
  ['10,60', 1060],
  ['0', 0],
  ['100', 10_000],
  ['100,01', null],
  ['12.5', null],
  ['12,555', null],
  ['-1', null],
  ['1.000', null],
  ['halvdelen', null],
  ['', null],
])('%s are %s basis points', (typed, basisPoints) => {
  expect(parsePercent(typed)).toBe(basisPoints)
})

test.each([
  ['3', 300, 3],
  ['2,75', 275, null],
  [' 0,5 ', 50, null],
  ['3 %', null, null],
  ['1.5', null, null],
  ['', null, null],
])('"%s" is %s hundredths, and as a count %s', (typed, hundredths, count) => {
  expect(parseHundredths(typed)).toBe(hundredths)
  expect(parseCount(typed)).toBe(count)
})

test.each([
  ['1,234.50', '1.234,50'],
  ['1,234', '1.234'],
  ['12.5', '12,5'],
  ['0.25', '0,25'],
  ['1.234', null],
  ['1.234,50', null],
  ['12,5', null],
  ['1234', null],
])('the number "%s" is English for %s', (typed, danish) => {
  expect(inDanish(typed)).toBe(danish)
})

test('hours written for a form are read back to the minute', () => {
  fc.assert(
    fc.property(fc.nat(600_000), (minutes) => {
      expect(parseHours(formatTypedHours(minutes))).toBe(minutes)
    }),
  )
})
