import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What `next build` reads. Migrations and CSV files are read when the CLI runs, so they build nothing. */
const BUILD_SOURCES = [
  'app',
  'auth',
  'components',
  'db',
  'features',
  'i18n',
  'jobs',
  'lib',
  'policy',
  'public',
  'instrumentation.ts',
  'instrumentation-node.ts',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]
const READ_AT_RUN_TIME = /^db\/migrations\/|\.csv$/
const NEVER_BUILT = /\.test\.tsx?$|(^|\/)\.|~$/

/** One hash over the names and contents of everything that decides what a build becomes. */
export function fingerprint(folder) {
  const hash = createHash('sha256')
  for (const path of buildFiles(folder)) {
    const content = readFileSync(join(folder, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

export const buildFiles = (folder) =>
  BUILD_SOURCES.flatMap((path) => filesUnder(folder, path))
    .filter((path) => !READ_AT_RUN_TIME.test(path) && !NEVER_BUILT.test(path))
    .sort()

function filesUnder(folder, path) {
  const full = join(folder, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full).flatMap((name) => filesUnder(folder, `${path}/${name}`))
}
