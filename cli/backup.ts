import { join } from 'node:path'
import { backUp } from '@/db/backup'
import { hashOfRows } from '@/db/contents'
import { backupName, newestGood } from '@/db/kept-backups'
import type { Manifest } from '@/db/manifest'
import { openDatabase } from '@/db/open'
import { prune } from '@/db/prune'
import { backupDir } from '@/lib/env'
import { formatNumber } from '@/lib/format'
import type { Command } from './commands'
import { databaseFile, hasDatabase } from './data-folder'
import { Stop } from './stop'

export const takeBackup: Command = {
  usage: '[--always]',
  does: 'Tager en hel, efterprøvet sikkerhedskopi, hvis noget er ændret siden den seneste; også mens der arbejdes.',
  words: 0,
  flags: ['always'],
  run: ({ flags, now, say }) => {
    if (!hasDatabase()) throw new Stop(`Der er ingen database i ${databaseFile()}. Ret DATA_DIR.`)
    const { $client: sqlite } = openDatabase(databaseFile())
    try {
      const newest = flags.has('always') ? undefined : newestGood(backupDir())
      if (newest && newest.manifest.rows === hashOfRows(sqlite)) {
        say(`Intet er ændret siden ${newest.name}.`)
      } else {
        const file = join(backupDir(), backupName(now))
        say(`Sikkerhedskopi: ${file} (${sizeOf(backUp(sqlite, file, now))}).`)
      }
    } finally {
      sqlite.close()
    }
    const dropped = prune(backupDir(), now)
    if (dropped.length > 0) say(`${dropped.length} ældre er fjernet efter reglerne.`)
  },
}

/** 2,2 MB, 3.664 rækker, seneste hændelse 812 */
export function sizeOf({ bytes, counts, lastEvent }: Manifest): string {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const megabytes = formatNumber(bytes / 1_000_000, 'da', 1)
  return `${megabytes} MB, ${formatNumber(rows, 'da')} rækker, seneste hændelse ${lastEvent}`
}
