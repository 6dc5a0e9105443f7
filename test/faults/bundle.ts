import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll } from 'vitest'
import { root } from '../source-tree'

const made: string[] = []

/**
 * A process of processes/ with all it imports in one file. It starts in a tenth of the time that tsx takes, and
 * a process that is made to be killed is started hundreds of times.
 */
export async function bundle(name: string): Promise<string> {
  // Inside the project, so that the driver, which stays outside of the bundle, is found.
  mkdirSync(join(root, '.tmp'), { recursive: true })
  const folder = mkdtempSync(join(root, '.tmp', 'faults-'))
  made.push(folder)
  // The runner reads them beside itself.
  cpSync(join(root, 'db', 'migrations'), join(folder, 'migrations'), { recursive: true })
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [join(import.meta.dirname, 'processes', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: ['better-sqlite3'],
    // Some packages still ask for their parts as CommonJS does.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    alias: { 'server-only': join(root, 'test/server-only.ts') },
    logLevel: 'error',
  })
  return outfile
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})
