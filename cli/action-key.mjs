import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './places.mjs'

// Next empties its folder at each build, save this part of it.
const kept = join(root, '.next', 'cache', 'en-indgang-action.key')

/**
 * Next derives the names of all form actions from this key and would take a new one every fortnight. Kept, a form
 * that was opened before an update is saved after it.
 */
export function actionKey() {
  const given = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
  if (given) return given
  if (!existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true })
    writeFileSync(kept, randomBytes(32).toString('base64'), { mode: 0o600 })
  }
  return readFileSync(kept, 'utf8')
}
