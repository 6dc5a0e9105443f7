import type { Database, Statement } from 'better-sqlite3'
import type { Reader } from './open'

/** More than the product has; lists of ids of every length make more, and the one used longest ago makes room. */
const MOST_KEPT = 300

/**
 * A view of the connection that prepares each SQL text once. For drizzle alone, which says how it wants its rows at
 * every call and reads them to the end: others hold on to their statements and must not share them.
 */
export function keepStatements(sqlite: Database): Database {
  const kept = new Map<string, Statement>()
  const prepare = (text: string): Statement => {
    const statement = kept.get(text) ?? sqlite.prepare(text)
    kept.delete(text)
    kept.set(text, statement)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
    return statement.reader ? statement.raw(false) : statement
  }
  return Object.create(sqlite, { prepare: { value: prepare } })
}

/** A query of every request: drizzle writes its SQL once for each connection, the values come as placeholders. */
export function keptQuery<Query>(build: (reader: Reader) => Query): (reader: Reader) => Query {
  const kept = new WeakMap<Reader, Query>()
  return (reader) => {
    const query = kept.get(reader) ?? build(reader)
    kept.set(reader, query)
    return query
  }
}
