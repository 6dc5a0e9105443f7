import 'server-only'
import { and, eq, exists, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { type ActionItemState, actionItems, followers, forums } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { compareDanish } from '@/lib/danish-order'
import { addDays, instantOf, type PlainDate } from '@/lib/dates'
import { can, type Viewer } from '@/policy'
import type { ListAddress } from '../input'
import { OPEN_STATES, PRESSING_STATES, type Scope, scopesOf } from '../rules'
import { type ListedActionItem, seenBy, selectRows, withoutOthersWords } from './row'

type Sort = 'due' | 'title' | 'party' | 'forum'
export type ActionItemFilter = {
  /** `waiting`: what this coordinator must settle; `forum`: everybody's in the forum named below. */
  scope: Scope | 'forum'
  /** Id or slug. */
  forum?: string
  party?: string
  meeting?: string
  state?: ActionItemState
  late?: boolean
  /** Settled on this day or later. */
  since?: PlainDate
  sort?: Sort
  /** At most so many, 200 unless told. */
  limit?: number
}

const ON_A_PAGE = 200
/** Nobody leafs through more; who needs the rest narrows the search. */
export const MOST_ROWS = 5000
const RECENT_DAYS = 30

/** Open items, and those settled in the last 30 days unless a state is asked for; soonest first, settled ones last. */
export function listActionItems(
  viewer: Viewer,
  filter: ActionItemFilter,
  today: PlainDate,
): ListedActionItem[] {
  const rows = listed(db(), viewer, filter, today).all()
  return rows.map((row) => withoutOthersWords(viewer, row)).sort(order[filter.sort ?? 'due'])
}

/**
 * What an address asks for, as a page or as a file. A scope this viewer has no list of is their first one, and a forum
 * they do not look into none.
 */
export function listAsked(viewer: Viewer, address: ListAddress, today: PlainDate) {
  const { forum, party, state, sort, late, since } = address
  const forums = listForumsAndGroups(viewer, today)
  const inForum = address.scope === 'forum' ? forums.find(({ slug }) => slug === forum) : undefined
  const scopes = scopesOf(viewer)
  const scope = inForum ? ('forum' as const) : (scopes.find((one) => one === address.scope) ?? scopes[0])
  const filter = { scope, forum, party, state, sort, late: late === '1', since, limit: MOST_ROWS }
  const all = listActionItems(viewer, filter, today)
  const pages = Math.max(1, Math.ceil(all.length / ON_A_PAGE))
  const page = Math.min(address.page ?? 1, pages)
  const items = all.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
  return { scope, scopes, forums, inForum, all, items, page, pages }
}

const listed = keptQuery((reader, viewer: Viewer, filter: ActionItemFilter, today: PlainDate) => {
  const { scope, forum, party, meeting, state, late, since, limit = ON_A_PAGE } = filter
  return selectRows(reader, viewer)
    .where(
      and(
        seenBy(viewer),
        inScope[scope](viewer),
        forum ? or(eq(forums.id, forum), eq(forums.slug, forum)) : undefined,
        party ? eq(actionItems.responsiblePartyId, party) : undefined,
        meeting ? eq(actionItems.meetingId, meeting) : undefined,
        state ? eq(actionItems.state, state) : openOrRecent(today),
        late ? isLate(today) : undefined,
        since ? gte(actionItems.closedAt, instantOf(since, '00:00')) : undefined,
      ),
    )
    .orderBy(sql`${actionItems.closedAt} desc nulls first`, actionItems.dueOn)
    .limit(limit)
    .prepare()
})

/** How many items each tab holds that still ask something of somebody, in one statement. */
export function countActionItems(viewer: Viewer): Record<Scope, number> {
  return counted(db(), viewer).get() ?? { mine: 0, party: 0, waiting: 0, following: 0, all: 0 }
}

const counted = keptQuery((reader, viewer: Viewer) =>
  reader
    .select({
      mine: count(isPressing, inScope.mine(viewer)),
      party: count(isPressing, inScope.party(viewer)),
      waiting: count(inScope.waiting(viewer)),
      following: count(isPressing, inScope.following(viewer)),
      all: count(sql`1`),
    })
    .from(actionItems)
    .innerJoin(forums, eq(forums.id, actionItems.forumId))
    .where(and(seenBy(viewer), inArray(actionItems.state, [...OPEN_STATES])))
    .prepare(),
)

const count = (...conditions: (SQL | undefined)[]) =>
  sql<number>`count(case when ${and(...conditions)} then 1 end)`

const isPressing = inArray(actionItems.state, [...PRESSING_STATES])
const isLate = (today: PlainDate) => and(isPressing, lt(actionItems.dueOn, today))

const openOrRecent = (today: PlainDate) =>
  or(
    inArray(actionItems.state, [...OPEN_STATES]),
    gte(actionItems.closedAt, instantOf(addDays(today, -RECENT_DAYS), '00:00')),
  )

const inScope: Record<Scope | 'forum', (viewer: Viewer) => SQL | undefined> = {
  mine: (viewer) => eq(actionItems.responsiblePersonId, viewer.personId),
  party: (viewer) => inArray(actionItems.responsiblePartyId, viewer.ownParties),
  waiting: (viewer) =>
    can.settleActionItems(viewer)
      ? and(
          or(inArray(actionItems.state, ['reported_done', 'refused']), isNotNull(actionItems.askedDueOn)),
          or(eq(forums.convenerId, viewer.personId), isNull(forums.convenerId)),
        )
      : sql`0`,
  following: (viewer) =>
    exists(
      db()
        .select({ one: sql`1` })
        .from(followers)
        .where(
          and(
            eq(followers.actionItemId, actionItems.id),
            eq(followers.personId, viewer.personId),
            isNull(followers.removedAt),
          ),
        ),
    ),
  forum: () => undefined,
  all: () => undefined,
}

const byTitle = (a: ListedActionItem, b: ListedActionItem) => compareDanish(a.title, b.title)
const byDue = (a: ListedActionItem, b: ListedActionItem) => {
  if (a.closedAt && b.closedAt) return b.closedAt.getTime() - a.closedAt.getTime()
  return a.dueOn === b.dueOn ? byTitle(a, b) : a.dueOn < b.dueOn ? -1 : 1
}

const order: Record<Sort, (a: ListedActionItem, b: ListedActionItem) => number> = {
  due: byDue,
  title: (a, b) => byTitle(a, b) || byDue(a, b),
  party: (a, b) => compareDanish(a.party.name, b.party.name) || byDue(a, b),
  forum: (a, b) => a.forum.position - b.forum.position || byDue(a, b),
}
