import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '@/db/client'
import { writeWhole } from '@/db/durable-file'
import { newestGood } from '@/db/kept-backups'
import { MigrationRefused, pendingMigrations } from '@/db/migrate'
import { APPLICATION_ID } from '@/db/open'
import { backupDir, dataDir } from '@/lib/env'
import { isUnfinished } from './new-database'
import { Stop } from './stop'

const MARK = 'installation.json'
/** Files of the system or of git, which say nothing about what the folder is for. */
const IGNORED = new Set(['lost+found', '.gitkeep', '.DS_Store'])

export const databaseFile = () => join(dataDir(), DATABASE_FILE)
export const hasDatabase = () => existsSync(databaseFile())

/** What lies in the data folder, nothing when there is no folder yet. */
export function contentsOfFolder(): string[] {
  const folder = dataDir()
  if (!existsSync(folder)) return []
  if (!statSync(folder).isDirectory()) {
    throw new Stop(`${folder} er en fil, ikke en mappe. Ret DATA_DIR.`)
  }
  return readdirSync(folder).filter((name) => !IGNORED.has(name) && !isUnfinished(name))
}

/** A real installation is marked beside its database too, so that a lost database is never replaced by a demo. */
export function markAsReal(): void {
  writeWhole(join(dataDir(), MARK), `${JSON.stringify({ kind: 'real' })}\n`)
}

export function isMarkedReal(): boolean {
  const file = join(dataDir(), MARK)
  if (!existsSync(file)) return false
  // A mark one cannot read still says that somebody put it there.
  return !/"kind"\s*:\s*"demo"/.test(readFileSync(file, 'utf8'))
}

/**
 * Looks at the file without changing a byte of it.
 * @throws Stop when it is not our database, damaged, or newer than the program
 */
export function inspectDatabase(): void {
  const file = databaseFile()
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw unfit(`${file} er ikke lavet af Én indgang. Er DATA_DIR rigtig? Filen er ikke rørt.`)
    }
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') throw damaged(file)
    pendingMigrations(sqlite)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
      throw damaged(file)
    }
    if (error instanceof MigrationRefused) throw unfit(`${error.message} Databasen er ikke rørt.`)
    throw error
  } finally {
    sqlite?.close()
  }
}

const damaged = (file: string) =>
  unfit(`${file} er beskadiget eller er ikke en database. Filen er ikke rørt.`)

const unfit = (sentence: string) => new Stop(`${sentence}\n${wayBack()}`)

/** How to go on from the newest backup that is whole. */
export function wayBack(): string {
  const good = newestGood(backupDir())
  return good
    ? `Den nyeste hele sikkerhedskopi er ${good.file}. Læg den på plads med: npm run cli -- restore ${good.name}`
    : `Der er ingen hel sikkerhedskopi i ${backupDir()}.`
}
