import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { backUp } from '@/db/backup'
import { backupIn, isReadable, type ReadableBackup } from '@/db/kept-backups'
import { openDatabase } from '@/db/open'
import { restore } from '@/db/restore'
import { emptyFolder } from '@/test/cli'
import { demoDatabase } from '@/test/demo'
import { differences } from './drill'

const NOW = new Date('2026-11-23T09:00:00Z')

let backup: ReadableBackup
let served: string
beforeEach(() => {
  const folder = emptyFolder()
  served = join(folder, 'en-indgang.db')
  writeFileSync(served, demoDatabase().$client.serialize())
  const copy = join(folder, 'backups', '2026-11-23T090000.000Z.db')
  const { $client: sqlite } = openDatabase(served)
  backUp(sqlite, copy, NOW)
  sqlite.close()
  const made = backupIn(copy)
  if (!isReadable(made)) throw new Error('The backup has no manifest.')
  backup = made
  restore(backup, served, NOW)
})

const change = (sql: string) => {
  const { $client: sqlite } = openDatabase(served)
  sqlite.exec(sql)
  sqlite.close()
}

test('what was put back differs in nothing but the event that says so', () => {
  expect(differences(served, backup.manifest)).toEqual([])
})

test('what the site writes by itself is no difference', () => {
  change("INSERT INTO rate_limits VALUES ('a', 1, 1)")
  expect(differences(served, backup.manifest)).toEqual([])
})

test('a row too few, a row too many and a table lost are told', () => {
  change("DELETE FROM installation WHERE key = 'municipality'")
  expect(differences(served, backup.manifest)).toEqual(['installation har 2 rækker, kopien havde 3'])
  change(`
    INSERT INTO installation VALUES ('municipality', 'x');
    INSERT INTO events (at, actor_kind, actor_id, kind, subject_kind, subject_id, data)
      VALUES ('2026-11-23T09:00:00.000Z', 'system', 'x', 'x', 'x', 'x', '{}');
    DROP TABLE signed_links`)
  const { events = 0 } = backup.manifest.counts
  expect(differences(served, backup.manifest)).toEqual([
    `events har ${events + 2} rækker, kopien havde ${events + 1}`,
    'signed_links har 0 rækker, kopien havde 0',
  ])
})
