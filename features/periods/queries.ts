import 'server-only'
import { desc } from 'drizzle-orm'
import { db } from '@/db/client'
import { periods } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'

export type Period = ReturnType<typeof listPeriods>[number]

/** The newest first. Throws NotFound for all but the coordinators. */
export function listPeriods(viewer: Viewer) {
  if (!can.administer(viewer)) throw new NotFound()
  return db().select().from(periods).orderBy(desc(periods.startsOn)).all()
}
