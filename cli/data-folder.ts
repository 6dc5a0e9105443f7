import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '@/db/client'
import { APPLICATION_ID } from '@/db/open'
import { dataDir } from '@/lib/env'
import { isUnfinished } from './new-database'
import { Stop } from './stop'

const MARK = 'installation.json'
/** Files of the system or of git, which say nothing about what the folder is for. */
const IGNORED = new Set(['lost+found', '.gitkeep', '.DS_Store'])

export const databaseFile = () => join(dataDir(), DATABASE_FILE)
export const backupFolder = () => join(dataDir(), 'backups')
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
  writeFileSync(join(dataDir(), MARK), `${JSON.stringify({ kind: 'real' })}\n`, { flush: true })
}

export function isMarkedReal(): boolean {
  const file = join(dataDir(), MARK)
  if (!existsSync(file)) return false
  // A mark one cannot read still says that somebody put it there.
  return !/"kind"\s*:\s*"demo"/.test(readFileSync(file, 'utf8'))
}

/**
 * Looks at the file without changing a byte of it.
 * @throws Stop when it is not our database, or damaged
 */
export function inspectDatabase(): void {
  const file = databaseFile()
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new Stop(`${file} er ikke lavet af Én indgang. Ret DATA_DIR; filen er ikke rørt.`)
    }
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') throw damaged(file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) throw damaged(file)
    throw error
  } finally {
    sqlite?.close()
  }
}

function damaged(file: string): Stop {
  const newest = existsSync(backupFolder()) ? readdirSync(backupFolder()).sort().at(-1) : undefined
  const remedy = newest
    ? `Den nyeste sikkerhedskopi er ${join(backupFolder(), newest)}.`
    : 'Hent en sikkerhedskopi frem.'
  return new Stop(`${file} er beskadiget eller er ikke en database. Filen er ikke rørt. ${remedy}`)
}
