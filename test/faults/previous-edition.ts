import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '@/db/client'
import { countRows } from '@/db/contents'
import { migrate, readMigrations } from '@/db/migrate'
import { openDatabase } from '@/db/open'
import { emptyFolder } from '../cli'
import { DEMO_NOW } from '../demo'
import { demoFile } from './demo-file'

/** The demo municipality as the program before the last migration kept it: what both know, in the older tables. */
export function previousEdition(folder: string): string {
  const { file: today } = demoFile(emptyFolder())
  const file = join(folder, DATABASE_FILE)
  const { $client: sqlite } = openDatabase(file, { create: true })
  migrate(sqlite, DEMO_NOW, readMigrations().slice(0, -1))
  sqlite.pragma('foreign_keys = OFF')
  sqlite.prepare('ATTACH ? AS today').run(today)
  for (const table of countRows(sqlite).keys()) {
    if (table === 'applied_migrations') continue
    const now = new Set(columnsOf(sqlite, 'today', table))
    const both = columnsOf(sqlite, 'main', table)
      .filter((column) => now.has(column))
      .map((column) => `"${column}"`)
    // A table that has gone since: the newer one kept nothing under its name.
    if (both.length === 0) continue
    // What only the newer one knows, its tables refuse.
    sqlite.exec(`INSERT OR IGNORE INTO main."${table}" (${both}) SELECT ${both} FROM today."${table}"`)
  }
  sqlite.close()
  return file
}

const columnsOf = (sqlite: Sqlite.Database, schema: string, table: string): string[] =>
  (sqlite.pragma(`${schema}.table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
