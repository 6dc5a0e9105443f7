import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeWhole } from './durable-file'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** Never out of its folder, whoever wrote the manifest. */
const innerPath = z.string().regex(/^(?!.*\.\.)[\w-][\w.-]*(\/[\w-][\w.-]*)*$/)

const manifestShape = z.object({
  madeAt: z.iso.datetime().transform((text) => new Date(text)),
  version: z.string(),
  migrations: z.array(z.string()).min(1),
  counts: z.record(z.string(), z.int().nonnegative()),
  lastEvent: z.int().nonnegative(),
  rows: hash,
  bytes: z.int().positive(),
  sha256: hash,
  files: z.array(z.object({ path: innerPath, sha256: hash })),
})

/**
 * What a backup holds: written last, so that a copy without one is none. `sha256` is of the database file, `rows` of
 * its content, `files` are the attached ones, kept once each under `files/<sha256>` beside it.
 */
export type Manifest = z.infer<typeof manifestShape>

export const manifestOf = (databaseFile: string) => databaseFile.replace(/\.db$/, '.json')

/** Null when there is none, or none that can be read. */
export function readManifest(databaseFile: string): Manifest | null {
  const file = manifestOf(databaseFile)
  if (!existsSync(file)) return null
  try {
    return manifestShape.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

export function writeManifest(databaseFile: string, manifest: Manifest): void {
  writeWhole(manifestOf(databaseFile), `${JSON.stringify(manifest, null, 2)}\n`)
}
