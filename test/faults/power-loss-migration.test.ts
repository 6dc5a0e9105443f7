import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '@/db/client'
import { hashOfRows } from '@/db/contents'
import { newestGood } from '@/db/kept-backups'
import { openDatabase } from '@/db/open'
import { emptyFolder } from '../cli'
import { DEMO_NOW } from '../demo'
import { bundle } from './bundle'
import { everything } from './everything'
import { previousEdition } from './previous-edition'
import type { Migrating } from './processes/migrate'
import { cutThePower } from './replay'
import { damage } from './saved'
import { patience, seed, times } from './size'
import { acts } from './syscall-log'

let script: string
beforeAll(async () => {
  script = await bundle('migrate')
})

/** What is wrong in each state a power cut leaves behind, of the file and of the copy that was taken first. */
async function loseThePower(points: number, fault?: Migrating['fault']) {
  const folder = emptyFolder()
  const file = previousEdition(folder)
  const before = new Map([[DATABASE_FILE, readFileSync(file)]])
  const { held: heldBefore, rows } = look(file)
  const given: Migrating = { file, now: DEMO_NOW.toISOString(), fault }
  const done = await acts(script, given, folder)
  const { held: heldAfter } = look(file)

  const harm = {
    between: [] as string[],
    undone: [] as string[],
    damage: [] as string[],
    noCopy: [] as string[],
  }
  const states = cutThePower({ before, acts: done, points, seed }, ({ folder, said, where }) => {
    const [copied, migrated] = said
    const now = look(join(folder, DATABASE_FILE))
    if (now.held !== heldBefore && now.held !== heldAfter) harm.between.push(where)
    if (migrated && now.held !== heldAfter) harm.undone.push(where)
    if (now.damage.length > 0) harm.damage.push(where)
    const copy = newestGood(join(folder, 'backups'))
    if (copied && copy?.manifest.rows !== rows) harm.noCopy.push(where)
  })
  return { states, harm }
}

function look(file: string) {
  const { $client: sqlite } = openDatabase(file)
  const found = { held: everything(sqlite), rows: hashOfRows(sqlite), damage: damage(sqlite) }
  sqlite.close()
  return found
}

describe.skipIf(process.platform !== 'linux')('the power goes during a migration', () => {
  test('the file is as before or as after, and once a copy is announced it is there and whole', {
    timeout: patience(180),
  }, async () => {
    const { states, harm } = await loseThePower(times(40))
    expect(harm).toEqual({ between: [], undone: [], damage: [], noCopy: [] })
    expect(states).toBe(3 * times(40))
  })

  test('the test would notice a copy that was announced and not flushed', {
    timeout: patience(120),
  }, async () => {
    const { harm } = await loseThePower(20, 'without flushing')
    expect(harm.noCopy).not.toEqual([])
  })
})
