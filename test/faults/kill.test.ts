import { beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '@/db/open'
import { emptyFolder } from '../cli'
import { bundle } from './bundle'
import { start } from './child'
import { type DemoFile, demoFile } from './demo-file'
import type { WriteLoad } from './processes/write-load'
import { randomFrom } from './random'
import { type Ack, damage, halves, lost } from './saved'
import { patience, seed, times } from './size'

const CYCLES = times(200)
const MOST_CHANGES = 30

let script: string
beforeAll(async () => {
  script = await bundle('write-load')
})

type Harm = { lost: Ack[]; halves: string[]; damage: string[] }
const NONE: Harm = { lost: [], halves: [], damage: [] }
const isHarmed = (harm: Harm) => Object.values(harm).some((found) => found.length > 0)

/** Kills a process that writes, again and again on the same file, until what is there afterwards is not right. */
async function killAgainAndAgain(fault?: WriteLoad['fault']) {
  const demo = demoFile(emptyFolder())
  const random = randomFrom(seed)
  const acks: Ack[] = []
  const harm: Harm = { lost: [], halves: [], damage: [] }
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const load = start(script, { ...demo, seed: random.int(2 ** 32), fault } satisfies WriteLoad)
    await load.heard(1 + random.int(MOST_CHANGES))
    spin(3 * random.next())
    await load.kill()
    acks.push(...load.lines.map((line) => JSON.parse(line) as Ack))
    // Every other time the next process is the one who finds what the killed one left.
    if (cycle % 2 === 1 || cycle === CYCLES - 1) look(demo, acks, harm)
    if (isHarmed(harm)) break
  }
  return { acks: acks.length, harm }
}

/** As the next start does: opening recovers, closing moves the log into the file. */
function look({ file, meetingId }: DemoFile, acks: Ack[], harm: Harm): void {
  const sqlite = openDatabase(file).$client
  harm.lost = lost(sqlite, acks)
  harm.halves = halves(sqlite, meetingId)
  harm.damage.push(...damage(sqlite))
  sqlite.close()
}

/** A part of a change takes less than a timer can tell apart. */
function spin(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

test(`${CYCLES} times kill -9 while writing: what was acknowledged is there, what was not is whole or absent`, {
  timeout: patience(300),
}, async () => {
  const { acks, harm } = await killAgainAndAgain()
  expect(harm, `FAULTS_SEED=${seed}`).toEqual(NONE)
  expect(acks).toBeGreaterThan(CYCLES * 5)
})

describe('the test would notice', () => {
  test('a process that acknowledges before it has saved', { timeout: patience(120) }, async () => {
    const { harm } = await killAgainAndAgain('acknowledges first')
    expect(harm.lost).not.toEqual([])
  })

  test('a change that is not one transaction', { timeout: patience(120) }, async () => {
    const { harm } = await killAgainAndAgain('without transactions')
    expect(harm.halves).not.toEqual([])
  })
})
