import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkDatabase } from '@/db/check'
import { DATABASE_FILE } from '@/db/client'
import { openDatabase } from '@/db/open'
import { emptyFolder } from '../cli'
import { DEMO_NOW } from '../demo'
import { bundle } from './bundle'
import type { Initialising } from './processes/initialise'
import { cutThePower } from './replay'
import { damage } from './saved'
import { patience, seed, times } from './size'
import { acts } from './syscall-log'

const POINTS = times(60)

let script: string
beforeAll(async () => {
  script = await bundle('initialise')
}, patience(30))

async function loseThePower(points: number, fault?: Initialising['fault']) {
  const folder = emptyFolder()
  const given: Initialising = { folder: join(folder, 'new', 'data'), now: DEMO_NOW.toISOString(), fault }
  const done = await acts(script, given, folder)
  const harm = { missing: [] as string[], unmarked: [] as string[], broken: [] as string[] }
  const states = cutThePower({ before: new Map(), acts: done, points, seed }, ({ folder, said, where }) => {
    const file = join(folder, 'new', 'data', DATABASE_FILE)
    if (said.length > 0 && !existsSync(join(dirname(file), 'installation.json'))) harm.unmarked.push(where)
    if (existsSync(file)) {
      const database = openDatabase(file)
      if (!isSound(database)) harm.broken.push(where)
      database.$client.close()
    } else if (said.length > 0) harm.missing.push(where)
  })
  return { states, harm }
}

function isSound(database: ReturnType<typeof openDatabase>): boolean {
  try {
    checkDatabase(database)
    return damage(database.$client).length === 0
  } catch {
    return false
  }
}

describe.skipIf(process.platform !== 'linux')('the power goes while an installation is made', () => {
  test('there is none or a whole one, and one that was announced is there', {
    timeout: patience(120),
  }, async () => {
    const { states, harm } = await loseThePower(POINTS)
    expect(harm).toEqual({ missing: [], unmarked: [], broken: [] })
    expect(states).toBe(3 * POINTS)
  })

  test('the test would notice one that was announced and not flushed', {
    timeout: patience(60),
  }, async () => {
    const { harm } = await loseThePower(20, 'without flushing')
    expect(harm.missing).not.toEqual([])
    expect(harm.unmarked).not.toEqual([])
  })
})
