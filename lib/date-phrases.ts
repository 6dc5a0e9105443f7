import { addDays, addMonths, isPlainDate, type PlainDate, startOfWeek, weekday, weekOf } from './dates'
import { parseDate } from './typed-values'
import { easterSunday } from './working-days'

export type DatePhrase = { date: PlainDate; matched: string }
export type TrailingDatePhrase = DatePhrase & { rest: string }
type Known = { nextMeeting?: PlainDate }

type Words = Partial<
  Record<'date' | 'day' | 'month' | 'year' | 'shortYear' | 'weekday' | 'week' | 'count' | 'next', string>
>
type Rule = { phrase: RegExp; date: (words: Words, today: PlainDate, known: Known) => PlainDate | null }

const WEEKDAYS = [
  'man(?:dag)?|mon(?:day)?',
  'tirs?(?:dag)?|tue(?:s|sday)?',
  'ons(?:dag)?|wed(?:nesday)?',
  'tors?(?:dag)?|thu(?:rs|rsday)?',
  'fre(?:dag)?|fri(?:day)?',
  'lør(?:dag)?|sat(?:urday)?',
  'søn(?:dag)?|sun(?:day)?',
]
const MONTHS = [
  'jan(?:uary?)?',
  'feb(?:ruary?)?',
  'mar(?:ts|ch)?',
  'apr(?:il)?',
  'ma[jy]',
  'jun[ie]?',
  'jul[iy]?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
]
const COUNTS = ['en|et|an?|one', 'to|two', 'tre|three', 'fire|four', 'fem|five', 'seks|six']

/** "man" is also "one", and so on: at the end of a sentence these are words, not days. */
const ALSO_WORDS = new Set(['man', 'sat', 'sun'])
const LONGEST_IN_WORDS = 6

