import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { lastEventOf, tablesOf } from './contents'
import { flush, hashOfFile, makeFolder } from './durable-file'
import { faultInside, faultOf, type ReadableBackup } from './kept-backups'
import { openDatabase } from './open'
import { FILES } from './stored-files'

/** Nothing was put back and nothing changed; its message is a sentence for the operator. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
}

const PARTS = ['', '-wal', '-shm'] as const

/**
 * Puts a backup in the place of the database. What lay there is moved into a folder beside it, never deleted;
 * returns that folder, null when nothing lay there. The caller holds the folder's lock. Killed at any moment it leaves
 * the old database, no database or the new one, and can be run again.
 * @throws RestoreRefused when the backup is not whole
 */
export function restore(backup: ReadableBackup, database: string, now: Date): string | null {
  const fault = faultOf(backup)
  if (fault) throw new RestoreRefused(`${backup.file} ${fault}. Intet er ændret.`)
  const folder = dirname(database)
  makeFolder(folder)
  const incoming = `${database}.incoming`
  try {
    bringIn(backup, incoming, now)
    bringFilesIn(backup, join(folder, FILES))
    const aside = moveAside(database, now)
    renameSync(incoming, database)
    flush(folder)
    return aside
  } finally {
    removeAll(incoming)
  }
}

function bringIn({ file, manifest }: ReadableBackup, incoming: string, now: Date): void {
  removeAll(incoming)
  copyFileSync(file, incoming)
  chmodSync(incoming, 0o600)
  const fault = faultInside(incoming, manifest)
  if (fault) throw new RestoreRefused(`Kopien af ${file} ${fault}. Intet er ændret.`)
  const { $client: sqlite } = openDatabase(incoming)
  try {
    sqlite.transaction(() => endWhatStoodOpen(sqlite, now)).immediate()
  } finally {
    // Closing the last connection moves the write-ahead log into the file.
    sqlite.close()
  }
  flush(incoming)
}

/**
 * Whoever was shut out since must not come back in by a session, link or request of then, and mail that waited may have
 * gone since: a person decides about it. The schema may be an older one, so each table is asked for.
 */
function endWhatStoodOpen(sqlite: Sqlite.Database, now: Date): void {
  const at = now.toISOString()
  const tables = new Set(tablesOf(sqlite))
  const run = (table: string, sql: string) => tables.has(table) && sqlite.prepare(sql).run({ at })
  const lastEvent = lastEventOf(sqlite)
  sqlite.prepare('DELETE FROM sessions').run()
  run('sign_in_links', 'UPDATE sign_in_links SET expires_at = min(expires_at, @at) WHERE used_at IS NULL')
  run(
    'sign_in_requests',
    'UPDATE sign_in_requests SET expires_at = min(expires_at, @at) WHERE used_at IS NULL',
  )
  run('signed_links', 'UPDATE signed_links SET revoked_at = @at WHERE revoked_at IS NULL')
  run('calendar_feeds', 'UPDATE calendar_feeds SET revoked_at = @at WHERE revoked_at IS NULL')
  if (tables.has('timetable')) {
    // Before there was a timetable nothing was sent, and the outbox knew no uncertain mail.
    run(
      'outbox',
      `UPDATE outbox SET state = 'uncertain', problem = 'interrupted', settled_at = @at
       WHERE state IN ('waiting', 'sending')`,
    )
  }
  sqlite
    .prepare(
      `INSERT INTO events (at, actor_kind, actor_id, kind, subject_kind, subject_id, data)
       VALUES (?, 'system', 'cli', 'database.restored', 'installation', 'database', ?)`,
    )
    .run(at, JSON.stringify({ lastEvent }))
}

function bringFilesIn({ file, manifest }: ReadableBackup, folder: string): void {
  for (const { path, sha256 } of manifest.files) {
    const target = join(folder, path)
    if (existsSync(target) && hashOfFile(target) === sha256) continue
    makeFolder(dirname(target))
    const unfinished = `${target}.unfinished`
    copyFileSync(join(dirname(file), FILES, sha256), unfinished)
    flush(unfinished)
    renameSync(unfinished, target)
    flush(dirname(target))
  }
}

/** The database first: while its log still lies there without it, a start is refused rather than made on half. */
function moveAside(database: string, now: Date): string | null {
  const lying = PARTS.map((part) => `${database}${part}`).filter((file) => existsSync(file))
  if (lying.length === 0) return null
  const aside = join(dirname(database), `replaced-${now.toISOString().replaceAll(':', '')}`)
  makeFolder(aside)
  for (const file of lying) renameSync(file, join(aside, basename(file)))
  flush(aside)
  flush(dirname(database))
  return aside
}

function removeAll(database: string): void {
  for (const part of PARTS) rmSync(`${database}${part}`, { force: true })
}
