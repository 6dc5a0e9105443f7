import { describe, expect, test } from 'vitest'
import { holdsEverything } from './install.mjs'

describe('an installation is complete', () => {
  const demanded = {
    '': { version: '1' },
    'node_modules/next': { version: '16', integrity: 'a' },
    'node_modules/swc-other-machine': { version: '16', integrity: 'b', optional: true },
  }

  test('without the packages of other machines', () => {
    expect(holdsEverything(demanded, { 'node_modules/next': { version: '16', integrity: 'a' } })).toBe(true)
  })

  test('never with another version, other content or a package missing', () => {
    expect(holdsEverything(demanded, {})).toBe(false)
    expect(holdsEverything(demanded, { 'node_modules/next': { version: '15', integrity: 'a' } })).toBe(false)
    expect(holdsEverything(demanded, { 'node_modules/next': { version: '16', integrity: 'z' } })).toBe(false)
  })
})
