import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { emptyFolder } from '@/test/cli'
import { demoDatabase } from '@/test/demo'
import { backUp } from './backup'
import { hashOfRows } from './contents'
import { backupIn, type ReadableBackup } from './kept-backups'
import { migrate, pendingMigrations, readMigrations } from './migrate'
import { openDatabase } from './open'
import { RestoreRefused, restore } from './restore'

const NOW = new Date('2026-11-23T09:00:00Z')
const LATER = new Date('2026-11-24T09:00:00Z')
const DEMO = demoDatabase().$client.serialize()

let folder: string
let file: string
beforeEach(() => {
  folder = emptyFolder()
  file = join(folder, 'en-indgang.db')
  writeFileSync(file, DEMO)
})

function backup(prepare = (_: Sqlite.Database) => {}): ReadableBackup {
  const { $client: sqlite } = openDatabase(file)
  prepare(sqlite)
  const copy = join(folder, 'backups', '2026-11-23T090000.000Z.db')
  const manifest = backUp(sqlite, copy, NOW)
  sqlite.close()
  return { ...backupIn(copy), manifest }
}

function ask<Answer>(question: (sqlite: Sqlite.Database) => Answer): Answer {
  const sqlite = new Sqlite(file, { fileMustExist: true })
  try {
    return question(sqlite)
  } finally {
    sqlite.close()
  }
}
const all = (sql: string) => ask((sqlite) => sqlite.prepare(sql).all())

test('puts back every row, and one event that says so', () => {
  const taken = backup()
  ask((sqlite) => sqlite.exec("UPDATE people SET title = 'efter'"))
  restore(taken, file, LATER)
  expect(all('SELECT title FROM people')).not.toContainEqual({ title: 'efter' })
  expect(all('SELECT seq, kind, at FROM events ORDER BY seq DESC LIMIT 1')).toEqual([
    { seq: taken.manifest.lastEvent + 1, kind: 'database.restored', at: LATER.toISOString() },
  ])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const { $client: copy } = openDatabase(taken.file)
  expect(hashOfRows(copy)).toBe(taken.manifest.rows)
})

test('sets the old database aside with its log, byte by byte, and leaves no log beside the new one', () => {
  const taken = backup()
  writeFileSync(file, 'ruined')
  writeFileSync(`${file}-wal`, 'the log of another day')
  writeFileSync(`${file}-shm`, 'index')
  const aside = restore(taken, file, LATER) ?? ''
  expect(readdirSync(aside).sort()).toEqual(['en-indgang.db', 'en-indgang.db-shm', 'en-indgang.db-wal'])
  expect(readFileSync(join(aside, 'en-indgang.db'), 'utf8')).toBe('ruined')
  expect(readFileSync(join(aside, 'en-indgang.db-wal'), 'utf8')).toBe('the log of another day')
  expect(readdirSync(folder).sort()).toEqual(['backups', 'en-indgang.db', basename(aside)].sort())
  expect(ask((sqlite) => sqlite.pragma('integrity_check', { simple: true }))).toBe('ok')
})

test('goes on where it was killed: a log without its database does not come along', () => {
  const taken = backup()
  writeFileSync(`${file}-wal`, 'left behind')
  writeFileSync(`${file}.incoming`, 'half')
  writeFileSync(`${file}.incoming-wal`, 'half')
  restore(taken, file, LATER)
  expect(readdirSync(folder).filter((name) => /-wal|incoming/.test(name))).toEqual([])
  expect(all('SELECT count(*) AS people FROM people')).toEqual([{ people: taken.manifest.counts.people }])
})

test('where there was nothing nothing is set aside', () => {
  const taken = backup()
  const elsewhere = join(emptyFolder(), 'new', 'en-indgang.db')
  expect(restore(taken, elsewhere, LATER)).toBeNull()
  expect(existsSync(elsewhere)).toBe(true)
})

