import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Rows of a server's database beside the server, or the change a test makes there. */
export function askDatabase<Row>(dataDir: string, sql: string, ...values: string[]): Row[] {
  const sqlite = new Sqlite(join(dataDir, 'en-indgang.db'))
  try {
    const statement = sqlite.prepare<string[], Row>(sql)
    if (statement.reader) return statement.all(...values)
    statement.run(...values)
    return []
  } finally {
    sqlite.close()
  }
}
