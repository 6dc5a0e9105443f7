import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTrailingDatePhrase, parseDatePhrase } from './date-phrases'
import { addDays, daysBetween, isPlainDate, weekday } from './dates'
import { formatDate } from './format'

/** A Wednesday, in week 50 of 2013. */
const TODAY = '2013-12-11'
const dateOf = (text: string, today = TODAY) => parseDatePhrase(text, today)?.date

describe('Danish', () => {
  test.each([
    ['i dag', '2013-12-11'],
    ['idag', '2013-12-11'],
    ['i morgen', '2013-12-12'],
    ['i overmorgen', '2013-12-13'],
    ['fre', '2013-12-13'],
    ['fre.', '2013-12-13'],
    ['Fredag', '2013-12-13'],
    ['på fredag', '2013-12-13'],
    ['senest fredag', '2013-12-13'],
    ['næste fredag', '2013-12-20'],
    ['næste mandag', '2013-12-16'],
    ['man', '2013-12-16'],
    ['tirs', '2013-12-17'],
    ['lør', '2013-12-14'],
    ['søndag', '2013-12-15'],
    ['uge 50', '2013-12-13'],
    ['i uge 51', '2013-12-20'],
    ['uge 2', '2014-01-10'],
    ['uge 1', '2014-01-03'],
    ['næste uge', '2013-12-20'],
    ['12/12', '2013-12-12'],
    ['11/12', '2013-12-11'],
    ['10/12', '2014-12-10'],
    ['12/12-2013', '2013-12-12'],
    ['3/1-14', '2014-01-03'],
    ['12.12.2013', '2013-12-12'],
    ['2014-02-01', '2014-02-01'],
    ['d. 12/12', '2013-12-12'],
    ['12. dec', '2013-12-12'],
    ['12. dec.', '2013-12-12'],
    ['12. december', '2013-12-12'],
    ['den 3. januar', '2014-01-03'],
    ['3. okt. 2014', '2014-10-03'],
    ['fredag den 13. december', '2013-12-13'],
    ['29/2', '2016-02-29'],
    ['om 14 dage', '2013-12-25'],
    ['om 2 uger', '2013-12-25'],
    ['om to uger', '2013-12-25'],
    ['om en uge', '2013-12-18'],
    ['om en måned', '2014-01-11'],
    ['inden jul', '2013-12-23'],
    ['inden påske', '2014-04-16'],
  ])('"%s" is %s', (text, date) => {
    expect(dateOf(text)).toBe(date)
  })
})

describe('English', () => {
  test.each([
    ['today', '2013-12-11'],
    ['tomorrow', '2013-12-12'],
    ['fri', '2013-12-13'],
    ['Friday', '2013-12-13'],
    ['by Friday', '2013-12-13'],
    ['next friday', '2013-12-20'],
    ['wed', '2013-12-18'],
    ['thurs', '2013-12-12'],
    ['week 50', '2013-12-13'],
    ['in week 2', '2014-01-10'],
    ['in 14 days', '2013-12-25'],
    ['in two weeks', '2013-12-25'],
    ['in a month', '2014-01-11'],
    ['12 dec', '2013-12-12'],
    ['12 December 2013', '2013-12-12'],
    ['3 May', '2014-05-03'],
    ['before Christmas', '2013-12-23'],
  ])('"%s" is %s', (text, date) => {
    expect(dateOf(text)).toBe(date)
  })
})

test.each([
  '',
  'snart',
  'uge 0',
  'uge 54',
  '31/2',
  '0/12',
  '12/13',
  '30. februar',
  'torsdag den 13. december 2013',
  'om 1000 dage',
  'fredage',
  'møde i dag',
  '33663366',
])('"%s" is no date', (text) => {
  expect(dateOf(text)).toBeUndefined()
})

test('a week whose Friday has passed is next year’s', () => {
  expect(dateOf('uge 50', '2013-12-13')).toBe('2013-12-13')
  expect(dateOf('uge 50', '2013-12-14')).toBe('2014-12-12')
})

