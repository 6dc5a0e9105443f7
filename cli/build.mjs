import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { actionKey } from './action-key.mjs'
import { run } from './child.mjs'
import { fingerprint } from './fingerprint.mjs'
import { node24, root } from './places.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

const stamp = join(root, '.next', 'en-indgang-build')
const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')

export const isBuilt = () => readStamp(stamp) === fingerprint(root)

/** Builds what is there now; sources changed meanwhile are built the next time. */
export async function build(stdio) {
  const sources = fingerprint(root)
  rmSync(stamp, { force: true })
  const result = await run(node24, [next, 'build'], {
    stdio,
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey(),
    },
  })
  if (result.code === 0) writeStamp(stamp, sources)
  return result
}
