import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { installation } from '@/db/schema'

export type InstallationKind = 'demo' | 'real'

/** What the database says it is; 'real' unless it was made as a demo. */
export function installationKind(reader: Reader = db()): InstallationKind {
  const row = reader
    .select({ value: installation.value })
    .from(installation)
    .where(eq(installation.key, 'kind'))
    .get()
  return row?.value === 'demo' ? 'demo' : 'real'
}

export const isDemo = (reader: Reader = db()): boolean => installationKind(reader) === 'demo'
