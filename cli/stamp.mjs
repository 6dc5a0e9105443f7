import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** A stamp says what a finished piece of work was made from. It is written last, whole or not at all. */
export const readStamp = (file) => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

export function writeStamp(file, hash) {
  writeFileSync(`${file}.new`, `${hash}\n`)
  renameSync(`${file}.new`, file)
}
