import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { keepStatements } from './statements'

export type Database = ReturnType<typeof drizzle>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** What a query needs: the database itself or an open transaction. */
export type Reader = Pick<Database, 'select' | 'selectDistinct' | 'all' | 'get' | '$count'>

/** Marks the file as ours, so that another program's database is never taken for it. */
export const APPLICATION_ID = 0x454e494e

/**
 * The one way to a connection. The order matters: WAL resets `synchronous`, and later pragmas need locks too.
 * @param file a path, ':memory:' or a serialised database
 * @param create a missing file is an error unless the caller means to make one
 */
export function openDatabase(file: string | Buffer, { create = false } = {}): Database {
  const inMemory = file === ':memory:' || typeof file !== 'string'
  const sqlite = new Sqlite(file, { fileMustExist: !create && !inMemory })
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('recursive_triggers = ON')
  sqlite.pragma('trusted_schema = OFF')
  const database = drizzle(keepStatements(sqlite), { casing: 'snake_case' })
  return Object.assign(database, { $client: sqlite })
}
