import { db } from './client'

/** Moves the write-ahead log into the file, so that it stays short, and lets SQLite look after its statistics. */
export function tidyDatabase(): void {
  const { $client: sqlite } = db()
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.pragma('optimize')
}
