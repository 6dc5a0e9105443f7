import type { Database, Statement } from 'better-sqlite3'
import { type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Reader } from './open'

/** Of each kind; the one used longest ago makes room. */
const MOST_KEPT = 300

/**
 * A view of the connection that prepares each SQL text once. For drizzle alone, which says how it wants its rows at
 * every call and reads them to the end: others hold on to their statements and must not share them.
 */
export function keepStatements(sqlite: Database): Database {
  const kept = new Map<string, Statement>()
  const prepare = (text: string): Statement => {
    const statement = keep(kept, text, () => sqlite.prepare(text))
    return statement.reader ? statement.raw(false) : statement
  }
  return Object.create(sqlite, { prepare: { value: prepare } })
}

/**
 * A query whose SQL drizzle writes once for each connection and set of arguments, which takes longer than the answer.
 * Only the question is kept: every call reads anew. `build` may depend on nothing but its arguments.
 */
export function keptQuery<Args extends unknown[], Query>(
  build: (reader: Reader, ...args: Args) => Query,
): (reader: Reader, ...args: Args) => Query {
  const kept = new WeakMap<Reader, Map<string, Query>>()
  return (reader, ...args) => {
    const queries = kept.get(reader) ?? new Map<string, Query>()
    kept.set(reader, queries)
    return keep(queries, JSON.stringify(args), () => build(reader, ...args))
  }
}

/** In a kept query, one of those given as `{ ids: JSON.stringify([…]) }`: the SQL is the same however many they are. */
export const among = (column: AnySQLiteColumn): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`

function keep<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const value = kept.get(key) ?? make()
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return value
}
