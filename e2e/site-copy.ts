import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './server'

const PARTS = [
  ...['app', 'auth', 'cli', 'components', 'db', 'features', 'i18n', 'jobs', 'lib', 'policy'],
  ...['instrumentation.ts', 'instrumentation-node.ts', 'proxy.ts'],
  ...['next.config.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package.json'],
]

export type SiteCopy = {
  folder: string
  /** Replaces a piece of text that must be there: a copy that no longer fits the site fails at once. */
  change: (file: string, text: string, instead: string) => void
  build: (env?: Record<string, string>) => Promise<void>
}

/** The site's sources in a folder of their own, to be built with something changed. */
export function copySite(name: string): SiteCopy {
  const folder = join(root, '.tmp', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const part of PARTS) {
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (path) => !path.endsWith('.test.ts'),
    })
  }
  // The papers read their letters from here; everything else is found further up.
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(root, 'node_modules/@fontsource'), join(folder, 'node_modules/@fontsource'))
  const change: SiteCopy['change'] = (file, text, instead) => {
    const path = join(folder, file)
    const before = readFileSync(path, 'utf8')
    if (!before.includes(text)) throw new Error(`${file} no longer holds: ${text}`)
    writeFileSync(path, before.replace(text, instead))
  }
  // A copy is built once: what would make the next build faster takes a fifth of this one.
  change('next.config.mjs', 'experimental: {', 'experimental: { turbopackFileSystemCacheForBuild: false,')
  const next = join(root, 'node_modules/next/dist/bin/next')
  return {
    folder,
    change,
    build: (env = {}) => run([next, 'build'], { NODE_ENV: 'production', ...env }, folder),
  }
}
