import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

export type SourceFile = { path: string; text: string; imports: string[] }

/** Every TypeScript file of the product with the root-relative paths it imports. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => read(relative(root, join(entry.parentPath, entry.name)))),
  )
}

function read(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8')
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
    ),
  ]
  const imports = found.map((match) => match[1] ?? match[2] ?? '').map((specifier) => rooted(path, specifier))
  return { path, text, imports }
}

const rooted = (from: string, specifier: string): string => {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(from), specifier))
  return specifier
}

/** The feature a path belongs to: the folder under features/. */
export const featureOf = (path: string): string | undefined => /^features\/([^/]+)/.exec(path)?.[1]
