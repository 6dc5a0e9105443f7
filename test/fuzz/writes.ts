import { join } from 'node:path'
import { behind, type WebWrite } from '@/auth/web-writes'
import { root, sourceFiles } from '@/test/source-tree'

export type NamedWrite = WebWrite & { name: string; path: string; sentAs: 'form' | 'json' }

/** Needs the cookies of a real request, so here only its reading is tried; e2e/oidc.spec.ts presses it. */
const ASKS_THE_BROWSER = new Set(['signOutEverywhereAction'])

/** Every file that can be reached by a write from the web: server actions, and routes that answer more than a GET. */
const filesThatSave = () =>
  sourceFiles('app', 'features', 'auth')
    .filter(({ path }) => !path.endsWith('.test.ts'))
    .filter(({ path, text }) => /^['"]use server['"]/m.test(text) || /\/route\.tsx?$/.test(path))

/** What those files export that saves, and what is behind it; without an entry there is something nobody wrapped. */
export async function everyWrite(): Promise<{ writes: NamedWrite[]; unwrapped: string[] }> {
  const writes: NamedWrite[] = []
  const unwrapped: string[] = []
  for (const { path } of filesThatSave()) {
    const exported: Record<string, object> = await import(/* @vite-ignore */ join(root, path))
    const isRoute = path.includes('/route.')
    for (const [name, handler] of Object.entries(exported)) {
      if (isRoute && !/^(POST|PUT|PATCH|DELETE)$/.test(name)) continue
      const write = behind(handler)
      const called = isRoute ? `${name} ${path.replace(/^app\/\(\w+\)|\/route\.tsx?$/g, '')}` : name
      const sentAs = isRoute ? 'json' : 'form'
      const command = ASKS_THE_BROWSER.has(name) ? undefined : write?.command
      if (write) writes.push({ input: write.input, command, path, name: called, sentAs })
      else unwrapped.push(`${path}: ${name}`)
    }
  }
  return { writes, unwrapped }
}
