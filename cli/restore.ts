import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  backupIn,
  faultOf,
  isNewer,
  isReadable,
  listBackups,
  newestGood,
  type ReadableBackup,
} from '@/db/kept-backups'
import { takeLock } from '@/db/lock'
import { restore } from '@/db/restore'
import { backupDir, dataDir } from '@/lib/env'
import { formatInstant } from '@/lib/format'
import { sizeOf } from './backup'
import type { Command } from './commands'
import { databaseFile, isMarkedReal, markAsReal } from './data-folder'
import { Stop } from './stop'

export const restoreBackup: Command = {
  usage: '[FIL]',
  does: 'Lægger en sikkerhedskopi på plads (uden FIL: den nyeste hele). Serveren skal være stoppet; det gamle gemmes.',
  words: [0, 1],
  run: ({ words: [named], now, say }) => {
    const letGo = takeLock(dataDir())
    try {
      const backup = named === undefined ? newest() : chosen(named)
      const kind = kindOf(backup)
      if (kind === 'demo' && isMarkedReal()) {
        throw new Stop(
          `${backup.file} er en demo, og ${dataDir()} er en rigtig installation. Intet er ændret.`,
        )
      }
      const aside = restore(backup, databaseFile(), now)
      if (kind === 'real') markAsReal()
      for (const sentence of told(backup, aside)) say(sentence)
    } finally {
      letGo()
    }
  },
}

function told({ file, manifest }: ReadableBackup, aside: string | null): string[] {
  return [
    `Lagt på plads: ${file}`,
    `Den er fra ${formatInstant(manifest.madeAt, 'da')} (${sizeOf(manifest)}). Det, der er gemt senere, er ikke med.`,
    aside
      ? `Det, der lå der før, er gemt i ${aside}. Slet det, når du er sikker.`
      : 'Der lå ingen database før.',
    'Alle er logget ud, og links til at logge ind gælder ikke længere. Ventende mail er sat som uvis: se /admin/outbox.',
    'Er nogen lukket ude siden da, så luk dem ude igen: se /admin/people. Start nu serveren.',
  ]
}

function newest(): ReadableBackup {
  const good = newestGood(backupDir())
  if (!good) throw new Stop(`Der er ingen hel sikkerhedskopi i ${backupDir()}. Intet er ændret.`)
  if (!isNewer(good.manifest)) return good
  const fitting = listBackups(backupDir())
    .filter(isReadable)
    .find((backup) => !isNewer(backup.manifest) && faultOf(backup) === null)
  throw new Stop(
    [
      tooNew(good),
      fitting && `Den nyeste, der passer til dette program: npm run cli -- restore ${fitting.name}`,
    ]
      .filter(Boolean)
      .join('\n'),
  )
}

/** npm moves to the program's own folder; the operator means where they stood, or the folder of backups. */
function chosen(named: string): ReadableBackup {
  const places = [resolve(process.env.INIT_CWD ?? '', named), join(backupDir(), named)]
  const file = places.find((place) => place.endsWith('.db') && existsSync(place))
  if (!file) throw new Stop(`Der er ingen sikkerhedskopi ${named}. Se dem med: npm run cli -- backups`)
  const backup = backupIn(file)
  const fault = faultOf(backup)
  if (fault || !isReadable(backup)) throw new Stop(`${file} ${fault}. Intet er ændret.`)
  if (isNewer(backup.manifest)) throw new Stop(tooNew(backup))
  return backup
}

const tooNew = ({ file, manifest }: ReadableBackup) =>
  `${file} er taget af en nyere udgave (${manifest.version}). Installér den, og prøv igen. Intet er ændret.`

function kindOf({ file }: ReadableBackup): unknown {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return sqlite.prepare("SELECT value FROM installation WHERE key = 'kind'").pluck().get()
  } finally {
    sqlite.close()
  }
}
