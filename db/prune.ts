import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, addMonths, today } from '@/lib/dates'
import { isReadable, listBackups, newestGood, type ReadableBackup } from './kept-backups'
import { manifestOf } from './manifest'
import { FILES } from './stored-files'

const HOUR = 3_600_000
const ABANDONED = /^\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z(-before-[\w-]+)?\.(db|json)\.unfinished(-journal)?$/

/**
 * Which backups have had their time: all of the last 24 hours stay, the last of each day for 30 days, the last of
 * each month for 12 months, and so long those taken before a migration.
 */
export function outlived(backups: ReadableBackup[], now: Date): ReadableBackup[] {
  const days = new Set<string>()
  const months = new Set<string>()
  const firstDay = addDays(today(now), -30)
  const firstMonth = addMonths(today(now), -12)
  return newestFirst(backups).filter((backup) => {
    const { madeAt } = backup.manifest
    const day = today(madeAt)
    const month = day.slice(0, 7)
    const lastOfDay = !days.has(day)
    const lastOfMonth = !months.has(month)
    days.add(day)
    months.add(month)
    const isDue = lastOfMonth || backup.name.includes('-before-')
    const kept =
      now.getTime() - madeAt.getTime() <= 24 * HOUR ||
      (lastOfDay && day >= firstDay) ||
      (isDue && day >= firstMonth)
    return !kept
  })
}

/** Removes what has had its time, never the newest good one and never what it does not know. Returns the names. */
export function prune(folder: string, now: Date): string[] {
  removeAbandoned(folder, now)
  const backups = listBackups(folder).filter(isReadable)
  const good = newestGood(folder)
  const dropped = outlived(backups, now).filter(({ name }) => name !== good?.name)
  if (!good || dropped.length === 0) return []
  const kept = backups.filter((backup) => !dropped.includes(backup))
  const needed = new Set(kept.flatMap(({ manifest }) => manifest.files.map(({ sha256 }) => sha256)))
  for (const { file, manifest } of dropped) {
    // The manifest last: what is left after a power cut is still known, and goes the next time.
    for (const { sha256 } of manifest.files) {
      if (!needed.has(sha256)) rmSync(join(folder, FILES, sha256), { force: true })
    }
    rmSync(file, { force: true })
    rmSync(manifestOf(file), { force: true })
  }
  return dropped.map(({ name }) => name)
}

/** What a killed backup left; one that runs now is younger. */
function removeAbandoned(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((name) => ABANDONED.test(name))) {
    const file = join(folder, name)
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat && now.getTime() - stat.mtimeMs > HOUR) rmSync(file, { force: true })
  }
}

const newestFirst = (backups: ReadableBackup[]) =>
  backups.toSorted((one, other) => other.manifest.madeAt.getTime() - one.manifest.madeAt.getTime())
