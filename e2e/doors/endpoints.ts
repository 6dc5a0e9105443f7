import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from '../../test/source-tree'
import { root } from '../server'

const read = (file: string, folder = root) => JSON.parse(readFileSync(join(folder, '.next', file), 'utf8'))

/** The number of every form's server action, as the build gave it out; `except` are names it goes by in the sources. */
export const actionIds = (folder?: string, except = /^$/): string[] =>
  Object.entries<{ exportedName: string }>(read('server/server-reference-manifest.json', folder).node)
    .filter(([, { exportedName }]) => !except.test(exportedName))
    .map(([id]) => id)

/** Every page and route of the build, as `/meetings/[meeting]`. */
export const routes = (): string[] =>
  Object.values<string>(read('app-path-routes-manifest.json')).filter((route) => !route.startsWith('/_'))

/** Every method of a route that saves, read from the sources. */
export const savingRoutes = (): { method: string; route: string }[] =>
  sourceFiles('app')
    .filter(({ path }) => path.endsWith('/route.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/export (?:const|async function|function) (POST|PUT|PATCH|DELETE)\b/g)].map(
        (match) => ({
          method: match[1] as string,
          route: path.replace(/^app|\/\([\w-]+\)|\/route\.ts$/g, ''),
        }),
      ),
    )

export const filled = (route: string, id: string) => route.replaceAll(/\[\w+\]/g, id)
