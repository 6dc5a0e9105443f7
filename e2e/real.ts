import { execFile } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './server'

const execute = promisify(execFile)

/** What the operator types, and what is answered. */
async function cli(words: string[], env: Record<string, string>): Promise<string> {
  const { stdout } = await execute(
    join(root, 'node_modules/.bin/node'),
    ['--import', 'tsx', 'cli/index.ts', ...words],
    { cwd: root, env: { ...process.env, ...env } },
  )
  return stdout.trim()
}

/** An installation that is no demo, with the demo's structure in it and nobody yet. */
export async function realFolder(name: string): Promise<string> {
  const DATA_DIR = join(root, '.tmp', name)
  rmSync(DATA_DIR, { recursive: true, force: true })
  mkdirSync(join(root, '.tmp'), { recursive: true })
  await cli(['init'], { DATA_DIR })
  await cli(['import', 'db/seed/municipality'], { DATA_DIR })
  return DATA_DIR
}

type Invited = { email: string; role?: string; party?: string; name?: string }

/** Gives the address of an invitation. */
export async function invite(site: { dataDir: string; url: string }, invited: Invited): Promise<string> {
  const { email, ...options } = invited
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const said = await cli(['invite', email, ...words], { DATA_DIR: site.dataDir, APP_URL: site.url })
  return said.split('\n').at(-1) ?? ''
}
