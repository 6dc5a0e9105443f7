import { createHash } from 'node:crypto'
import type { Database } from '@/db/open'

/** One hash over every row of every table, so that "nothing was changed" can be said of the whole database. */
export function contentHash(sqlite: Database['$client'], except: string[] = []): string {
  const hash = createHash('sha256')
  const tables = sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  for (const table of tables.filter((name) => !except.includes(name))) {
    hash.update(table)
    for (const row of sqlite.prepare(`SELECT * FROM "${table}"`).raw().iterate())
      hash.update(JSON.stringify(row))
  }
  return hash.digest('hex')
}
