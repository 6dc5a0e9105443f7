import { attachDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { type Database, openDatabase } from '@/db/open'

/** An empty, migrated database in memory, and the one every query and command of this test file uses. */
export function emptyDatabase(now = new Date('2026-11-23T09:00:00Z')): Database {
  const database = openDatabase(':memory:', { create: true })
  migrate(database.$client, now)
  return attachDatabase(database)
}
