import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { emptyFolder } from '@/test/cli'
import { demoDatabase } from '@/test/demo'
import { BackupFailed, backUp, missing } from './backup'
import { hashOfRows } from './contents'
import { backupIn, faultOf, listBackups, newestGood } from './kept-backups'
import { manifestOf } from './manifest'
import { openDatabase } from './open'

const NOW = new Date('2026-11-23T09:00:00Z')
const DEMO = demoDatabase().$client.serialize()

let folder: string
let sqlite: Sqlite.Database
let file: string
beforeEach(() => {
  folder = emptyFolder()
  writeFileSync(join(folder, 'en-indgang.db'), DEMO)
  sqlite = openDatabase(join(folder, 'en-indgang.db')).$client
  file = join(folder, 'backups', '2026-11-23T090000.000Z.db')
})

const count = (table: string) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('a backup', () => {
  test('says what it holds, and nobody else may read it', () => {
    const manifest = backUp(sqlite, file, NOW)
    expect(manifest).toMatchObject({ madeAt: NOW, lastEvent: count('events'), bytes: statSync(file).size })
    expect(manifest.counts).toMatchObject({ people: count('people'), meetings: count('meetings') })
    expect(manifest.migrations).toEqual(
      sqlite.prepare('SELECT name FROM applied_migrations ORDER BY name').pluck().all(),
    )
    expect(backupIn(file).manifest).toEqual(manifest)
    expect(faultOf(backupIn(file))).toBeNull()
    for (const path of [file, manifestOf(file)]) expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'backups')).mode & 0o777).toBe(0o700)
  })

  test('without its manifest is none', () => {
    backUp(sqlite, file, NOW)
    writeFileSync(manifestOf(file), '{"madeAt":')
    expect(faultOf(backupIn(file))).toContain('manifest')
    expect(newestGood(join(folder, 'backups'))).toBeUndefined()
  })

  test('never takes the place of another', () => {
    backUp(sqlite, file, NOW)
    const bytes = readFileSync(file)
    sqlite.exec("UPDATE people SET title = 'ny'")
    expect(() => backUp(sqlite, file, NOW)).toThrow(BackupFailed)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('of a database with loose references is not taken, and leaves nothing', () => {
    sqlite.pragma('foreign_keys = OFF')
    sqlite.exec("UPDATE people SET party_id = 'nobody' WHERE name = 'Pia Storm'")
    expect(() => backUp(sqlite, file, NOW)).toThrow(/1 løse henvisninger/)
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  test('with fewer rows than there were before and after is not whole', () => {
    const rows = (events: number) => new Map([['events', events]])
    expect(missing(rows(10), rows(9), rows(11))).toContain('9')
    expect(missing(rows(10), new Map(), rows(10))).toContain('events')
    expect(missing(rows(10), rows(10), rows(12))).toBeNull()
    expect(missing(rows(10), rows(8), rows(8))).toBeNull()
  })

  test.each([
    ['a flipped bit', (bytes: Buffer) => bytes.fill((bytes[70_000] ?? 0) ^ 1, 70_000, 70_001)],
    ['a missing end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4096)],
  ])('with %s is not good, and an older one is found instead', (_, harm) => {
    const older = join(folder, 'backups', '2026-11-22T090000.000Z.db')
    backUp(sqlite, older, new Date('2026-11-22T09:00:00Z'))
    backUp(sqlite, file, NOW)
    expect(newestGood(join(folder, 'backups'))?.file).toBe(file)
    writeFileSync(file, harm(readFileSync(file)))
    expect(faultOf(backupIn(file))).toContain('ændret')
    expect(newestGood(join(folder, 'backups'))?.file).toBe(older)
  })

  test('whose manifest tells of more than the file holds is not good', () => {
    const manifest = backUp(sqlite, file, NOW)
    writeFileSync(manifestOf(file), JSON.stringify({ ...manifest, lastEvent: manifest.lastEvent + 1 }))
    expect(faultOf(backupIn(file))).toContain('svarer ikke')
  })

  test('whose manifest points out of its folder is not read', () => {
    const manifest = backUp(sqlite, file, NOW)
    const files = [{ path: '../../etc/passwd', sha256: manifest.sha256 }]
    writeFileSync(manifestOf(file), JSON.stringify({ ...manifest, files }))
    expect(backupIn(file).manifest).toBeNull()
  })

  test('keeps each attached file once, and is not good without it', () => {
    mkdirSync(join(folder, 'files', 'ab'), { recursive: true })
    writeFileSync(join(folder, 'files', 'ab', 'abc'), 'bilag')
    const { files } = backUp(sqlite, file, NOW)
    expect(files).toMatchObject([{ path: 'ab/abc' }])
    backUp(sqlite, join(folder, 'backups', '2026-11-23T100000.000Z.db'), NOW)
    expect(readdirSync(join(folder, 'backups', 'files'))).toEqual([files[0]?.sha256])
    expect(listBackups(join(folder, 'backups')).map(faultOf)).toEqual([null, null])
    writeFileSync(join(folder, 'backups', 'files', files[0]?.sha256 ?? ''), 'andet')
    expect(faultOf(backupIn(file))).toContain('ab/abc')
  })
})

describe('what has changed', () => {
  test('is whatever somebody did, an event or not', () => {
    const before = hashOfRows(sqlite)
    sqlite.exec("UPDATE people SET title = 'ny titel' WHERE name = 'Pia Storm'")
    expect(hashOfRows(sqlite)).not.toBe(before)
  })

  test('is not what the site writes by itself', () => {
    const before = hashOfRows(sqlite)
    sqlite.exec("INSERT INTO timetable (job, schedule, runs) VALUES ('backUp', '* * * * * *', 1)")
    sqlite.exec("INSERT INTO rate_limits VALUES ('a', 1, 1)")
    expect(hashOfRows(sqlite)).toBe(before)
  })

  test('is not that it was copied', () => {
    expect(backUp(sqlite, file, NOW).rows).toBe(hashOfRows(sqlite))
  })
})
