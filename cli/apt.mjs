import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './child.mjs'

/** A program of Debian's that the tests need. Throws `ask`, with the one line to run, where it may not install it. */
export async function installFromDebian({ name, isThere = () => isOnPath(name), ask, say }) {
  if (isThere()) return
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) throw new Error(ask)
  say(`Installerer ${name} med apt-get.`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  const { code } = await run('apt-get', ['install', '-y', '-qq', name], { env })
  if (code !== 0 || !isThere()) throw new Error(ask)
}

const isOnPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
