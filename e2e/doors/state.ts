import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { contentHash } from '../../test/content-hash'

/** What every request may touch: when somebody was last here, and how often they tried. */
const TOUCHED_BY_ASKING = ['sessions', 'rate_limits']

/** One hash over all that people have saved. */
export function savedState(dataDir: string): string {
  const sqlite = new Sqlite(join(dataDir, 'en-indgang.db'), { readonly: true })
  const hash = contentHash(sqlite, TOUCHED_BY_ASKING)
  sqlite.close()
  return hash
}

/** What no answer may hold, whatever went wrong: a stack, a path of the machine, a statement. */
export const INSIDES =
  /\n\s+at \S.*:\d+:\d+|node_modules|\/work\/|\/home\/|\/root\/|SqliteError|SQLITE_[A-Z]+|no such (table|column)|SELECT .+ FROM|better-sqlite3/
