import 'server-only'
import '@/lib/runtime'
import { join } from 'node:path'
import { dataDir } from '@/lib/env'
import { guarded, openLatch, rememberPlace } from './latch'
import { type Database, openDatabase, type Transaction } from './open'

// Kept on globalThis: Next bundles this module more than once, the file must be opened once.
const held = globalThis as { enIndgangDatabase?: Database }

/** Opened at first use, so that a build never makes a file. */
export function db(): Database {
  if (!held.enIndgangDatabase) {
    held.enIndgangDatabase = openDatabase(join(dataDir(), DATABASE_FILE))
    rememberPlace(held.enIndgangDatabase.$client)
    openLatch()
  }
  return held.enIndgangDatabase
}

export const DATABASE_FILE = 'en-indgang.db'

/** Tests and the CLI bring a database of their own. */
export function attachDatabase(database: Database): Database {
  openLatch()
  held.enIndgangDatabase = database
  return database
}

/**
 * One write: immediate, so that two writers queue instead of failing, and synchronous,
 * since code after an `await` would run outside the transaction.
 * @throws Unavailable when the disk or the file fails, or another writer holds the database too long
 */
export function write<Result>(
  change: (tx: Transaction) => Result extends PromiseLike<unknown> ? never : Result,
): Result {
  const database = db()
  return guarded(database.$client, () => database.transaction((tx) => change(tx), { behavior: 'immediate' }))
}

/** Moves what is still in the write-ahead log into the file and lets go of it. */
export function closeDatabase(): void {
  const database = held.enIndgangDatabase
  held.enIndgangDatabase = undefined
  if (!database) return
  database.$client.pragma('wal_checkpoint(TRUNCATE)')
  database.$client.close()
}
