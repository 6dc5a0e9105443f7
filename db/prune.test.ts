import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder } from '@/test/cli'
import { demoDatabase } from '@/test/demo'
import { backUp } from './backup'
import { backupName, listBackups, type ReadableBackup } from './kept-backups'
import { openDatabase } from './open'
import { outlived, prune } from './prune'

const NOW = new Date('2026-11-23T09:00:00Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const before = (ms: number) => new Date(NOW.getTime() - ms)

const taken = (madeAt: Date, migration?: string): ReadableBackup => ({
  name: backupName(madeAt, migration),
  file: '',
  manifest: {
    ...{ madeAt, version: '0.1.0', migrations: ['0000_first.sql'], counts: {}, lastEvent: 0 },
    ...{ rows: '', bytes: 1, sha256: '', files: [] },
  },
})
const kept = (backups: ReadableBackup[]) => {
  const gone = new Set(outlived(backups, NOW))
  return backups.filter((backup) => !gone.has(backup)).map(({ manifest }) => manifest.madeAt.toISOString())
}

test('a backup every hour for two years leaves a day whole, 30 days and 12 months', () => {
  const all = Array.from({ length: 2 * 365 * 24 }, (_, hours) => taken(before(hours * 60 * MINUTE)))
  const times = kept(all)
  expect(times.filter((time) => time >= before(DAY).toISOString())).toHaveLength(25)
  // Midnight is Copenhagen's: an hour away from UTC, in the summer two.
  const days = times.filter((time) => time < before(DAY).toISOString() && time >= '2026-10-24')
  expect(days[0]).toBe('2026-11-21T22:00:00.000Z')
  expect(days).toHaveLength(29)
  expect(new Set(days.map((time) => time.slice(11, 16)))).toEqual(new Set(['21:00', '22:00']))
  const older = times.filter((time) => time < '2026-10-24')
  expect(older[0]).toBe('2026-09-30T21:00:00.000Z')
  expect(older.at(-1)).toBe('2025-11-30T22:00:00.000Z')
  expect(older).toHaveLength(11)
})

test('what was taken before a migration stays for a year, beside the last of its day', () => {
  const day = before(200 * DAY)
  const backups = [
    taken(new Date(day.getTime() + MINUTE)),
    taken(day, '0001_real_life.sql'),
    taken(before(400 * DAY), '0000_first.sql'),
  ]
  expect(kept(backups)).toEqual(backups.slice(0, 2).map(({ manifest }) => manifest.madeAt.toISOString()))
})

test('a clock that was set back takes nothing', () => {
  expect(kept([taken(before(-DAY)), taken(before(-2 * DAY))])).toHaveLength(2)
})

/** A folder with one backup for each moment. */
function folderWith(...moments: Date[]) {
  const data = emptyFolder()
  writeFileSync(join(data, 'en-indgang.db'), demoDatabase().$client.serialize())
  const { $client: sqlite } = openDatabase(join(data, 'en-indgang.db'))
  const folder = join(data, 'backups')
  const attach = (name: string) => {
    mkdirSync(join(data, 'files'), { recursive: true })
    writeFileSync(join(data, 'files', name), name)
  }
  for (const moment of moments) {
    attach(moment.toISOString().slice(0, 10))
    backUp(sqlite, join(folder, backupName(moment)), moment)
  }
  return folder
}

test('what has had its time goes with its manifest and the files nobody else needs; what is unknown stays', () => {
  const [old, older] = [before(500 * DAY), before(600 * DAY)]
  const folder = folderWith(older, old, NOW)
  for (const name of ['notes.db', 'notes.json', '2024-01-01.db', '2024-01-01T000000.000Z.txt']) {
    writeFileSync(join(folder, name), 'mine')
  }
  expect(prune(folder, NOW)).toEqual([backupName(old), backupName(older)])
  expect(listBackups(folder).map(({ name }) => name)).toEqual([backupName(NOW)])
  expect(readdirSync(folder).sort()).toEqual(
    [
      ...['2024-01-01.db', '2024-01-01T000000.000Z.txt', 'files', 'notes.db', 'notes.json'],
      ...[backupName(NOW), backupName(NOW).replace('.db', '.json')],
    ].sort(),
  )
  expect(readdirSync(join(folder, 'files'))).toHaveLength(3)
  expect(prune(folder, NOW)).toEqual([])
})

test('files of a backup that goes are removed when no other backup needs them', () => {
  const [first, second] = [before(600 * DAY), before(500 * DAY)]
  const folder = folderWith(first, second, NOW)
  const newest = listBackups(folder)[0]
  writeFileSync(
    newest?.file.replace('.db', '.json') ?? '',
    JSON.stringify({ ...newest?.manifest, files: newest?.manifest?.files.slice(1) }),
  )
  prune(folder, NOW)
  expect(readdirSync(join(folder, 'files'))).toEqual(
    newest?.manifest?.files
      .slice(1)
      .map(({ sha256 }) => sha256)
      .sort(),
  )
})

test('the newest good one is never removed, however old it is and whatever lies after it', () => {
  const [good, bad] = [before(900 * DAY), before(800 * DAY)]
  const folder = folderWith(good, bad)
  writeFileSync(join(folder, backupName(bad)), 'ruined')
  expect(prune(folder, NOW)).toEqual([backupName(bad)])
  expect(listBackups(folder).map(({ name }) => name)).toEqual([backupName(good)])
  writeFileSync(join(folder, backupName(good)), 'ruined too')
  expect(prune(folder, NOW)).toEqual([])
})

test('what a killed backup left goes after an hour, what is being written stays', () => {
  const folder = folderWith(NOW)
  const [left, running] = [before(DAY), before(MINUTE)].map((moment) => {
    const file = join(folder, `${backupName(moment)}.unfinished`)
    writeFileSync(file, 'half')
    utimesSync(file, moment, moment)
    return file
  }) as [string, string]
  prune(folder, NOW)
  expect([left, running].map((file) => existsSync(file))).toEqual([false, true])
})
