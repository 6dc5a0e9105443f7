import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir } from '@/lib/env'
import { Unavailable } from '@/lib/errors'
import { flush, makeFolder } from './durable-file'

/** Attached files lie in this folder beside the database, and in one of the same name beside its backups. */
export const FILES = 'files'

const placeOf = (contentHash: string) => join(dataDir(), FILES, contentHash)

/**
 * Puts bytes on the disk under their hash, where they never change; returns the hash. Done before the row that names
 * it, so that a row never stands without its file.
 * @throws Unavailable when the disk does not take it
 */
export function storeFile(bytes: Uint8Array): string {
  const contentHash = createHash('sha256').update(bytes).digest('hex')
  const place = placeOf(contentHash)
  if (statSync(place, { throwIfNoEntry: false })?.size === bytes.length) return contentHash
  // Outside the folder: a backup takes everything that lies in it.
  const unfinished = join(dataDir(), `${contentHash}.unfinished`)
  try {
    makeFolder(join(dataDir(), FILES))
    writeFileSync(unfinished, bytes, { mode: 0o600, flush: true })
    renameSync(unfinished, place)
    flush(join(dataDir(), FILES))
    return contentHash
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (error instanceof Error && 'errno' in error) throw new Unavailable('readOnly')
    throw error
  }
}

/** Null when the file is not there, or no longer what it was. */
export function readStoredFile(contentHash: string): Uint8Array | null {
  const place = placeOf(contentHash)
  if (!existsSync(place)) return null
  const bytes = readFileSync(place)
  return createHash('sha256').update(bytes).digest('hex') === contentHash ? bytes : null
}
