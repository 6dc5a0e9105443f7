import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A small file that is there whole or not at all. */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.unfinished`
  writeFileSync(unfinished, text, { mode: 0o600, flush: true })
  renameSync(unfinished, file)
  flush(dirname(file))
}

/** Until a file and its folder are flushed, a power cut may take both. */
export function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export function hashOfFile(file: string): string {
  const sum = createHash('sha256')
  const piece = Buffer.allocUnsafe(1024 * 1024)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      sum.update(piece.subarray(0, read))
    }
  } finally {
    closeSync(handle)
  }
  return sum.digest('hex')
}
