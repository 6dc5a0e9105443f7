import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { installation } from '@/db/schema'

export type InstallationKind = 'demo' | 'real'

// Every page asks, and a database never becomes another kind once that is written in it.
const known = new WeakMap<Reader, InstallationKind>()

/** What the database says it is; 'real' unless it was made as a demo. */
export function installationKind(reader: Reader = db()): InstallationKind {
  const kind = known.get(reader)
  if (kind) return kind
  const row = reader
    .select({ value: installation.value })
    .from(installation)
    .where(eq(installation.key, 'kind'))
    .get()
  const read = row?.value === 'demo' ? 'demo' : 'real'
  if (row) known.set(reader, read)
  return read
}

export const isDemo = (reader: Reader = db()): boolean => installationKind(reader) === 'demo'
