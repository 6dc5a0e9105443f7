import 'server-only'
import { asc } from 'drizzle-orm'
import { db } from '@/db/client'
import { themes } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'

export type Theme = ReturnType<typeof listThemes>[number]

/** All themes, those that ended too. Throws NotFound for all but the coordinators. */
export function listThemes(viewer: Viewer) {
  if (!can.administer(viewer)) throw new NotFound()
  return db().select().from(themes).orderBy(asc(themes.position)).all()
}
