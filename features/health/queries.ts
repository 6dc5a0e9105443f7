import 'server-only'
import { statfsSync, statSync } from 'node:fs'
import { checkDatabase } from '@/db/check'
import { db } from '@/db/client'
import { readDrillRecord } from '@/db/drill-record'
import { isReadable, listBackups } from '@/db/kept-backups'
import { isMovedAway, latched } from '@/db/latch'
import { backupDir, dataDir } from '@/lib/env'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
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

/** When the data was last copied, and when a copy was last restored on trial. Throws NotFound for all but the team. */
export function getSafety(viewer: Viewer) {
  if (!can.administer(viewer)) throw new NotFound()
  const newest = listBackups(backupDir()).find(isReadable)
  return { copiedAt: newest?.manifest.madeAt ?? null, drilledAt: readDrillRecord()?.at ?? null }
}
