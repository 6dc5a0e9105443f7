import { statSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { Unavailable } from '@/lib/errors'

/** Faults of the disk or the file. After one of these nothing is written until it is seen to work again. */
const FULL_OR_BROKEN = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/
/** These do not heal by waiting. */
const LASTING = /^SQLITE_(CORRUPT|NOTADB)|^MOVED$/
const PAUSE_MS = 10_000

type Latch = { code: string; since: number; triedAt: number }
// On globalThis as the connection is: Next bundles this module more than once.
const held = globalThis as {
  enIndgangLatch?: Latch
  enIndgangPlace?: { sqlite: Sqlite.Database; place: string }
}

/** Why nothing can be saved at the moment; null when all is well. */
export const latched = (): string | null => held.enIndgangLatch?.code ?? null

/** Only for a connection just opened: what was wrong with the one before says nothing about it. */
export function openLatch(): void {
  held.enIndgangLatch = undefined
}

/**
 * Runs a write unless the disk is known to fail. After a failure the site goes on reading, and one write every
 * ten seconds tries whether there is room again.
 * @throws Unavailable instead of the driver's error when the cause is the disk, the file or a too busy database
 */
export function guarded<Result>(sqlite: Sqlite.Database, change: () => Result, now = Date.now()): Result {
  const latch = held.enIndgangLatch
  if (latch && (LASTING.test(latch.code) || now - latch.triedAt < PAUSE_MS)) throw new Unavailable('readOnly')
  if (latch) latch.triedAt = now
  if (isMovedAway(sqlite)) throw close('MOVED', now)
  try {
    const result = change()
    openLatch()
    return result
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (FULL_OR_BROKEN.test(code)) throw close(code, now)
    if (code.startsWith('SQLITE_BUSY')) throw new Unavailable('busy')
    throw error
  }
}

function close(code: string, now: number): Unavailable {
  held.enIndgangLatch = { code, since: held.enIndgangLatch?.since ?? now, triedAt: now }
  return new Unavailable('readOnly')
}

/** To be called with a connection just opened on a file. */
export function rememberPlace(sqlite: Sqlite.Database): void {
  if (!sqlite.memory) held.enIndgangPlace = { sqlite, place: placeOf(sqlite.name) }
}

/** Whether the file lies elsewhere than where it was opened: writes would go on "succeeding" into nothing. */
export function isMovedAway(sqlite: Sqlite.Database): boolean {
  const known = held.enIndgangPlace
  return known?.sqlite === sqlite && known.place !== placeOf(sqlite.name)
}

function placeOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? `${stat.dev}:${stat.ino}` : ''
}
