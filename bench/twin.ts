import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copySite, type SiteCopy } from '@/e2e/site-copy'

/**
 * Builds a copy of the site in which every page also answers under /twin: the same components with the same data,
 * but each query and the viewer are remembered from the first call. What is left is the price of markup alone.
 * /empty is a dynamic page with nothing on it.
 */
export async function buildTwin(): Promise<string> {
  const copy = copySite('bench-site')
  rememberQueries(join(copy.folder, 'features'))
  rememberViewer(copy)
  const rewrites = "rewrites: async () => [{ source: '/twin/:path*', destination: '/:path*' }],"
  copy.change('next.config.mjs', 'const config = {', `const config = {\n  ${rewrites}`)
  mkdirSync(join(copy.folder, 'app/(open)/empty'), { recursive: true })
  writeFileSync(join(copy.folder, 'app/(open)/empty/page.tsx'), EMPTY_PAGE)
  await copy.build()
  return copy.folder
}

const EMPTY_PAGE = `import { headers } from 'next/headers'
export default async function Empty() { await headers(); return <h1>·</h1> }
`

const REMEMBER = `
const remembered = new Map<string, unknown>()
/** Queries name the viewer first: a twin's viewer is marked, and gets what the first one got. */
function remember<Args extends unknown[], Result>(name: string, live: (...args: Args) => Result) {
  return (...args: Args): Result => {
    if (!(args[0] as { twin?: boolean } | undefined)?.twin) return live(...args)
    const key = name + JSON.stringify(args)
    if (!remembered.has(key)) remembered.set(key, live(...args))
    return remembered.get(key) as Result
  }
}
`

function rememberQueries(features: string): void {
  const files = readdirSync(features, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => basename(path) === 'queries.ts' || basename(dirname(path)) === 'queries')
  for (const path of files) {
    const text = readFileSync(path, 'utf8')
    const names = [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1])
    const live = path.replace(/\.ts$/, '.live.ts')
    renameSync(path, live)
    const from = `./${basename(live, '.ts')}`
    const wrapped = names.map((name) => `export const ${name} = wrap('${path}${name}', live.${name})`)
    writeFileSync(
      path,
      [
        `import * as live from '${from}'`,
        `export type * from '${from}'`,
        REMEMBER,
        'const wrap = <Live,>(name: string, value: Live): Live =>',
        "  (typeof value === 'function' ? remember(name, value as never) : value) as Live",
        ...wrapped,
        '',
      ].join('\n'),
    )
  }
}

function rememberViewer(copy: SiteCopy): void {
  const live = 'export const currentViewer = cache(async (): Promise<Viewer | null> => {\n'
  const twin = `const twins = new Map<string, Viewer>()
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  if (!(await headers()).get('x-address')?.startsWith('/twin')) return liveViewer()
  const cookie = (await cookies()).get(sessionCookieName())?.value ?? ''
  const known = twins.get(cookie)
  if (known) return known
  const viewer = await liveViewer()
  if (!viewer) return null
  const twin = { ...viewer, twin: true } as Viewer
  twins.set(cookie, twin)
  return twin
})

const liveViewer = cache(async (): Promise<Viewer | null> => {
`
  copy.change('auth/session.ts', live, twin)
}
