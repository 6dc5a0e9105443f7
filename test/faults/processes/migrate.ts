import '@/lib/runtime'
import Sqlite from 'better-sqlite3'
import { bringUpToDate } from '@/cli/migrate'
import { readMigrations } from '@/db/migrate'
import type { Database } from '@/db/open'

export type Migrating = {
  file: string
  migrations: string
  now: string
  /** Which statement it dies before; past the last one, it comes to its end. */
  killAt?: number
  fault?: 'without transactions'
}

const { file, migrations, now, killAt, fault }: Migrating = JSON.parse(process.argv[2] ?? '')
process.env.DATA_DIR = file.slice(0, file.lastIndexOf('/'))

let statements = 0
const sqlite = new Sqlite(file, {
  verbose: (statement) => isReading(String(statement)) || before(++statements),
})
sqlite.pragma('synchronous = FULL')
if (fault === 'without transactions') {
  Object.assign(sqlite, { transaction: (run: () => void) => Object.assign(run, { immediate: run }) })
}
bringUpToDate({ $client: sqlite } as Database, new Date(now), () => {}, readMigrations(migrations))
sqlite.close()
process.stdout.write(`${statements}\n`)

function before(statement: number): void {
  if (statement === killAt) process.kill(process.pid, 'SIGKILL')
}

function isReading(statement: string): boolean {
  return /^\s*(SELECT|PRAGMA \w+$)/i.test(statement)
}
