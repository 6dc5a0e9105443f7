import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Unavailable } from '@/lib/errors'
import { guarded, isMovedAway, latched, openLatch, rememberPlace } from './latch'
import { openDatabase } from './open'

let folder: string
const open = () => {
  const { $client } = openDatabase(join(folder, 'test.db'), { create: true })
  $client.exec('CREATE TABLE IF NOT EXISTS kept (text TEXT) STRICT')
  rememberPlace($client)
  return $client
}
const START = Date.parse('2026-11-23T09:00:00Z')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latch-'))
})
afterEach(() => {
  openLatch()
  rmSync(folder, { recursive: true })
})

test('a full disk stops writing, not reading, and writing begins again when there is room', () => {
  const sqlite = open()
  const insert = (text: string, now: number) =>
    guarded(sqlite, () => sqlite.prepare('INSERT INTO kept VALUES (?)').run(text), now)
  const count = () => sqlite.prepare('SELECT count(*) FROM kept').pluck().get()
  insert('a', START)
  sqlite.pragma(`max_page_count = ${sqlite.pragma('page_count', { simple: true })}`)

  expect(() => insert('x'.repeat(100_000), START)).toThrow(Unavailable)
  expect(latched()).toBe('SQLITE_FULL')
  expect(count()).toBe(1)

  sqlite.pragma('max_page_count = 1000000')
  expect(() => insert('b', START + 9_000)).toThrow('readOnly')
  insert('c', START + 10_000)
  expect(latched()).toBeNull()
  insert('d', START + 10_001)
  expect(count()).toBe(3)
})

test('a file moved away is not written into, and what comes in its place is not either', () => {
  const sqlite = open()
  expect(isMovedAway(sqlite)).toBe(false)
  renameSync(join(folder, 'test.db'), join(folder, 'elsewhere.db'))
  expect(() => guarded(sqlite, () => sqlite.exec("INSERT INTO kept VALUES ('lost')"), START)).toThrow(
    'readOnly',
  )
  expect(sqlite.prepare('SELECT count(*) FROM kept').pluck().get()).toBe(0)
  const other = openDatabase(join(folder, 'test.db'), { create: true })
  expect(isMovedAway(sqlite)).toBe(true)
  expect(() =>
    guarded(sqlite, () => sqlite.exec("INSERT INTO kept VALUES ('lost')"), START + 3_600_000),
  ).toThrow('readOnly')
  other.$client.close()
})

test('a writer that waits too long is asked to try again, and latches nothing', () => {
  const sqlite = open()
  const other = open()
  sqlite.pragma('busy_timeout = 0')
  other.exec('BEGIN IMMEDIATE')
  expect(() => guarded(sqlite, () => sqlite.exec("INSERT INTO kept VALUES ('b')"), START)).toThrow('busy')
  expect(latched()).toBeNull()
  other.exec('ROLLBACK')
})

test('an error of the change itself stays what it is', () => {
  expect(() =>
    guarded(open(), () => {
      throw new TypeError('mine')
    }),
  ).toThrow(TypeError)
  expect(latched()).toBeNull()
})
