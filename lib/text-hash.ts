import { createHash } from 'node:crypto'

/** Stands for a text in the event log, which keeps no text of its own. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex')
