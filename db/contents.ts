import { createHash } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import { APPLICATION_ID } from './open'

/** What the site writes by itself; it is no news, and a restore ends it anyway. */
const PASSING = new Set(['rate_limits', 'sessions', 'sign_in_requests', 'timetable'])

export const isPassing = (table: string): boolean => PASSING.has(table)

export const tablesOf = (sqlite: Sqlite.Database): string[] =>
  sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' ORDER BY name",
    )
    .pluck()
    .all() as string[]

export const countRows = (sqlite: Sqlite.Database): Map<string, number> =>
  new Map(
    tablesOf(sqlite).map((table) => [
      table,
      sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
    ]),
  )

/** One hash over every row that somebody's doing put there. */
export function hashOfRows(sqlite: Sqlite.Database): string {
  const hash = createHash('sha256')
  for (const table of tablesOf(sqlite).filter((table) => !isPassing(table))) {
    hash.update(`${table}\n`)
    for (const row of sqlite.prepare(`SELECT * FROM "${table}" NOT INDEXED`).raw().iterate()) {
      hash.update(`${JSON.stringify(row)}\n`)
    }
  }
  return hash.digest('hex')
}

/** The number of the last event; 0 before the first. */
export const lastEventOf = (sqlite: Sqlite.Database): number =>
  sqlite.prepare('SELECT coalesce(max(seq), 0) FROM events').pluck().get() as number

export const appliedMigrationsOf = (sqlite: Sqlite.Database): string[] =>
  sqlite.prepare('SELECT name FROM applied_migrations ORDER BY name').pluck().all() as string[]

/** What is wrong with a database, in a few words; null when it is ours and whole. */
export function damageOf(sqlite: Sqlite.Database): string | null {
  if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    return 'er ikke lavet af Én indgang'
  if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') return 'er beskadiget'
  const loose = (sqlite.pragma('foreign_key_check') as unknown[]).length
  return loose > 0 ? `har ${loose} løse henvisninger` : null
}
