import { fileTypeFromBuffer } from 'file-type'
import { MEDIA, type Medium } from '@/db/schema'
import { FILE_TYPES } from '@/lib/file-types'
import { cleanText } from '@/lib/plain-text'

export const LARGEST_FILE = 10 * 1024 * 1024
/** At one item or proposal. */
export const MOST_FILES = 20
/** For the file chooser; what a file really is its content decides. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg'

export const CONTENT_TYPES: Record<Medium, string> = {
  pdf: FILE_TYPES.pdf,
  docx: FILE_TYPES.docx,
  xlsx: FILE_TYPES.xlsx,
  png: 'image/png',
  jpg: 'image/jpeg',
}

/** What the content is, whatever the file calls itself; null for anything else than the five. */
export async function mediumOf(content: Uint8Array): Promise<Medium | null> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  return MEDIA.find((medium) => medium === found?.ext) ?? null
}

const LONGEST_STEM = 120

/** The name it came with, without a path, and with the ending its content has. */
export function nameOf(given: string, medium: Medium): string {
  const last = cleanText(given.toWellFormed()).split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[^.\s]{1,5}$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return `${stem.slice(0, LONGEST_STEM).toWellFormed() || 'bilag'}.${medium}`
}
