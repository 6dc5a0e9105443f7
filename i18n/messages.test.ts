import { describe, expect, test } from 'vitest'
import { sourceFiles } from '@/test/source-tree'
import { da } from './da'
import { en } from './en'

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  )

const danish = new Map(flat(da))
const english = new Map(flat(en))
// A branch of a plural that is a single word is no placeholder.
const placeholders = (text: string) =>
  [...new Set(text.match(/(?<!(=\d+|one|other) )\{\w+(?=}|, plural|, select)/g) ?? [])].sort()

describe('both languages are complete', () => {
  test('they have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...danish.keys()].sort())
  })

  test('no sentence is empty', () => {
    const empty = [...danish, ...english].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  test('each sentence takes the same values in both', () => {
    const different = [...danish]
      .filter(([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? '')))
      .map(([key]) => key)
    expect(different).toEqual([])
  })

  test('no long sentence was left in the other language', () => {
    const same = [...danish].filter(
      ([key, text]) => text.replaceAll(/\{\w+\}/g, '').length > 24 && english.get(key) === text,
    )
    expect(same.map(([key]) => key)).toEqual([])
  })
})

describe('the Danish is the words our users know (domain.md § 4)', () => {
  test.each([
    ['deadline', 'frist'],
    ['task', 'opgave'],
    ['formand', 'mødeleder'],
    ['forummer', 'fora'],
    ['action', 'opgave'],
    ['email', 'mail'],
    ['login', 'log ind'],
    ['Udfyld feltet', 'sig hvad der skal stå'],
    ['Der opstod en fejl', 'sig hvad man gør nu'],
  ])('never "%s" (we say: %s)', (word) => {
    const found = [...danish].filter(([, text]) => new RegExp(`\\b${word}\\b`, 'i').test(text))
    expect(found).toEqual([])
  })
})

test('every refusal a command can give has its sentence', () => {
  const codes = sourceFiles('features', 'auth', 'policy', 'lib')
    .filter(({ path }) => !path.endsWith('.test.ts') && path !== 'lib/errors.ts')
    .flatMap(({ path, text }) =>
      [...text.matchAll(/new (?:(?:Refused|Conflict)\(|Question\(\s*'\w+',)\s*'([A-Za-z_]+)'/g)].map(
        (match) => `${match[1]} in ${path}`,
      ),
    )
  expect(codes.length).toBeGreaterThan(0)
  expect(codes.filter((code) => !danish.has(`errors.${code.split(' ')[0]}`))).toEqual([])
})
