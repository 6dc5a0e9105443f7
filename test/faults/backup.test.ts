import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { damageOf, hashOfRows } from '@/db/contents'
import { backupName, newestGood } from '@/db/kept-backups'
import { openDatabase } from '@/db/open'
import { prune } from '@/db/prune'
import { emptyFolder } from '../cli'
import { DEMO_NOW } from '../demo'
import { bundle } from './bundle'
import { type Child, start } from './child'
import { demoFile } from './demo-file'
import type { BackingUp } from './processes/back-up'
import { type Random, randomFrom } from './random'
import { patience, seed, times } from './size'

const KILLS = times(20)

let script: string
let file: string
let rows: string
beforeAll(async () => {
  script = await bundle('back-up')
  file = demoFile(emptyFolder()).file
  const { $client: sqlite } = openDatabase(file)
  rows = hashOfRows(sqlite)
  sqlite.close()
})

const emptyBackups = () => join(emptyFolder(), 'backups')
const minute = (count: number) => new Date(DEMO_NOW.getTime() + count * 60_000)

function startBackup(folder: string, now: Date, given: Pick<BackingUp, 'killAt' | 'fault'> = {}): Child {
  const backup = join(folder, backupName(now))
  return start(script, { file, backup, now: now.toISOString(), ...given } satisfies BackingUp)
}

/** Kills backups while their copy grows; one that was faster is not counted. */
async function killWhileCopying(kills: number, fault?: BackingUp['fault']): Promise<string> {
  const folder = emptyBackups()
  const random = randomFrom(seed)
  let killed = 0
  for (let count = 0; killed < kills && count < 3 * kills; count++) {
    const child = startBackup(folder, minute(count), { fault })
    const name = join(folder, backupName(minute(count)))
    watchItGrow(fault ? name : `${name}.unfinished`, random)
    await child.kill()
    if ((await child.ended).signal === 'SIGKILL') killed++
  }
  expect(killed).toBe(kills)
  return folder
}

/** Until the copy has some part of its length, without giving up the turn: it is made within milliseconds. */
function watchItGrow(copy: string, random: Random): void {
  const length = () => statSync(copy, { throwIfNoEntry: false })?.size ?? 0
  const enough = statSync(file).size * random.next()
  const begun = performance.now()
  while (length() === 0 && performance.now() - begun < 20_000);
  const seen = performance.now()
  while (length() < enough && performance.now() - seen < 20);
}

/** What has the name of a backup and does not hold what the database holds. */
function brokenIn(folder: string): string[] {
  const named = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : []
  return named.filter((name) => !isWhole(join(folder, name)))
}

function isWhole(backup: string): boolean {
  const sqlite = new Sqlite(backup, { readonly: true, fileMustExist: true })
  try {
    return damageOf(sqlite) === null && hashOfRows(sqlite) === rows
  } catch {
    return false
  } finally {
    sqlite.close()
  }
}

test(`killed ${KILLS} times while it copies, a backup has no name and is none; the next one clears up and is good`, {
  timeout: patience(120),
}, async () => {
  const folder = await killWhileCopying(KILLS)
  expect(brokenIn(folder), `FAULTS_SEED=${seed}`).toEqual([])

  const later = minute(6 * KILLS)
  const { code, err } = await startBackup(folder, later).ended
  expect(code, err).toBe(0)
  expect(newestGood(folder)?.name).toBe(backupName(later))
  expect(newestGood(folder)?.manifest.rows).toBe(rows)
  prune(folder, new Date(Date.now() + 2 * 3_600_000))
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('killed before each of its steps on the file system, it is whole or not there', {
  timeout: patience(120),
}, async () => {
  const whole = startBackup(emptyBackups(), minute(0))
  await whole.ended
  const steps = Number(whole.lines[0])
  expect(steps).toBeGreaterThan(5)
  for (let killAt = 1; killAt <= steps; killAt++) {
    const folder = emptyBackups()
    const { signal, err } = await startBackup(folder, minute(0), { killAt }).ended
    expect(signal, err).toBe('SIGKILL')
    expect(brokenIn(folder), `before step ${killAt}`).toEqual([])
    const found = newestGood(folder)
    if (found) expect(found.manifest.rows).toBe(rows)
  }
})

describe('the test would notice', () => {
  test('a copy that is made under its own name', { timeout: patience(120) }, async () => {
    expect(brokenIn(await killWhileCopying(KILLS, 'straight to its name'))).not.toEqual([])
  })
})
