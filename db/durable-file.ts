import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** A small file that is there whole or not at all. */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.unfinished`
  writeFileSync(unfinished, text, { mode: 0o600, flush: true })
  renameSync(unfinished, file)
  flush(dirname(file))
}

/** A folder for the owner alone, with those above it where they are missing: all of them there after a power cut too. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = resolve(path); made.length >= first.length; made = dirname(made)) flush(dirname(made))
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