const BY = '(?:(?:på|til|senest|on|by) )?'
const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`
const ON_DAY = `${BY}(?:${WEEKDAY}\\.?,? )?(?:den |d\\. ?)?`
const COUNT = `(?:om|in) (?<count>\\d{1,3}|${COUNTS.join('|')})`

const RULES: Rule[] = [
  rule('i ?dag|today', (_, today) => today),
  rule('i ?morgen|tomorrow', (_, today) => addDays(today, 1)),
  rule('i ?overmorgen', (_, today) => addDays(today, 2)),
  rule(`${BY}(?<next>(?:næste|next) )?${WEEKDAY}`, ({ next, weekday: name }, today) =>
    next ? addDays(nextMonday(today), numberOf(name, WEEKDAYS) - 1) : dayAfter(today, name),
  ),
  rule('(?:i |in )?(?:uge|week) (?<week>\\d{1,2})', ({ week }, today) => fridayOf(Number(week), today)),
  rule('(?:i )?(?:næste uge|next week)', (_, today) => addDays(nextMonday(today), 4)),
  rule(`${COUNT} (?:dage?|days?)`, ({ count }, today) => addDays(today, numberOf(count, COUNTS))),
  rule(`${COUNT} (?:uger?|weeks?)`, ({ count }, today) => addDays(today, 7 * numberOf(count, COUNTS))),
  rule(`${COUNT} (?:måned(?:er)?|months?)`, ({ count }, today) => addMonths(today, numberOf(count, COUNTS))),
  rule(
    `${ON_DAY}(?<day>\\d{1,2})\\.? ?(?<month>${MONTHS.join('|')})\\.?(?:,? (?<year>\\d{4}))?`,
    dayAndMonth,
  ),
  rule(
    `${ON_DAY}(?<day>\\d{1,2})/(?<month>\\d{1,2})(?:[-/ ](?<year>\\d{4})|[-/](?<shortYear>\\d\\d))?`,
    dayAndMonth,
  ),
  rule(`${ON_DAY}(?<date>\\d[\\d ./-]{6,}\\d)`, writtenDate),
  rule('(?:inden|before) (?:jul|christmas)', (_, today) => nextOfYears(today, (year) => `${year}-12-23`)),
  rule('(?:inden|before) (?:påske|easter)', (_, today) =>
    nextOfYears(today, (year) => addDays(easterSunday(year), -4)),
  ),
  rule(
    '(?:(?:til|inden|by|before) )?(?:næste møde|(?:the )?next meeting)',
    (_, _today, { nextMeeting }) => nextMeeting ?? null,
  ),
]

/** The date the whole text says, in Danish or English; a weekday is the next such day after today. */
export function parseDatePhrase(text: string, today: PlainDate, known: Known = {}): DatePhrase | null {
  const matched = text.trim()
  const said = matched.toLowerCase().replace(/\s+/g, ' ')
  for (const { phrase, date } of RULES) {
    const match = phrase.exec(said)
    const found = match && date(match.groups ?? {}, today, known)
    if (found) return { date: found, matched }
  }
  return null
}

/** The longest date phrase the text ends with; `rest` and `matched` together are the whole text but for white space. */
export function findTrailingDatePhrase(
  text: string,
  today: PlainDate,
  known: Known = {},
): TrailingDatePhrase | null {
  const starts = [...text.matchAll(/(?<!\S)\S/g)].slice(-LONGEST_IN_WORDS)
  for (const { index } of starts) {
    const found = parseDatePhrase(text.slice(index), today, known)
    if (found && !ALSO_WORDS.has(found.matched.toLowerCase())) {
      return { ...found, rest: text.slice(0, index).trim() }
    }
  }
  return null
}

function rule(pattern: string, date: Rule['date']): Rule {
  return { phrase: new RegExp(`^(?:${pattern})[.,]?$`, 'u'), date }
}

/** The place of a word in its list, counted from 1; digits are themselves. */
function numberOf(word = '', list: string[]): number {
  if (/^\d/.test(word)) return Number(word)
  return 1 + list.findIndex((words) => new RegExp(`^(?:${words})$`, 'u').test(word))
}

const nextMonday = (today: PlainDate) => addDays(startOfWeek(today), 7)

function dayAfter(today: PlainDate, name: string | undefined): PlainDate {
  const ahead = (numberOf(name, WEEKDAYS) - weekday(today) + 7) % 7
  return addDays(today, ahead || 7)
}

/** Friday of an ISO week: this year's when it is still to come, else next year's. */
function fridayOf(week: number, today: PlainDate): PlainDate | null {
  return nextOfYears(today, (year) => {
    const friday = addDays(startOfWeek(`${year}-01-04`), 7 * (week - 1) + 4)
    return weekOf(friday).year === year ? friday : null
  })
}

function dayAndMonth(words: Words, today: PlainDate): PlainDate | null {
  const month = String(numberOf(words.month, MONTHS)).padStart(2, '0')
  const inYear = (year: number | string) => `${year}-${month}-${words.day?.padStart(2, '0')}`
  const year = words.year ?? (words.shortYear && `20${words.shortYear}`)
  return onItsWeekday(words, year ? real(inYear(year)) : nextOfYears(today, (each) => real(inYear(each))))
}

function writtenDate(words: Words): PlainDate | null {
  return onItsWeekday(words, parseDate(words.date ?? ''))
}

const real = (date: string): PlainDate | null => (isPlainDate(date) ? date : null)

/** "fredag den 12. december" in a year where the 12th is a Thursday says two things, so nothing. */
function onItsWeekday({ weekday: name }: Words, date: PlainDate | null): PlainDate | null {
  return date && name && numberOf(name, WEEKDAYS) !== weekday(date) ? null : date
}

/** The first such day from today on: a leap day may be eight years away, and 1 January can be in last year's week 53. */
function nextOfYears(today: PlainDate, dateIn: (year: number) => PlainDate | null): PlainDate | null {
  const thisYear = Number(today.slice(0, 4))
  for (let year = thisYear - 1; year <= thisYear + 8; year += 1) {
    const date = dateIn(year)
    if (date && date >= today) return date
  }
  return null
}
