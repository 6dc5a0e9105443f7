import { z } from 'zod'
import { findPersonalNumber } from './personal-number'
import {
  parseCount,
  parseDate,
  parseDuration,
  parseHours,
  parseHundredths,
  parseKroner,
  parsePercent,
  parseTime,
} from './typed-values'

/**
 * Why a field was refused, as a key of i18n errors.json. Every issue made in this file has `code: 'custom'` and
 * `params: { key, max? }`: translate `issue.params.key`, and hand it `issue.params` to fill in.
 */
type FieldProblem =
  | 'required'
  | 'tooLong'
  | 'personalNumber'
  | 'brokenText'
  | 'badDate'
  | 'badTime'
  | 'badDuration'
  | 'badMoney'
  | 'badHours'
  | 'badPercent'
  | 'badNumber'
  | 'badCount'
  | 'choose'
  | 'badLink'
  | 'endsBeforeItBegins'
  | 'unknown'

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
const CONTROLS = /(?![\n\t])\p{Cc}/gu
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const INVISIBLES = /[\u00AD\u200B\u200C\u2060\uFEFF]/g
// A zero-width joiner holds 👩‍💻 together; anywhere else it only hides.
const JOINERS_OUTSIDE_EMOJI =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D+|\u200D+(?!\p{Extended_Pictographic})/gu

/** Text as we store it: NFC, line ends as \n, nothing that cannot be seen or that turns the reading direction. */
export const cleanText = (text: string): string =>
  text
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, '')
    .replace(DIRECTION_MARKS, '')
    .replace(INVISIBLES, '')
    .replace(JOINERS_OUTSIDE_EMOJI, '')
    .normalize('NFC')

/** Half a character, which SQLite cannot store as it was typed. */
export const hasLoneSurrogate = (text: string): boolean => !text.isWellFormed()

/** One line of clean, trimmed text; line ends, tabs and runs of spaces become one space. */
export const line = ({ max = 200, required = true } = {}) =>
  text(max, required, (typed) => typed.replace(/[\n\t ]+/g, ' '))

/** Clean, trimmed text with its line ends; '' when nothing was typed. */
export const paragraph = ({ max = 4000, required = false } = {}) => text(max, required, (typed) => typed)

/** A typed date as 'YYYY-MM-DD'. Of these three: append .optional() when the field may be empty. */
export const dateField = () => parsed(parseDate, 'badDate')

/** The same where it may be left open; null then. */
export const openDateField = () => orNull(dateField())

/** A typed time as 'HH:MM'. */
export const timeField = () => parsed(parseTime, 'badTime')

/** A typed duration as 5 to 720 minutes. */
export const durationField = () => parsed(parseDuration, 'badDuration')

/** Typed hours in minutes, none to ten thousand hours. */
export const hoursField = () => parsed(parseHours, 'badHours')

/** A chosen quarter of a year: "2026-3" is the third. */
export const quarterField = () =>
  z
    .string()
    .optional()
    .transform((chosen = '', context) => {
      const match = /^(20\d\d)-([1-4])$/.exec(chosen)
      return match
        ? { year: Number(match[1]), quarter: Number(match[2]) }
        : refuse(context, chosen, chosen ? 'unknown' : 'choose')
    })

/** A typed amount of kroner in øre. */
export const moneyField = () => parsed(parseKroner, 'badMoney')

const orNull = <Value>(field: z.ZodType<Value>) => field.optional().transform((value) => value ?? null)

/** These may be left open; null then. A percentage is in basis points, a number in hundredths. */
export const openMoneyField = () => orNull(moneyField())
export const openPercentField = () => orNull(parsed(parsePercent, 'badPercent'))
export const openHoursField = () => orNull(hoursField())
export const openNumberField = () => orNull(parsed(parseHundredths, 'badNumber'))
export const openCountField = () => orNull(parsed(parseCount, 'badCount'))

/** What may be left unchosen: null then. */
export const openId = () => orNull(id())

/** The address of a page on the net; '' when none was typed. */
export const httpsLink = () =>
  line({ max: 500, required: false }).transform((address, context) =>
    address === '' || URL.parse(address)?.protocol === 'https:'
      ? address
      : refuse(context, address, 'badLink'),
  )

/** A form's first day and its last, either of them open, told apart at the last one. */
export const inOrder =
  <First extends string, Last extends string>(first: First, last: Last) =>
  (form: Record<First | Last, string | null>, context: z.RefinementCtx) => {
    const [begins, ends] = [form[first], form[last]]
    if (begins === null || ends === null || begins <= ends) return
    context.addIssue({
      code: 'custom',
      path: [last],
      params: { key: 'endsBeforeItBegins' satisfies FieldProblem },
    })
  }

/** The id of something chosen in the form. */
export const id = () =>
  z
    .string()
    .optional()
    .transform((value = '', context) =>
      /^[0-9a-z-]{1,40}$/.test(value) ? value : refuse(context, value, value ? 'unknown' : 'choose'),
    )

/** What one and all of a form's ticks come as. */
export const ids = () =>
  z
    .union([z.array(id()), id().transform((one) => [one])])
    .optional()
    .transform((chosen) => [...new Set(chosen ?? [])])

function text(max: number, required: boolean, shape: (typed: string) => string) {
  return z
    .string()
    .optional()
    .transform((typed = '', context) => {
      if (hasLoneSurrogate(typed)) return refuse(context, typed, 'brokenText')
      const clean = shape(cleanText(typed)).trim()
      if (required && !clean) return refuse(context, typed, 'required')
      if (clean.length > max) return refuse(context, typed, 'tooLong', max)
      if (findPersonalNumber(clean)) return refuse(context, typed, 'personalNumber')
      return clean
    })
}

function parsed<Value>(parse: (typed: string) => Value | null, problem: FieldProblem) {
  return z
    .string()
    .optional()
    .transform((typed = '', context) => {
      if (!typed.trim()) return refuse(context, typed, 'required')
      return parse(typed) ?? refuse(context, typed, problem)
    })
}

function refuse(context: z.RefinementCtx, input: string, key: FieldProblem, max?: number): never {
  context.issues.push({ code: 'custom', input, params: max === undefined ? { key } : { key, max } })
  return z.NEVER
}
