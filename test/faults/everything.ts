import { createHash } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import { tablesOf } from '@/db/contents'

/** One hash over the whole of a database, every table, index and row; only when it was migrated may differ. */
export function everything(sqlite: Sqlite.Database): string {
  const hash = createHash('sha256')
  const schema = sqlite.prepare('SELECT type, name, sql FROM sqlite_schema').raw().all()
  hash.update(
    schema
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n'),
  )
  for (const table of tablesOf(sqlite)) {
    const columns = table === 'applied_migrations' ? 'name, hash' : '*'
    const rows = sqlite.prepare(`SELECT ${columns} FROM "${table}"`).raw().all()
    hash.update(
      `\n${table}\n${rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n')}`,
    )
  }
  return hash.digest('hex')
}
