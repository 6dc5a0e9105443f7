import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'

/**
 * A whole copy of the database in one file, checked before it gets its name.
 * @throws when the copy does not hold what the original holds
 */
export function backUp(sqlite: Sqlite.Database, file: string): void {
  const unfinished = `${file}.unfinished`
  mkdirSync(dirname(file), { recursive: true })
  rmSync(unfinished, { force: true })
  try {
    sqlite.prepare('VACUUM INTO ?').run(unfinished)
    const copy = new Sqlite(unfinished, { readonly: true, fileMustExist: true })
    const whole =
      copy.pragma('integrity_check', { simple: true }) === 'ok' && contents(copy) === contents(sqlite)
    copy.close()
    if (!whole) throw new Error(`The copy ${file} is not whole.`)
    flush(unfinished)
    renameSync(unfinished, file)
    flush(dirname(file))
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Until a file and its folder are flushed, a power cut may take both. */
export function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What it is and how many rows each table has. */
function contents(sqlite: Sqlite.Database): string {
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[]
  const counts = tables.map(
    (table) => `${table} ${sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()}`,
  )
  return [sqlite.pragma('application_id', { simple: true }), ...counts].join('\n')
}
