import 'server-only'
import { statfsSync, statSync } from 'node:fs'
import { checkDatabase } from '@/db/check'
import { db } from '@/db/client'
import { isMovedAway, latched } from '@/db/latch'
import { dataDir } from '@/lib/env'
import { enoughSpace, LONGEST_LOG } from './rules'

/** Whether the process answers at all. */
export function isAlive(): boolean {
  return db().$client.prepare('SELECT 1').pluck().get() === 1
}

/** Why no request should be sent here; null when all is well. Codes for the log, never for a stranger. */
export function whyNotReady(): string | null {
  const { $client: sqlite } = db()
  const latch = latched()
  if (latch) return latch
  if (isMovedAway(sqlite)) return 'MOVED'
  try {
    checkDatabase(db())
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown'
  }
  const wal = statSync(`${sqlite.name}-wal`, { throwIfNoEntry: false })
  if (wal && wal.size > LONGEST_LOG) return 'LOG_TOO_LONG'
  const { bavail, blocks, bsize } = statfsSync(dataDir())
  return enoughSpace(bavail * bsize, blocks * bsize) ? null : 'SPACE'
}

/** Nothing can be saved at the moment; everything can be read. */
export const isReadOnly = (): boolean => latched() !== null
