import '@/lib/runtime'
import { writeSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { bringUpToDate } from '@/cli/migrate'
import type { Database } from '@/db/open'
import { neverFlush } from '../never-flush'

export type Migrating = {
  file: string
  now: string
  /** Which statement it dies before; past the last one, it comes to its end. */
  killAt?: number
  fault?: 'without transactions' | 'without flushing'
}

const { file, now, killAt, fault }: Migrating = JSON.parse(process.argv[2] ?? '')
process.env.DATA_DIR = dirname(file)

let statements = 0
const sqlite = new Sqlite(file, {
  verbose: (statement) => isReading(String(statement)) || before(++statements),
})
sqlite.pragma('synchronous = FULL')
if (fault === 'without transactions') {
  Object.assign(sqlite, { transaction: (run: () => void) => Object.assign(run, { immediate: run }) })
}
if (fault === 'without flushing') neverFlush()
bringUpToDate({ $client: sqlite } as Database, new Date(now), say)
sqlite.close()
say(String(statements))

function say(sentence: string): void {
  writeSync(1, `${sentence}\n`)
}

function before(statement: number): void {
  if (statement === killAt) process.kill(process.pid, 'SIGKILL')
}

function isReading(statement: string): boolean {
  return /^\s*(SELECT|PRAGMA \w+$)/i.test(statement)
}
