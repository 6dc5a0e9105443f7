import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '@/db/client'
import { openDatabase } from '@/db/open'
import { emptyFolder } from '../cli'
import { bundle } from './bundle'
import { demoFile } from './demo-file'
import type { WriteLoad } from './processes/write-load'
import { cutThePower } from './replay'
import { damage, halves, lost } from './saved'
import { patience, seed, times } from './size'
import { acts } from './syscall-log'

const POINTS = times(200)
const CHANGES = 150
/** Pages in the log before they move into the file: few, so that the power also goes while they move. */
const CHECKPOINT = 20

let script: string
beforeAll(async () => {
  script = await bundle('write-load')
})

/** What is wrong in each state a power cut leaves behind; every one is opened as the next start opens it. */
async function loseThePower(points: number, fault?: WriteLoad['fault']) {
  const folder = emptyFolder()
  const demo = demoFile(folder)
  const before = new Map([[DATABASE_FILE, readFileSync(demo.file)]])
  const load: WriteLoad = { ...demo, seed, changes: CHANGES, checkpoint: CHECKPOINT, fault }
  const harm = { lost: [] as string[], halves: [] as string[], damage: [] as string[] }
  const done = await acts(script, load, folder)
  const states = cutThePower({ before, acts: done, points, seed }, ({ folder, said, where }) => {
    const sqlite = openDatabase(join(folder, DATABASE_FILE)).$client
    const acks = said.map((line) => JSON.parse(line))
    if (lost(sqlite, acks).length > 0) harm.lost.push(where)
    if (halves(sqlite, demo.meetingId).length > 0) harm.halves.push(where)
    if (damage(sqlite).length > 0) harm.damage.push(where)
    sqlite.close()
  })
  return { states, harm }
}

describe.skipIf(process.platform !== 'linux')('the power goes while somebody writes', () => {
  test(`at ${POINTS} moments, in three ways each: nothing acknowledged is lost, nothing is half`, {
    timeout: patience(240),
  }, async () => {
    const { states, harm } = await loseThePower(POINTS)
    expect(harm).toEqual({ lost: [], halves: [], damage: [] })
    expect(states).toBe(3 * POINTS)
  })

  test('the test would notice a database that is not synced at each change', {
    timeout: patience(120),
  }, async () => {
    const { states, harm } = await loseThePower(50, 'synchronous = NORMAL')
    expect(harm.lost.length).toBeGreaterThan(states / 10)
    expect(harm).toMatchObject({ halves: [], damage: [] })
  })
})
