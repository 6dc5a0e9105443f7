import { createHash } from 'node:crypto'

/** Ids that look random and are the same in every demo made from the same data. */
export function seedIds(): () => string {
  let count = 0
  return () => {
    const hash = createHash('sha256').update(`demo ${count++}`).digest('hex')
    return [
      hash.slice(0, 8),
      hash.slice(8, 12),
      hash.slice(12, 16),
      hash.slice(16, 20),
      hash.slice(20, 32),
    ].join('-')
  }
}