test('week 53 is the next year that has one', () => {
  expect(dateOf('uge 53', '2026-11-23')).toBe('2027-01-01')
  expect(dateOf('uge 53', '2027-01-01')).toBe('2027-01-01')
  expect(dateOf('uge 53', '2027-01-02')).toBe('2032-12-31')
})

test('before Christmas is next year’s once this one is here', () => {
  expect(dateOf('inden jul', '2013-12-24')).toBe('2014-12-23')
})

test('the next meeting is a date only where one is known', () => {
  expect(parseDatePhrase('næste møde', TODAY)).toBeNull()
  expect(parseDatePhrase('til næste møde', TODAY, { nextMeeting: '2014-01-16' })?.date).toBe('2014-01-16')
  expect(parseDatePhrase('next meeting', TODAY, { nextMeeting: '2014-01-16' })?.date).toBe('2014-01-16')
})

describe('at the end of what is typed', () => {
  const trailing = (text: string) => findTrailingDatePhrase(text, TODAY, { nextMeeting: '2014-01-16' })

  test.each([
    ['ring til AAB fre', 'ring til AAB', 'fre', '2013-12-13'],
    ['Ring til DAB om ventelister på fredag', 'Ring til DAB om ventelister', 'på fredag', '2013-12-13'],
    ['skriv til KAB om 14 dage', 'skriv til KAB', 'om 14 dage', '2013-12-25'],
    ['udkast  næste   møde', 'udkast', 'næste   møde', '2014-01-16'],
    ['svar senest fredag den 13. december 2013', 'svar', 'senest fredag den 13. december 2013', '2013-12-13'],
    ['send plan 12/12-2013 ', 'send plan', '12/12-2013', '2013-12-12'],
    ['fre', '', 'fre', '2013-12-13'],
  ])('"%s"', (text, rest, matched, date) => {
    expect(trailing(text)).toEqual({ rest, matched, date })
  })

  test.each(['ring til AAB', 'fredag ring til AAB', 'så gør man', 'hvor de sat', 'mødes i uge', 'tag 1/13'])(
    'nothing in "%s"',
    (text) => {
      expect(trailing(text)).toBeNull()
    },
  )
})

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days))
const phrase = fc.constantFrom(
  'i dag',
  'fre',
  'næste tirsdag',
  'uge 50',
  '12/12',
  '12. dec',
  'om 2 uger',
  'inden jul',
)

test('whatever is typed, no character is lost and the date is real', () => {
  const typed = fc.tuple(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' ', '\n'),
    fc.oneof(phrase, fc.string()),
  )
  fc.assert(
    fc.property(typed, day, ([before, gap, end], today) => {
      const text = before + gap + end
      const found = findTrailingDatePhrase(text, today)
      if (!found) return
      expect((found.rest + found.matched).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      expect(isPlainDate(found.date)).toBe(true)
    }),
  )
})

test('a phrase after a sentence is found as it is on its own', () => {
  fc.assert(
    fc.property(fc.lorem(), phrase, day, (sentence, end, today) => {
      expect(findTrailingDatePhrase(`${sentence} AAB ${end}`, today)).toEqual({
        ...parseDatePhrase(end, today),
        rest: `${sentence} AAB`,
      })
    }),
  )
})

test('no phrase without a year looks back', () => {
  fc.assert(
    fc.property(phrase, day, (text, today) => {
      expect(daysBetween(today, dateOf(text, today) ?? '')).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a weekday is the next one after today', () => {
  fc.assert(
    fc.property(day, (today) => {
      const friday = dateOf('fredag', today) ?? ''
      expect(weekday(friday)).toBe(5)
      expect(daysBetween(today, friday)).toBeGreaterThan(0)
      expect(daysBetween(today, friday)).toBeLessThanOrEqual(7)
    }),
  )
})

test('a date as we write it reads as the same date', () => {
  fc.assert(
    fc.property(day, day, (date, today) => {
      for (const style of ['full', 'long', 'numeric'] as const) {
        expect(dateOf(formatDate(date, 'da', style), today)).toBe(date)
        expect(dateOf(formatDate(date, 'en', style), today)).toBe(date)
      }
    }),
  )
})
