import { eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/open'
import { attendances, forums, hourConfirmers, parties } from '@/db/schema'
import { initiativesOf } from './initiatives'

/** The forums with their plans, the departments with whom they let confirm, and who came, found the plain way. */
export function hoursOf(database: Database) {
  const { plans } = initiativesOf(database)
  const named = database.select().from(hourConfirmers).where(isNull(hourConfirmers.removedAt)).all()
  return {
    hourRules: database
      .select()
      .from(forums)
      .all()
      .map((forum) => ({ ...forum, plans: plans.filter(({ areaId }) => areaId === forum.areaId) })),
    accounts: database
      .select()
      .from(parties)
      .where(eq(parties.kind, 'department'))
      .all()
      .map(({ id }) => ({
        partyId: id,
        confirmerIds: named.filter(({ partyId }) => partyId === id).map(({ personId }) => personId),
      })),
    attendances: database.select().from(attendances).all(),
  }
}
