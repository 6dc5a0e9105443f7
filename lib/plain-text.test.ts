import { parseWithZod } from '@conform-to/zod/v4'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ZodType, z } from 'zod'
import { newId } from './ids'
import {
  cleanText,
  dateField,
  durationField,
  hasLoneSurrogate,
  id,
  line,
  paragraph,
  timeField,
} from './plain-text'

/** What the form layer reads of a refusal. */
function problemOf(schema: ZodType, value: unknown) {
  const issue = schema.safeParse(value).error?.issues[0]
  return issue?.code === 'custom' ? issue.params : issue?.code
}

describe('clean text', () => {
  test.each([
    ['e\u0301t', 'ét'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a\u0000b\u0007c\u009fd\u007f', 'abcd'],
    ['a\tb', 'a\tb'],
    ['\ufeffa\u200bb\u2060c\u00add', 'abcd'],
    ['\u202egnp.exe\u202c \u2066x\u2069', 'gnp.exe x'],
    ['a\u200db', 'ab'],
    ['👩\u200d💻 👩🏽\u200d💻 ❤️\u200d🔥', '👩\u200d💻 👩🏽\u200d💻 ❤️\u200d🔥'],
    ['e\u200b\u0301', 'é'],
    ['blåbærgrød · 50 % – “ja”', 'blåbærgrød · 50 % – “ja”'],
  ])('%j becomes %j', (typed, clean) => {
    expect(cleanText(typed)).toBe(clean)
  })

  test('is already clean', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2 }),
      fc.constantFrom('\r', '\n', '\u200d', '\ufe0f', '👩', '🏽', '\u0301', '\u202e', 'a'),
    )
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        const clean = cleanText(parts.join(''))
        expect(cleanText(clean)).toBe(clean)
      }),
    )
  })
})

test('half a character is seen', () => {
  expect(hasLoneSurrogate('a\ud83d')).toBe(true)
  expect(hasLoneSurrogate('\udc69a')).toBe(true)
  expect(hasLoneSurrogate('👩')).toBe(false)
})

describe('a line', () => {
  test('is trimmed and stands on one line', () => {
    expect(line().parse('  Møde\r\nom\t leje ')).toBe('Møde om leje')
  })

  test.each([
    [undefined, { key: 'required' }],
    ['', { key: 'required' }],
    [' \u200b\n', { key: 'required' }],
    ['x'.repeat(201), { key: 'tooLong', max: 200 }],
    ['hos 010190-1234', { key: 'personalNumber' }],
    ['01\u200b0190\n1234', { key: 'personalNumber' }],
    ['a\ud83d', { key: 'brokenText' }],
  ])('refuses %j', (typed, problem) => {
    expect(problemOf(line(), typed)).toEqual(problem)
  })

  test('may be as long as it may', () => {
    expect(line({ max: 3 }).parse(' abc ')).toBe('abc')
    expect(problemOf(line({ max: 3 }), 'abcd')).toEqual({ key: 'tooLong', max: 3 })
  })

  test('that is not required is empty text', () => {
    expect(line({ required: false }).parse(undefined)).toBe('')
  })
})

describe('a paragraph', () => {
  test('keeps its lines', () => {
    expect(paragraph().parse(' a\r\n\r\nb\n')).toBe('a\n\nb')
  })

  test.each([
    ['x'.repeat(4001), { key: 'tooLong', max: 4000 }],
    ['født 010190\n1234', { key: 'personalNumber' }],
  ])('refuses %j', (typed, problem) => {
    expect(problemOf(paragraph(), typed)).toEqual(problem)
  })

  test('may be empty, unless it is required', () => {
    expect(paragraph().parse(undefined)).toBe('')
    expect(problemOf(paragraph({ required: true }), ' ')).toEqual({ key: 'required' })
  })
})

test('what gets through a text field is clean, short enough, and through again unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      for (const schema of [line({ max: 20 }), paragraph({ max: 20 })]) {
        const result = schema.safeParse(typed)
        if (!result.success) continue
        expect(result.data.length).toBeLessThanOrEqual(20)
        expect(schema.safeParse(result.data).data).toBe(result.data)
      }
    }),
  )
})

test.each([
  [dateField(), '12/12-2013', '2013-12-12', 'snart', 'badDate'],
  [timeField(), '14.30', '14:30', '25', 'badTime'],
  [durationField(), '1,5 t', 90, '2', 'badDuration'],
] as [ZodType, string, unknown, string, string][])(
  'fields read what is typed: %#',
  (field, good, value, bad, key) => {
    expect(field.parse(good)).toBe(value)
    expect(problemOf(field, bad)).toEqual({ key })
    expect(problemOf(field, undefined)).toEqual({ key: 'required' })
    expect(field.optional().parse(undefined)).toBeUndefined()
    expect(problemOf(field.optional(), bad)).toEqual({ key })
  },
)

test('an id is one of ours', () => {
  expect(id().parse(newId())).toHaveLength(36)
  for (const bad of ['A', "1' or 1", 'x'.repeat(41), 'a\n']) {
    expect(problemOf(id(), bad)).toEqual({ key: 'unknown' })
  }
  for (const none of [undefined, '']) expect(problemOf(id(), none)).toEqual({ key: 'choose' })
})

test('a form with empty fields is refused by the key of each field', () => {
  const form = new FormData()
  for (const name of ['title', 'when', 'due', 'note', 'forum']) form.set(name, '')
  const schema = z.object({
    title: line(),
    when: dateField(),
    due: dateField().optional(),
    note: paragraph(),
    forum: id(),
  })
  const submission = parseWithZod(form, {
    schema,
    formatError: (issues: z.core.$ZodIssue[]) =>
      issues.map((issue) => (issue.code === 'custom' ? issue.params?.key : issue.code)),
  })
  expect(submission.reply().error).toEqual({ title: ['required'], when: ['required'], forum: ['choose'] })
})
