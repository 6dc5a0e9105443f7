import 'server-only'
import { aliasedTable, and, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import { actionItems, areas, forums, parties, people, seats } from '@/db/schema'
import { OPEN_STATES } from '@/features/action-items/rules'
import { shortName } from '@/features/forums/queries/short-name'
import type { PlainDate } from '@/lib/dates'

export type LeftBehind = ReturnType<typeof findLeftBehind>

/** What hangs on a person today: forums to convene, seats held or to come, action items that are open. */
export function findLeftBehind(reader: Reader, personId: string, today: PlainDate) {
  const convened = selectForums(reader)
    .where(or(eq(forums.convenerId, personId), eq(forums.deputyConvenerId, personId)))
    .orderBy(forums.position)
    .all()
  return {
    convenes: convened.filter(({ convenerId }) => convenerId === personId),
    deputises: convened.filter(({ convenerId }) => convenerId !== personId),
    seats: selectSeats(reader, personId, today),
    items: selectItems(reader, personId),
  }
}

export const leavesSomething = (left: LeftBehind): boolean =>
  Object.values(left).some((things) => things.length > 0)

const successor = aliasedTable(people, 'successor')

const selectForums = (reader: Reader) =>
  reader
    .select({
      id: forums.id,
      slug: forums.slug,
      shortName,
      mark: forums.mark,
      convenerId: forums.convenerId,
      /** Who takes over: the deputy, unless that one cannot. */
      successor: successor.name,
    })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .leftJoin(
      successor,
      and(
        eq(successor.id, forums.deputyConvenerId),
        eq(successor.role, 'coordinator'),
        isNull(successor.deactivatedAt),
      ),
    )

const selectSeats = (reader: Reader, personId: string, today: PlainDate) =>
  reader
    .select({
      id: seats.id,
      kind: seats.kind,
      partyId: seats.partyId,
      party: parties.shortName,
      forum: { shortName, mark: forums.mark },
    })
    .from(seats)
    .innerJoin(forums, eq(forums.id, seats.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(
      and(
        eq(seats.personId, personId),
        or(
          isNull(seats.validTo),
          and(gte(seats.validTo, today), sql`${seats.validTo} >= ${seats.validFrom}`),
        ),
      ),
    )
    .orderBy(forums.position, parties.sortKey)
    .all()

const selectItems = (reader: Reader, personId: string) =>
  reader
    .select({
      id: actionItems.id,
      title: actionItems.title,
      dueOn: actionItems.dueOn,
      partyId: actionItems.responsiblePartyId,
      party: parties.shortName,
    })
    .from(actionItems)
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .where(
      and(
        eq(actionItems.responsiblePersonId, personId),
        inArray(actionItems.state, [...OPEN_STATES]),
        isNull(actionItems.removedAt),
      ),
    )
    .orderBy(actionItems.dueOn)
    .all()
