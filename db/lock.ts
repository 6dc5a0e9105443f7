import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StartRefused } from './check'

const LOCK_FILE = 'en-indgang.lock'

/**
 * Makes this process the only server of the folder. The lock is SQLite's own upon a file of its own, so the system
 * takes it back when the process ends, however it ends; there is no stale mark to clean up. Returns how to let go.
 * @throws StartRefused when somebody holds it
 */
export function takeLock(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = new Sqlite(join(folder, LOCK_FILE), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as NodeJS.ErrnoException).code !== 'SQLITE_BUSY') throw error
    throw new StartRefused(
      `En anden Én indgang kører allerede på ${folder}. Stop den først, eller ret DATA_DIR.`,
    )
  }
  return () => lock.close()
}