test('refuses what is not whole and changes nothing', () => {
  const taken = backup()
  writeFileSync(taken.file, readFileSync(taken.file).fill(7, 50_000, 50_001))
  const before = readFileSync(file)
  const names = readdirSync(folder)
  expect(() => restore(taken, file, LATER)).toThrow(RestoreRefused)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(names)
})

test('nobody comes in by what stood open then, and waiting mail is left to a person', () => {
  const at = `'${NOW.toISOString()}'`
  const tomorrow = `'2026-12-24T09:00:00.000Z'`
  const taken = backup((sqlite) => {
    const person = `'${sqlite.prepare("SELECT id FROM people WHERE name = 'Pia Storm'").pluck().get()}'`
    sqlite.exec(`
      INSERT INTO sessions (token_hash, person_id, created_at, last_seen_at, expires_at)
        VALUES ('s', ${person}, ${at}, ${at}, ${tomorrow});
      INSERT INTO sign_in_links (id, token_hash, person_id, created_at, expires_at)
        VALUES ('l', 'l', ${person}, ${at}, ${tomorrow});
      INSERT INTO sign_in_requests (id, person_id, browser_hash, created_at, expires_at)
        VALUES ('r', ${person}, 'b', ${at}, ${tomorrow});
      INSERT INTO signed_links (id, token_hash, person_id, purpose, subject_id, created_at, expires_at)
        VALUES ('g', 'g', ${person}, 'reply', 'm', ${at}, ${tomorrow});
      INSERT INTO calendar_feeds (id, token_hash, person_id, created_at) VALUES ('c', 'c', ${person}, ${at});`)
    const mail = sqlite.prepare(
      `INSERT INTO outbox (id, kind, recipient_id, locale, payload, state, created_at, not_before)
       VALUES (?, 'agenda', ${person}, 'da', '{}', ?, ${at}, ${at})`,
    )
    for (const state of ['waiting', 'sending', 'sent', 'failed', 'withdrawn']) mail.run(state, state)
  })
  restore(taken, file, LATER)
  expect(all('SELECT * FROM sessions')).toEqual([])
  const ended = LATER.toISOString()
  expect(all('SELECT expires_at FROM sign_in_links')).toEqual([{ expires_at: ended }])
  expect(all('SELECT expires_at FROM sign_in_requests')).toEqual([{ expires_at: ended }])
  expect(all('SELECT revoked_at FROM signed_links')).toEqual([{ revoked_at: ended }])
  expect(all('SELECT revoked_at FROM calendar_feeds')).toEqual([{ revoked_at: ended }])
  expect(
    Object.fromEntries(ask((sqlite) => sqlite.prepare('SELECT id, state FROM outbox').raw().all()) as []),
  ).toEqual({
    ...{ waiting: 'uncertain', sending: 'uncertain' },
    ...{ sent: 'sent', failed: 'failed', withdrawn: 'withdrawn' },
  })
})

test('a backup of an older edition is put back as it was, and can then be migrated', () => {
  const older = readMigrations().slice(0, 1)
  const old = openDatabase(join(folder, 'old.db'), { create: true }).$client
  migrate(old, NOW, older)
  const copy = join(folder, 'backups', '2026-11-23T090000.000Z.db')
  const manifest = backUp(old, copy, NOW)
  old.close()
  restore({ ...backupIn(copy), manifest }, file, LATER)
  ask((sqlite) => expect(pendingMigrations(sqlite)).toHaveLength(readMigrations().length - 1))
  const { $client: sqlite } = openDatabase(file)
  migrate(sqlite, LATER)
  expect(pendingMigrations(sqlite)).toEqual([])
  sqlite.close()
})

test('brings back the attached files that are missing or damaged', () => {
  mkdirSync(join(folder, 'files', 'ab'), { recursive: true })
  const attached = join(folder, 'files', 'ab', 'abc')
  writeFileSync(attached, 'bilag')
  const taken = backup()
  writeFileSync(attached, 'ruined')
  restore(taken, file, LATER)
  expect(readFileSync(attached, 'utf8')).toBe('bilag')
})
