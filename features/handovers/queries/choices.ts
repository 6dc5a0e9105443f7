import 'server-only'
import { and, eq, gte, isNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { parties, people } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'

/** Whose work is handed over: a department's, or a coordinator's. */
export type HandoverOf = { partyId: string } | { personId: string }

/** What the viewer may hand over. Throws NotFound for who may hand over nothing. Two statements. */
export function listHandovers(viewer: Viewer, today: PlainDate) {
  const departments = db()
    .select({ id: parties.id, name: parties.name, shortName: parties.shortName })
    .from(parties)
    .where(and(eq(parties.kind, 'department'), or(isNull(parties.validTo), gte(parties.validTo, today))))
    .orderBy(parties.sortKey)
    .all()
    .filter(({ id }) => can.readHandover(viewer, { partyId: id }))
  const coordinators = db()
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.role, 'coordinator'), isNull(people.deactivatedAt)))
    .orderBy(people.name)
    .all()
    .filter(({ id }) => can.readHandover(viewer, { personId: id }))
  if (departments.length + coordinators.length === 0) throw new NotFound()
  return { departments, coordinators }
}
