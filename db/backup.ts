import { chmodSync, copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import Sqlite from 'better-sqlite3'
import program from '@/package.json'
import { appliedMigrationsOf, countRows, damageOf, hashOfRows, lastEventOf } from './contents'
import { flush, hashOfFile, makeFolder } from './durable-file'
import { type Manifest, writeManifest } from './manifest'
import { FILES } from './stored-files'

/** No backup was made; its message is a sentence for the operator. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed'
}

/**
 * A whole copy of the database and its attached files, while others go on writing. It gets its name when it has been
 * checked, and its manifest when all of it is on the disk.
 * @throws BackupFailed when the copy does not hold what the original holds
 */
export function backUp(sqlite: Sqlite.Database, file: string, now: Date): Manifest {
  const folder = dirname(file)
  const unfinished = `${file}.unfinished`
  if (existsSync(file)) throw new BackupFailed(`${file} findes allerede og er ikke rørt.`)
  makeFolder(folder)
  try {
    const held = copyDatabase(sqlite, unfinished)
    const files = copyFiles(join(dirname(sqlite.name), FILES), join(folder, FILES))
    flush(unfinished)
    const { size: bytes } = statSync(unfinished)
    const sha256 = hashOfFile(unfinished)
    renameSync(unfinished, file)
    flush(folder)
    const manifest = { madeAt: now, version: program.version, ...held, bytes, sha256, files }
    writeManifest(file, manifest)
    return manifest
  } finally {
    rmSync(unfinished, { force: true })
  }
}

type Held = Pick<Manifest, 'migrations' | 'counts' | 'lastEvent' | 'rows'>

function copyDatabase(sqlite: Sqlite.Database, file: string): Held {
  // Somebody may delete and add while we count, so that a whole copy looks short: seldom, and not three times.
  for (let attempt = 1; ; attempt++) {
    rmSync(file, { force: true })
    const before = countRows(sqlite)
    sqlite.prepare('VACUUM INTO ?').run(file)
    chmodSync(file, 0o600)
    const after = countRows(sqlite)
    const copy = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      const held = countRows(copy)
      const fault = damageOf(copy) ?? missing(before, held, after)
      if (!fault) {
        return {
          migrations: appliedMigrationsOf(copy),
          counts: Object.fromEntries(held),
          lastEvent: lastEventOf(copy),
          rows: hashOfRows(copy),
        }
      }
      if (attempt === 3) throw new BackupFailed(`Sikkerhedskopien er ikke taget: kopien ${fault}.`)
    } finally {
      copy.close()
    }
  }
}

/** What the copy lacks of what was there both before and after it was made. */
export function missing(
  before: Map<string, number>,
  copy: Map<string, number>,
  after: Map<string, number>,
): string | null {
  for (const [table, count] of before) {
    const least = Math.min(count, after.get(table) ?? 0)
    const held = copy.get(table) ?? 0
    if (held < least) return `har ${held} rækker i ${table}, databasen ${least}`
  }
  return null
}

/** Copies each attached file that is not there yet, under its hash: they never change, so one copy serves all backups. */
function copyFiles(from: string, to: string): Manifest['files'] {
  if (!existsSync(from)) return []
  makeFolder(to)
  const files = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ file, path: relative(from, file), sha256: hashOfFile(file) }))
  for (const { file, sha256 } of files) {
    const kept = join(to, sha256)
    if (existsSync(kept)) continue
    const unfinished = `${kept}.unfinished`
    copyFileSync(file, unfinished)
    chmodSync(unfinished, 0o600)
    flush(unfinished)
    renameSync(unfinished, kept)
  }
  flush(to)
  return files.map(({ path, sha256 }) => ({ path, sha256 }))
}
