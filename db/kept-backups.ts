import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { appliedMigrationsOf, countRows, damageOf, lastEventOf } from './contents'
import { hashOfFile } from './durable-file'
import { type Manifest, readManifest } from './manifest'
import { readMigrations } from './migrate'
import { FILES } from './stored-files'

export type Backup = { name: string; file: string; manifest: Manifest | null }
export type ReadableBackup = Backup & { manifest: Manifest }

const NAME = /^\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z(-before-[\w-]+)?\.(db|json)$/

/** Names sort as time does, whatever the clocks on the wall do. */
export function backupName(now: Date, beforeMigration?: string): string {
  const moment = now.toISOString().replaceAll(':', '')
  return `${moment}${beforeMigration ? `-before-${beforeMigration.replace(/\.sql$/, '')}` : ''}.db`
}

/** Everything in the folder that was made as a backup, newest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => name.replace(/\.json$/, '.db'))
  return [...new Set(names)]
    .sort()
    .reverse()
    .map((name) => backupIn(join(folder, name)))
}

export const backupIn = (file: string): Backup => ({
  name: file.slice(dirname(file).length + 1),
  file,
  manifest: readManifest(file),
})

export const isReadable = (backup: Backup): backup is ReadableBackup => backup.manifest !== null

/** Why nothing can be restored from it, in a few words; null when it is whole, byte by byte and in meaning. */
export function faultOf({ file, manifest }: Backup): string | null {
  if (!manifest) return 'har intet læseligt manifest'
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) return 'mangler sin database'
  if (stat.size !== manifest.bytes || hashOfFile(file) !== manifest.sha256)
    return 'er ændret, siden den blev taget'
  const lost = manifest.files.find(({ sha256 }) => {
    const kept = join(dirname(file), FILES, sha256)
    return !existsSync(kept) || hashOfFile(kept) !== sha256
  })
  return lost ? `mangler filen ${lost.path}` : faultInside(file, manifest)
}

/** What a database file holds other than its manifest says. */
export function faultInside(file: string, manifest: Manifest): string | null {
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    const damage = damageOf(sqlite)
    if (damage) return damage
    const held = JSON.stringify([
      appliedMigrationsOf(sqlite),
      lastEventOf(sqlite),
      Object.fromEntries(countRows(sqlite)),
    ])
    const said = JSON.stringify([manifest.migrations, manifest.lastEvent, manifest.counts])
    return held === said ? null : 'svarer ikke til sit manifest'
  } catch {
    return 'kan ikke åbnes'
  } finally {
    sqlite?.close()
  }
}

/** Made by a newer edition of the program than this one. */
export function isNewer({ migrations }: Manifest, known = readMigrations()): boolean {
  const names = new Set(known.map(({ name }) => name))
  return migrations.some((name) => !names.has(name))
}

/** The newest one that can be restored from. */
export const newestGood = (folder: string): ReadableBackup | undefined =>
  listBackups(folder)
    .filter(isReadable)
    .find((backup) => faultOf(backup) === null)
