import { join } from 'node:path'
import { backUp } from '@/db/backup'
import { backupName } from '@/db/kept-backups'
import { takeLock } from '@/db/lock'
import { migrate, pendingMigrations, readMigrations } from '@/db/migrate'
import { type Database, openDatabase } from '@/db/open'
import { backupDir, dataDir } from '@/lib/env'
import type { Command, Say } from './commands'
import { databaseFile, hasDatabase, inspectDatabase } from './data-folder'
import { Stop } from './stop'

export const migrateDatabase: Command = {
  usage: '',
  does: 'Bringer databasen op på programmets udgave; tager en sikkerhedskopi først.',
  words: 0,
  run: ({ now, say }) => {
    if (!hasDatabase()) throw new Stop(`Der er ingen database i ${databaseFile()}. Ret DATA_DIR.`)
    inspectDatabase()
    const database = openDatabase(databaseFile())
    try {
      if (!bringUpToDate(database, now, say)) say('Databasen er allerede på programmets udgave.')
    } finally {
      database.$client.close()
    }
  },
}

/**
 * Copies the database and migrates it, when anything is pending; true when it was.
 * @throws StartRefused when a server runs on the folder
 */
export function bringUpToDate(
  { $client: sqlite }: Database,
  now: Date,
  say: Say,
  migrations = readMigrations(),
): boolean {
  const [first] = pendingMigrations(sqlite, migrations)
  if (!first) return false
  // An older program may still be serving the folder.
  const letGo = takeLock(dataDir())
  try {
    const file = join(backupDir(), backupName(now, first.name))
    backUp(sqlite, file, now)
    say(`Sikkerhedskopi: ${file}`)
    const applied = migrate(sqlite, now, migrations)
    say(`Databasen er migreret: ${applied.join(', ')}.`)
  } finally {
    letGo()
  }
  return true
}
