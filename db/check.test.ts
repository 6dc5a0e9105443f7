import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkDatabase, StartRefused } from './check'
import { migrate, readMigrations } from './migrate'
import { openDatabase } from './open'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (name = 'test.db') => openDatabase(join(folder, name), { create: true })
const migrated = () => {
  const database = open()
  migrate(database.$client, new Date('2026-11-23T09:00:00Z'))
  return database
}

test('a migrated database opened by us may be served', () => {
  expect(() => checkDatabase(migrated())).not.toThrow()
})

test('a database that misses a migration may not', () => {
  const later = { name: '9999_later.sql', hash: 'x', statements: [] }
  expect(() => checkDatabase(migrated(), [...readMigrations(), later])).toThrow(/9999_later/)
  expect(() => checkDatabase(open('new.db'))).toThrow(StartRefused)
})

test.each(['synchronous = NORMAL', 'foreign_keys = OFF', 'recursive_triggers = OFF', 'trusted_schema = ON'])(
  'nor one that runs with %s',
  (pragma) => {
    const database = migrated()
    database.$client.pragma(pragma)
    expect(() => checkDatabase(database)).toThrow(StartRefused)
  },
)
