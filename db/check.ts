import { join } from 'node:path'
import { pendingMigrations, readMigrations } from './migrate'
import { APPLICATION_ID, type Database } from './open'

/** A fault that stops the start; its message is a sentence for the operator. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

/** What openDatabase sets on every connection; a driver that forgets one would lose data without a word. */
const PRAGMAS = {
  application_id: APPLICATION_ID,
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  trusted_schema: 0,
  busy_timeout: 5000,
} as const

/**
 * Whether the site may be served from this database.
 * @throws StartRefused, MigrationRefused
 */
export function checkDatabase({ $client: sqlite }: Database, migrations = migrationsOfSite()): void {
  const [pending] = pendingMigrations(sqlite, migrations)
  if (pending) throw new StartRefused(`Databasen mangler migreringen ${pending.name}. Start med npm start.`)
  for (const [name, wanted] of Object.entries(PRAGMAS)) {
    const actual = sqlite.pragma(name, { simple: true })
    if (actual !== wanted)
      throw new StartRefused(`Databasen kører med ${name} = ${actual}; det skal være ${wanted}.`)
  }
}

/** The site runs from its own folder; a bundled module no longer knows where its source stood. */
const migrationsOfSite = () => readMigrations(join(process.cwd(), 'db', 'migrations'))
