import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { followers, parties, people } from '@/db/schema'
import { can, type Viewer } from '@/policy'
import type { ListedActionItem } from './row'

/** Who follows an item beside the one who has it, for the municipality; others learn of themselves alone. */
export const listFollowers = (viewer: Viewer, item: ListedActionItem) =>
  db()
    .select({ personId: people.id, name: people.name, party: parties.shortName, role: followers.role })
    .from(followers)
    .innerJoin(people, eq(people.id, followers.personId))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(and(eq(followers.actionItemId, item.id), isNull(followers.removedAt)))
    .orderBy(people.name)
    .all()
    .filter(({ personId }) => personId === viewer.personId || can.seeAccounts(viewer))
