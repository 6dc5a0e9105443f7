import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import { forums, people } from '@/db/schema'
import { type Deputies, deputiesOn, standInFor } from '@/features/absences/queries'
import type { PlainDate } from '@/lib/dates'
import { Refused } from '@/lib/errors'

/** Whose an enquiry is today: the owner; the deputy convener of its area, or whoever stands in, while the owner is away. */
export function ownerToday(ownerId: string, deputyConvenerId: string | null, deputies: Deputies): string {
  if (!deputies.has(ownerId)) return ownerId
  const deputises = deputyConvenerId !== null && deputyConvenerId !== ownerId
  return deputises && !deputies.has(deputyConvenerId) ? deputyConvenerId : standInFor(ownerId, deputies)
}

/** Whose a new enquiry becomes: who convenes the area's forum, else the first of the team, as they are here today. */
export function ownerFor(reader: Reader, areaId: string | null, day: PlainDate, without?: string): string {
  const { convenerId = null, deputyConvenerId = null } = convenersOf(reader, areaId) ?? {}
  const others = [convenerId, deputyConvenerId].filter((id) => id !== null && id !== without)
  const owner = others[0] ?? firstOfTeam(reader, without)
  return ownerToday(owner, others[1] ?? null, deputiesOn(reader, day))
}

export const convenersOf = (reader: Reader, areaId: string | null) =>
  areaId
    ? reader
        .select({ convenerId: forums.convenerId, deputyConvenerId: forums.deputyConvenerId })
        .from(forums)
        .where(and(eq(forums.areaId, areaId), eq(forums.kind, 'forum')))
        .get()
    : undefined

/** The coordinators, by name. */
export const listTeam = (reader: Reader) =>
  reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.role, 'coordinator'), isNull(people.deactivatedAt)))
    .orderBy(asc(people.name))
    .all()

function firstOfTeam(reader: Reader, without?: string): string {
  const first = listTeam(reader).find(({ id }) => id !== without)
  if (!first) throw new Refused('noCoordinator')
  return first.id
}
