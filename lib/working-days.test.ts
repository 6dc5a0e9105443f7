import Holidays from 'date-holidays'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './dates'
import {
  addWorkingDays,
  closedDay,
  isWorkingDay,
  nextWorkingDay,
  quietWeek,
  workingDaysBetween,
} from './working-days'

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
const YEARS = Array.from({ length: 21 }, (_, index) => 2020 + index)

test.each(YEARS)('%i has the holidays that date-holidays knows', (year) => {
  const known = new Holidays('DK')
    .getHolidays(year)
    .filter(({ type, name }) => type === 'public' || /Grundlovsdag|Juleaften/.test(name))
    .map(({ date }) => date.slice(0, 10))
  expect(holidaysIn(year)).toEqual([...new Set(known)].sort())
})

test.each([
  ['2013-01-01', 'newYear'],
  ['2013-03-28', 'maundyThursday'],
  ['2013-03-29', 'goodFriday'],
  ['2013-03-31', 'easterSunday'],
  ['2013-04-01', 'easterMonday'],
  ['2013-04-26', 'prayerDay'],
  ['2013-05-09', 'ascension'],
  ['2013-05-19', 'whitSunday'],
  ['2013-05-20', 'whitMonday'],
  ['2013-06-05', 'constitutionDay'],
  ['2013-12-24', 'christmasEve'],
  ['2013-12-25', 'christmasDay'],
  ['2013-12-26', 'boxingDay'],
  ['2013-12-14', 'weekend'],
  ['2013-12-12', null],
  ['2013-05-01', null],
  ['2013-12-31', null],
])('%s: %s', (date, reason) => {
  expect(closedDay(date)).toBe(reason)
})

test('the prayer day was kept in 2023 and is a working day from 2024', () => {
  expect(closedDay('2023-05-05')).toBe('prayerDay')
  expect(closedDay('2024-04-26')).toBeNull()
})

test('working days step over weekends and holidays, both ways', () => {
  expect(addWorkingDays('2013-12-20', 1)).toBe('2013-12-23')
  expect(addWorkingDays('2013-12-23', 1)).toBe('2013-12-27')
  expect(addWorkingDays('2013-12-27', -1)).toBe('2013-12-23')
  expect(addWorkingDays('2013-12-14', 0)).toBe('2013-12-14')
})

test('the next working day is the day itself when it is one', () => {
  expect(nextWorkingDay('2013-12-12')).toBe('2013-12-12')
  expect(nextWorkingDay('2013-12-24')).toBe('2013-12-27')
})

test('counting gives back the number of working days that were added', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (date, n) => {
      const moved = addWorkingDays(date, n)
      expect(workingDaysBetween(date, moved)).toBe(n)
      if (n !== 0) expect(isWorkingDay(moved)).toBe(true)
      expect(Math.abs(daysBetween(date, moved))).toBeGreaterThanOrEqual(Math.abs(n))
    }),
  )
})

test('nobody comes in weeks 7, 28–30 and 42', () => {
  expect(['2026-02-09', '2026-07-06', '2026-07-26', '2026-10-12'].every(quietWeek)).toBe(true)
  expect(['2026-02-16', '2026-07-05', '2026-07-27', '2026-10-19'].some(quietWeek)).toBe(false)
})

function holidaysIn(year: number): string[] {
  const days = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index))
  return days.filter((date) => date.startsWith(String(year)) && ![null, 'weekend'].includes(closedDay(date)))
}
