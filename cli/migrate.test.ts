import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { faultOf, listBackups } from '@/db/kept-backups'
import { takeLock } from '@/db/lock'
import { type Migration, MigrationRefused, migrate, readMigrations } from '@/db/migrate'
import { type Database, openDatabase } from '@/db/open'
import { emptyFolder } from '@/test/cli'
import { bringUpToDate } from './migrate'

const NOW = new Date('2026-11-23T09:00:00Z')
const next = (statement: string): Migration[] => [
  ...readMigrations(),
  { name: '9000_next.sql', hash: 'next', statements: [statement] },
]

let folder: string
let database: Database
let said: string[]
const say = (sentence: string) => said.push(sentence)

beforeEach(() => {
  folder = emptyFolder()
  vi.stubEnv('DATA_DIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  said = []
  database = openDatabase(join(folder, 'en-indgang.db'), { create: true })
  migrate(database.$client, NOW)
  database.$client.exec(
    "INSERT INTO parties (id, kind, short_name, name, sort_key, source) VALUES ('p', 'partner', 'P', 'P', 'p', 'x')",
  )
})

const kept = () => listBackups(join(folder, 'backups'))
const backup = () => new Sqlite(kept()[0]?.file ?? '', { readonly: true, fileMustExist: true })
const columns = (sqlite: Sqlite.Database) =>
  (sqlite.pragma('table_info(parties)') as { name: string }[]).map(({ name }) => name)

test('what is up to date is left alone, without a backup', () => {
  expect(bringUpToDate(database, NOW, say)).toBe(false)
  expect(readdirSync(folder)).not.toContain('backups')
  expect(said).toEqual([])
})

test('what is pending is applied after a whole copy was taken', () => {
  expect(bringUpToDate(database, NOW, say, next('ALTER TABLE parties ADD COLUMN nickname TEXT'))).toBe(true)
  expect(columns(database.$client)).toContain('nickname')
  expect(kept().map(({ name }) => name)).toEqual(['2026-11-23T090000.000Z-before-9000_next.db'])
  expect(kept().map(faultOf)).toEqual([null])
  const copy = backup()
  expect(copy.prepare('SELECT short_name FROM parties').pluck().all()).toEqual(['P'])
  expect(columns(copy)).not.toContain('nickname')
  expect(said.join('\n')).toContain('9000_next.sql')
})

test('a migration that loses rows changes nothing, and the copy is there', () => {
  expect(() => bringUpToDate(database, NOW, say, next('DELETE FROM parties'))).toThrow(MigrationRefused)
  expect(database.$client.prepare('SELECT count(*) FROM parties').pluck().get()).toBe(1)
  expect(backup().prepare('SELECT count(*) FROM parties').pluck().get()).toBe(1)
})

test('nothing is migrated under a server that runs', () => {
  const letGo = takeLock(folder)
  const attempt = () =>
    bringUpToDate(database, NOW, say, next('ALTER TABLE parties ADD COLUMN nickname TEXT'))
  expect(attempt).toThrow('kører allerede')
  expect(columns(database.$client)).not.toContain('nickname')
  letGo()
  expect(attempt()).toBe(true)
})
