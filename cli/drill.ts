import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_FILE } from '@/db/client'
import { countRows, isPassing } from '@/db/contents'
import { writeDrillRecord } from '@/db/drill-record'
import { newestGood, type ReadableBackup } from '@/db/kept-backups'
import type { Manifest } from '@/db/manifest'
import { migrate } from '@/db/migrate'
import { openDatabase } from '@/db/open'
import { restore } from '@/db/restore'
import { backupDir } from '@/lib/env'
import { formatInstant, formatNumber } from '@/lib/format'
import { isBuilt } from './build.mjs'
import type { Command } from './commands'
import { Stop } from './stop'
import { askServerOn } from './trial-server'

const HOUR = 3_600_000

export const drill: Command = {
  usage: '',
  does: 'Prøver den nyeste sikkerhedskopi: lægger den i en mappe for sig, starter serveren på den og tæller efter.',
  words: 0,
  run: async ({ now, say }) => {
    const backup = newestGood(backupDir())
    if (!backup) throw new Stop(`Der er ingen hel sikkerhedskopi i ${backupDir()}.`)
    if (!isBuilt()) throw new Stop('Siderne er ikke bygget af dette program. Kør npm start først.')
    const began = performance.now()
    removeOld(now)
    const scratch = mkdtempSync(join(backupDir(), 'drill-'))
    try {
      await tryOut(backup, join(scratch, DATABASE_FILE), now)
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
    const ms = Math.round(performance.now() - began)
    writeDrillRecord({ at: now, backup: backup.name, ms })
    say(
      `Øvelsen lykkedes på ${formatNumber(ms / 1000, 'da', 1)} sekunder: ${backup.name} fra ${formatInstant(backup.manifest.madeAt, 'da')} kan lægges på plads, serveren svarer på den, og antallene passer.`,
    )
  },
}

/** @throws Stop when the backup does not come back to life whole */
async function tryOut(backup: ReadableBackup, file: string, now: Date): Promise<void> {
  restore(backup, file, now)
  const { $client: sqlite } = openDatabase(file)
  try {
    migrate(sqlite, now)
  } finally {
    sqlite.close()
  }
  const paths = ['/healthz', '/sign-in']
  const answers = await askServerOn(join(file, '..'), paths)
  const silent = paths.filter((_, index) => answers[index] !== 200)
  if (silent.length > 0)
    throw new Stop(`Øvelsen mislykkedes: ${silent.join(' og ')} svarer ikke, som de skal.`)
  const differing = differences(file, backup.manifest)
  if (differing.length > 0) throw new Stop(`Øvelsen mislykkedes: ${differing.join('; ')}.`)
}

/** Where the file that was served holds something else than the manifest says. */
export function differences(file: string, { counts }: Manifest): string[] {
  const { $client: sqlite } = openDatabase(file)
  try {
    const held = countRows(sqlite)
    // Restoring writes an event of its own, migrating writes down what it did.
    const expected = { ...counts, events: (counts.events ?? 0) + 1 }
    return Object.entries(expected)
      .filter(([table]) => !isPassing(table) && table !== 'applied_migrations')
      .filter(([table, count]) => held.get(table) !== count)
      .map(([table, count]) => `${table} har ${held.get(table) ?? 0} rækker, kopien havde ${count}`)
  } finally {
    sqlite.close()
  }
}

/** What a killed drill left behind; one that runs now is younger. */
function removeOld(now: Date): void {
  for (const name of readdirSync(backupDir()).filter((name) => /^drill-\w{6}$/.test(name))) {
    const folder = join(backupDir(), name)
    if (now.getTime() - statSync(folder).mtimeMs > HOUR) rmSync(folder, { recursive: true, force: true })
  }
}
