import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  instantOf,
  isLocalTime,
  isPlainDate,
  localTime,
  plainDateOf,
  quarterOf,
  startOfWeek,
  today,
  weekday,
  weekOf,
} from './dates'

const day = fc.integer({ min: 0, max: 109_570 }).map((days) => addDays('1900-01-01', days))

test('the day in Copenhagen, not the day in UTC or on the machine', () => {
  expect(today(new Date('2026-11-22T23:30Z'))).toBe('2026-11-23')
  expect(plainDateOf(new Date('2026-06-30T22:00Z'))).toBe('2026-07-01')
  expect(today(new Date('2026-06-30T21:59Z'))).toBe('2026-06-30')
})

test('the clock in Copenhagen, summer and winter', () => {
  expect(localTime(new Date('2026-11-23T08:05:59Z'))).toBe('09:05')
  expect(localTime(new Date('2026-06-23T08:05Z'))).toBe('10:05')
  expect(localTime(new Date('2026-11-22T23:00Z'))).toBe('00:00')
})

describe('a Copenhagen time as an instant', () => {
  test.each([
    ['2013-12-12', '14:00', '2013-12-12T13:00:00.000Z'],
    ['2013-07-12', '14:00', '2013-07-12T12:00:00.000Z'],
  ])('%s %s', (date, time, instant) => {
    expect(instantOf(date, time).toISOString()).toBe(instant)
  })

  test('an hour that the spring skips is the hour after', () => {
    const instant = instantOf('2014-03-30', '02:30')
    expect(instant.toISOString()).toBe('2014-03-30T01:30:00.000Z')
    expect(localTime(instant)).toBe('03:30')
  })

  test('an hour that the autumn has twice is the first', () => {
    expect(instantOf('2014-10-26', '02:30').toISOString()).toBe('2014-10-26T00:30:00.000Z')
  })

  test('is read back as it was written', () => {
    const clock = fc.integer({ min: 4 * 60, max: 24 * 60 - 1 })
    fc.assert(
      fc.property(day, clock, (date, minutes) => {
        const time = new Date(minutes * 60_000).toISOString().slice(11, 16)
        const instant = instantOf(date, time)
        expect([plainDateOf(instant), localTime(instant)]).toEqual([date, time])
      }),
    )
  })
})

test.each(['2013-12-12', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is a date', (text) => {
  expect(isPlainDate(text)).toBe(true)
})

test.each([
  '2013-02-29',
  '1900-02-29',
  '2013-04-31',
  '2013-13-01',
  '2013-00-10',
  '2013-01-00',
  '1899-12-31',
  '2200-01-01',
  '2013-1-1',
  '12-12-2013',
  '2013-12-12T00:00',
  ' 2013-12-12',
  '2013-12-12\n',
  '',
])('"%s" is no date', (text) => {
  expect(isPlainDate(text)).toBe(false)
})

test('a clock runs from 00:00 to 23:59 and is written with four digits', () => {
  expect(['00:00', '09:05', '23:59'].every(isLocalTime)).toBe(true)
  expect(['24:00', '12:60', '9:05', '14.00', '14:00:00', ''].some(isLocalTime)).toBe(false)
})

test('months end where they end', () => {
  expect(addMonths('2013-01-31', 1)).toBe('2013-02-28')
  expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
  expect(addMonths('2013-12-12', 1)).toBe('2014-01-12')
})

test('days are counted in the calendar, through summer time and leap days', () => {
  expect(daysBetween('2014-03-29', '2014-03-31')).toBe(2)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2013-12-12', '2013-12-10')).toBe(-2)
  fc.assert(
    fc.property(day, fc.integer({ min: -900, max: 900 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days)
    }),
  )
})

test('weeks begin on Monday', () => {
  expect(weekday('2013-12-09')).toBe(1)
  expect(weekday('2013-12-15')).toBe(7)
  expect(startOfWeek('2013-12-15')).toBe('2013-12-09')
  expect(startOfWeek('2013-12-09')).toBe('2013-12-09')
})

test.each([
  ['2013-12-12', { week: 50, year: 2013 }],
  ['2013-12-30', { week: 1, year: 2014 }],
  ['2015-12-31', { week: 53, year: 2015 }],
  ['2021-01-03', { week: 53, year: 2020 }],
  ['2026-12-31', { week: 53, year: 2026 }],
  ['2027-01-04', { week: 1, year: 2027 }],
])('%s lies in ISO week %o', (date, week) => {
  expect(weekOf(date)).toEqual(week)
})

test('quarters', () => {
  expect(quarterOf('2026-03-31')).toEqual({ year: 2026, quarter: 1 })
  expect(quarterOf('2026-04-01')).toEqual({ year: 2026, quarter: 2 })
  expect(quarterOf('2026-12-31')).toEqual({ year: 2026, quarter: 4 })
})
