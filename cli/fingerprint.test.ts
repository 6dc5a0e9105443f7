import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root, sourceFiles } from '@/test/source-tree'
import { buildFiles, fingerprint } from './fingerprint.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'))
  write('app/page.tsx', 'one')
  write('package.json', '{}')
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const changedBy = (change: () => void) => {
  const before = fingerprint(folder)
  change()
  return fingerprint(folder) !== before
}

test('the same sources have the same fingerprint', () => {
  expect(changedBy(() => write('app/page.tsx', 'one'))).toBe(false)
})

test.each([
  ['a changed text', { 'app/page.tsx': 'two' }],
  ['a new file', { 'app/new/page.tsx': 'one' }],
  ['a word of the interface', { 'i18n/da/forums.json': '{}' }],
  ['a style sheet', { 'app/globals.css': 'a {}' }],
  [
    'a letter moved from the end of one file to the start of the next',
    { 'app/page.tsx': 'on', 'package.json': 'e{}' },
  ],
])('%s asks for a new build', (_, files) => {
  expect(
    changedBy(() => {
      for (const [path, text] of Object.entries(files)) write(path, text)
    }),
  ).toBe(true)
})

test('a removed file asks for a new build', () => {
  expect(changedBy(() => rmSync(join(folder, 'package.json')))).toBe(true)
})

test.each([
  'app/page.test.tsx',
  'db/migrations/0001_more.sql',
  'db/seed/municipality/plans.csv',
  'app/.page.tsx.swp',
  'cli/commands.ts',
  'docs/adr/0001.md',
  'data/en-indgang.db',
  '.next/BUILD_ID',
])('%s does not', (path) => {
  expect(changedBy(() => write(path, 'new'))).toBe(false)
})

test('what the built files import is in the fingerprint too', () => {
  const files = buildFiles(root)
  const folders = [
    ...new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? '')),
  ]
  const imported = sourceFiles(...folders)
    .filter(({ path }) => files.includes(path))
    .flatMap(({ imports }) => imports)
  const others = readdirSync(root).filter((name) => !folders.includes(name) && !files.includes(name))
  expect(imported).toContain('db/client')
  expect(imported.filter((path) => path.includes('/') && others.includes(path.split('/')[0] ?? ''))).toEqual(
    [],
  )
})
