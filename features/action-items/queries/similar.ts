import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItems, parties, people } from '@/db/schema'
import { foldForSearch } from '@/lib/danish-order'
import { can, type Viewer } from '@/policy'
import { type ListedActionItem, seenBy } from './row'

/** So many of the newest are looked through. */
const LOOKED_AT = 500
const NAMED = 3

/** Words that say what it is about: short ones are in every title. */
const wordsOf = (title: string) => new Set(foldForSearch(title).match(/[\p{L}\d]{5,}/gu) ?? [])

/**
 * Who of those still here closed items whose titles share a word with this one, most often first: a hint for the
 * coordinator who looks for somebody else. One statement.
 */
export function whoClosedSimilar(viewer: Viewer, item: ListedActionItem): { name: string; party: string }[] {
  if (!can.settleActionItems(viewer)) return []
  const words = wordsOf(item.title)
  const closed = db()
    .select({ title: actionItems.title, personId: people.id, name: people.name, party: parties.shortName })
    .from(actionItems)
    .innerJoin(people, eq(people.id, actionItems.responsiblePersonId))
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .where(and(seenBy(viewer), eq(actionItems.state, 'closed'), isNull(people.deactivatedAt)))
    .orderBy(desc(actionItems.closedAt))
    .limit(LOOKED_AT)
    .all()
    .filter(({ personId }) => personId !== item.responsiblePersonId)
    .filter(({ title }) => [...wordsOf(title)].some((word) => words.has(word)))
  return [...Map.groupBy(closed, ({ personId }) => personId).values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, NAMED)
    .flatMap(([first]) => (first ? [{ name: first.name, party: first.party }] : []))
}
