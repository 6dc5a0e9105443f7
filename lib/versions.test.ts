import { describe, expect, test } from 'vitest'
import type { Conflict } from './errors'
import { changedFields, refuseOverwriting } from './versions'

describe('two people change the same', () => {
  const stored = { place: 'Sal 2', link: '', version: 4 }

  test('who read the newest version may overwrite it', () => {
    expect(() => refuseOverwriting(stored, 4, ['place'])).not.toThrow()
  })

  test('who did not is told every text that stands there instead', () => {
    const typed = { place: 'Sal 3', link: 'https://kk.dk' }
    try {
      refuseOverwriting(stored, 3, changedFields<typeof typed>(stored, typed))
      expect.unreachable()
    } catch (error) {
      expect((error as Conflict).details).toEqual({
        field: 'place',
        theirs: 'Sal 2',
        others: [{ field: 'link', theirs: '' }],
        theirVersion: 4,
      })
    }
  })

  test('who typed what stands there already is not asked', () => {
    const typed = { place: 'Sal 2', link: '' }
    expect(() => refuseOverwriting(stored, 3, changedFields<typeof typed>(stored, typed))).not.toThrow()
  })
})
