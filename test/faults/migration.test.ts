import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkDatabase } from '@/db/check'
import { DATABASE_FILE } from '@/db/client'
import { migrate, readMigrations } from '@/db/migrate'
import { openDatabase } from '@/db/open'
import { emptyFolder } from '../cli'
import { DEMO_NOW } from '../demo'
import { bundle } from './bundle'
import { start } from './child'
import { everything } from './everything'
import { previousEdition } from './previous-edition'
import type { Migrating } from './processes/migrate'
import { damage } from './saved'
import { patience } from './size'

const LATER = new Date(DEMO_NOW.getTime() + 60_000)

let script: string
/** The demo as the program before the last migration left it. */
let old: string
/** What it held, and what it comes to. */
let before: string
let after: string

beforeAll(async () => {
  script = await bundle('migrate')
  old = previousEdition(emptyFolder())
  const file = copyOfOld()
  before = look(file).held
  await statementsOf(file)
  after = look(file).held
}, patience(60))

function copyOfOld(): string {
  const file = join(emptyFolder(), DATABASE_FILE)
  copyFileSync(old, file)
  return file
}

type Manner = Pick<Migrating, 'killAt' | 'fault'> & { now?: Date }

async function migrateIn(file: string, { now = DEMO_NOW, ...given }: Manner) {
  const process = start(script, { file, now: now.toISOString(), ...given } satisfies Migrating)
  return { lines: process.lines, ...(await process.ended) }
}

async function statementsOf(file: string, fault?: Migrating['fault']): Promise<number> {
  const { lines, code, err } = await migrateIn(file, { fault })
  if (code !== 0) throw new Error(`The migration does not come to its end: ${err}`)
  return Number(lines.at(-1))
}

function look(file: string) {
  const { $client: sqlite } = openDatabase(file)
  const found = { held: everything(sqlite), damage: damage(sqlite) }
  sqlite.close()
  return found
}

/** What each file that has the name of a backup holds. */
function backups(file: string): string[] {
  const folder = join(dirname(file), 'backups')
  if (!existsSync(folder)) return []
  const named = readdirSync(folder).filter((name) => name.endsWith('.db'))
  return named.map((name) => {
    const copy = join(emptyFolder(), name)
    copyFileSync(join(folder, name), copy)
    return look(copy).held
  })
}

/** What one finds after a kill before each statement in turn. */
async function killAtEach(step: number, fault?: Migrating['fault']) {
  const found: { file: string; held: string; damage: string[] }[] = []
  const statements = await statementsOf(copyOfOld(), fault)
  for (let killAt = 1; killAt <= statements; killAt += step) {
    const file = copyOfOld()
    const { signal, err } = await migrateIn(file, { killAt, fault })
    if (signal !== 'SIGKILL') throw new Error(`The migration was not killed at statement ${killAt}: ${err}`)
    found.push({ file, ...look(file) })
  }
  return found
}

test('killed at each statement, the file is wholly as before or wholly as after, and a copy of before lies beside it', {
  timeout: patience(180),
}, async () => {
  const found = await killAtEach(1)
  const states = found.map(({ held }) => (held === before ? 'before' : held === after ? 'after' : 'between'))
  expect(states).toEqual([...states].sort().reverse())
  expect(new Set(states)).toEqual(new Set(['before', 'after']))
  expect(found.flatMap(({ damage }) => damage)).toEqual([])

  const copies = found.map(({ file }) => backups(file))
  expect(copies.flat().every((held) => held === before)).toBe(true)
  expect(copies.filter((_, kill) => states[kill] === 'after').every((held) => held.length === 1)).toBe(true)
})

test('killed, it is migrated at the next try as if nothing had happened', {
  timeout: patience(180),
}, async () => {
  for (const { file, held } of await killAtEach(4)) {
    if (held === after) continue
    expect((await migrateIn(file, { now: LATER })).err).toBe('')
    expect(look(file)).toEqual({ held: after, damage: [] })
  }
})

describe('the test would notice', () => {
  test('statements that are not one transaction; and what they leave is neither served nor migrated', {
    timeout: patience(180),
  }, async () => {
    const found = await killAtEach(1, 'without transactions')
    const between = found.filter(({ held }) => held !== before && held !== after)
    // As often as the newest migration has statements: one leaves one state in between, eighty leave eighty.
    expect(between.length).toBeGreaterThanOrEqual(readMigrations().at(-1)?.statements.length ?? Number.NaN)
    for (const { file, held } of between) {
      const database = openDatabase(file)
      expect(() => checkDatabase(database)).toThrow()
      expect(() => migrate(database.$client, DEMO_NOW)).toThrow()
      database.$client.close()
      expect(look(file).held).toBe(held)
    }
  })
})
