import 'server-only'
import { and, desc, eq, exists, gte, isNull, lte, ne, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { absences, people } from '@/db/schema'
import { among, keptQuery } from '@/db/statements'
import { compareDanish } from '@/lib/danish-order'
import type { PlainDate } from '@/lib/dates'
import { isOutsider, type Viewer } from '@/policy'

/** Who is away on a day, with the one who stands in; null where nobody is left to. */
export type Deputies = Map<string, string | null>

/** One statement. A deputy who is here no more stands in for nobody. */
export function deputiesOn(reader: Reader, day: PlainDate): Deputies {
  const rows = reader
    .select({ personId: absences.personId, deputyId: absences.deputyId, leftAt: people.deactivatedAt })
    .from(absences)
    .innerJoin(people, eq(people.id, absences.deputyId))
    .where(and(lte(absences.fromDay, day), gte(absences.toDay, day), isNull(absences.removedAt)))
    .orderBy(absences.createdAt)
    .all()
  return new Map(rows.map(({ personId, deputyId, leftAt }) => [personId, leftAt ? null : deputyId]))
}

/** Who is there for a person: themselves, or the first deputy along the line who is not away. A line that ends nowhere ends with the person. */
export function standInFor(personId: string, deputies: Deputies): string {
  const passed = new Set<string>()
  for (let at: string | null = personId; at !== null && !passed.has(at); at = deputies.get(at) ?? null) {
    if (!deputies.has(at)) return at
    passed.add(at)
  }
  return personId
}

/** The viewer's own absences that are not over, soonest first. */
export const listOwnAbsences = (viewer: Viewer, today: PlainDate) =>
  db()
    .select({
      id: absences.id,
      fromDay: absences.fromDay,
      toDay: absences.toDay,
      deputy: people.name,
    })
    .from(absences)
    .innerJoin(people, eq(people.id, absences.deputyId))
    .where(
      and(eq(absences.personId, viewer.personId), gte(absences.toDay, today), isNull(absences.removedAt)),
    )
    .orderBy(desc(absences.fromDay))
    .all()

const colleagues = (reader: Reader, viewer: Viewer) =>
  reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(eq(people.partyId, viewer.partyId), ne(people.id, viewer.personId), isNull(people.deactivatedAt)),
    )
    .orderBy(people.name)

/** Who can stand in for the viewer: the others of their own party. */
export const listPossibleDeputies = (viewer: Viewer) =>
  colleagues(db(), viewer)
    .all()
    .sort((a, b) => compareDanish(a.name, b.name))

export const findColleague = (reader: Reader, viewer: Viewer, id: string) =>
  colleagues(reader, viewer)
    .all()
    .find((colleague) => colleague.id === id)

export type Absence = ReturnType<ReturnType<typeof absencesOf>['all']>[number]

/** When each of these people is away from today on, and who stands in: for the municipality. One statement. */
export const listAbsences = (viewer: Viewer, personIds: string[], today: PlainDate): Absence[] =>
  isOutsider(viewer) ? [] : absencesOf(db(), today).all({ ids: JSON.stringify(personIds) })

const absencesOf = keptQuery((reader, today: PlainDate) =>
  reader
    .select({
      personId: absences.personId,
      fromDay: absences.fromDay,
      toDay: absences.toDay,
      deputy: people.name,
    })
    .from(absences)
    .innerJoin(people, eq(people.id, absences.deputyId))
    .where(and(among(absences.personId), gte(absences.toDay, today), isNull(absences.removedAt)))
    .orderBy(absences.fromDay)
    .prepare(),
)

/** For a query: whoever the one column names is away on the day the other holds. */
export const awayOn = (person: SQLiteColumn, day: SQLiteColumn) =>
  exists(
    db()
      .select({ one: sql`1` })
      .from(absences)
      .where(
        and(
          eq(absences.personId, person),
          lte(absences.fromDay, day),
          gte(absences.toDay, day),
          isNull(absences.removedAt),
        ),
      ),
  )
