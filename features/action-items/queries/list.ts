import 'server-only'
import { and, eq, exists, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { type ActionItemState, actionItems, followers, forums, parties } from '@/db/schema'
import { among, keptQuery } from '@/db/statements'
import { awayOn } from '@/features/absences/queries'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { compareDanish, sortKey } from '@/lib/danish-order'
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
}

const ON_A_PAGE = 50
const MOST_IN_A_CARD = 200
/** Nobody leafs through more; who needs the rest narrows the search. */
export const MOST_ROWS = 5000
const RECENT_DAYS = 30

/** Open items, and those settled in the last 30 days unless a state is asked for; soonest first, settled ones last. */
export function listActionItems(
  viewer: Viewer,
  filter: ActionItemFilter,
  today: PlainDate,
): ListedActionItem[] {
  return listed(db(), viewer, filter, today, MOST_IN_A_CARD)
}

/**
 * What an address asks for: one page of it, of how many. A scope this viewer has no list of is their first one, and a
 * forum they do not look into none. The order is Danish, which SQLite does not know, so what it rests on is read of all
 * and the rest of those shown. Two statements beside the forums.
 */
export function listAsked(viewer: Viewer, address: ListAddress, today: PlainDate) {
  const { filter, ...asked } = understood(viewer, address, today)
  const keys = inOrder(listKeys(db(), viewer, filter, today).all(), filter.sort)
  const pages = Math.max(1, Math.ceil(keys.length / ON_A_PAGE))
  const page = Math.min(address.page ?? 1, pages)
  const shown = keys.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE).map(({ id }) => id)
  const rows = rowsOf(db(), viewer).all({ ids: JSON.stringify(shown) })
  const items = inOrder(
    rows.map((row) => withoutOthersWords(viewer, row)),
    filter.sort,
  )
  return { ...asked, items, page, pages, count: keys.length }
}

/** The whole of what an address asks for, in the order in which the pages show it. For a file. */
export const listWhole = (viewer: Viewer, address: ListAddress, today: PlainDate): ListedActionItem[] =>
  listed(db(), viewer, understood(viewer, address, today).filter, today, MOST_ROWS)

function understood(viewer: Viewer, address: ListAddress, today: PlainDate) {
  const { forum, party, state, sort, late, since } = address
  const forums = listForumsAndGroups(viewer, today)
  const inForum = address.scope === 'forum' ? forums.find(({ slug }) => slug === forum) : undefined
  const scopes = scopesOf(viewer)
  const scope = inForum ? ('forum' as const) : (scopes.find((one) => one === address.scope) ?? scopes[0])
  const filter: ActionItemFilter = { scope, forum, party, state, sort, late: late === '1', since }
  return { scope, scopes, forums, inForum, filter }
}

function listed(
  reader: Reader,
  viewer: Viewer,
  filter: ActionItemFilter,
  today: PlainDate,
  limit: number,
): ListedActionItem[] {
  const rows = listRows(reader, viewer, filter, today, limit).all()
  return inOrder(
    rows.map((row) => withoutOthersWords(viewer, row)),
    filter.sort,
  )
}

const listRows = keptQuery(
  (reader, viewer: Viewer, filter: ActionItemFilter, today: PlainDate, limit: number) =>
    selectRows(reader, viewer)
      .where(within(viewer, filter, today))
      .orderBy(...soonestFirst)
      .limit(limit)
      .prepare(),
)

const listKeys = keptQuery((reader, viewer: Viewer, filter: ActionItemFilter, today: PlainDate) =>
  reader
    .select({
      id: actionItems.id,
      title: actionItems.title,
      dueOn: actionItems.dueOn,
      closedAt: actionItems.closedAt,
      party: { name: parties.shortName },
      forum: { position: forums.position },
    })
    .from(actionItems)
    .innerJoin(forums, eq(forums.id, actionItems.forumId))
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .where(within(viewer, filter, today))
    .orderBy(...soonestFirst)
    .limit(MOST_ROWS)
    .prepare(),
)

const rowsOf = keptQuery((reader, viewer: Viewer) =>
  selectRows(reader, viewer)
    .where(and(seenBy(viewer), among(actionItems.id)))
    .prepare(),
)

const soonestFirst = [sql`${actionItems.closedAt} desc nulls first`, actionItems.dueOn]

function within(viewer: Viewer, filter: ActionItemFilter, today: PlainDate) {
  const { scope, forum, party, meeting, state, late, since } = filter
  return and(
    seenBy(viewer),
    inScope[scope](viewer, today),
    forum ? or(eq(forums.id, forum), eq(forums.slug, forum)) : undefined,
    party ? eq(actionItems.responsiblePartyId, party) : undefined,
    meeting ? eq(actionItems.meetingId, meeting) : undefined,
    state ? eq(actionItems.state, state) : openOrRecent(today),
    late ? isLate(today) : undefined,
    since ? gte(actionItems.closedAt, instantOf(since, '00:00')) : undefined,
  )
}

/** How many items each tab holds that still ask something of somebody, in one statement. */
export function countActionItems(viewer: Viewer, today: PlainDate): Record<Scope, number> {
  return counted(db(), viewer, today).get() ?? { mine: 0, party: 0, waiting: 0, following: 0, all: 0 }
}

const counted = keptQuery((reader, viewer: Viewer, today: PlainDate) =>
  reader
    .select({
      mine: count(isPressing, inScope.mine(viewer, today)),
      party: count(isPressing, inScope.party(viewer, today)),
      waiting: count(inScope.waiting(viewer, today)),
      following: count(isPressing, inScope.following(viewer, today)),
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

const inScope: Record<Scope | 'forum', (viewer: Viewer, today: PlainDate) => SQL | undefined> = {
  mine: (viewer) => eq(actionItems.responsiblePersonId, viewer.personId),
  party: (viewer) => inArray(actionItems.responsiblePartyId, viewer.ownParties),
  waiting: (viewer, today) =>
    can.settleActionItems(viewer)
      ? or(
          and(
            or(inArray(actionItems.state, ['reported_done', 'refused']), isNotNull(actionItems.askedDueOn)),
            or(eq(forums.convenerId, viewer.personId), isNull(forums.convenerId)),
          ),
          fallsInAbsence(viewer, today),
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

/** Given by the viewer, and due while the one who has it is away. */
const fallsInAbsence = (viewer: Viewer, today: PlainDate) =>
  and(
    eq(actionItems.issuerId, viewer.personId),
    isPressing,
    gte(actionItems.dueOn, today),
    awayOn(actionItems.responsiblePersonId, actionItems.dueOn),
  )

type Listed = Pick<ListedActionItem, 'id' | 'title' | 'dueOn' | 'closedAt'> & {
  party: Pick<ListedActionItem['party'], 'name'>
  forum: Pick<ListedActionItem['forum'], 'position'>
}
/** With its place among Danish words, which takes longer to find than to compare. */
type Placed = Listed & { titleKey: string }

function inOrder<Row extends Listed>(rows: Row[], sort: Sort = 'due'): Row[] {
  const placed = rows.map((row) => ({ ...row, titleKey: sortKey(row.title) }))
  return placed.sort(ORDERS[sort])
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
const byTitle = (a: Placed, b: Placed) => compare(a.titleKey, b.titleKey) || compare(a.id, b.id)
const byDue = (a: Placed, b: Placed) => {
  if (a.closedAt && b.closedAt) return b.closedAt.getTime() - a.closedAt.getTime()
  return compare(a.dueOn, b.dueOn) || byTitle(a, b)
}

const ORDERS: Record<Sort, (a: Placed, b: Placed) => number> = {
  due: byDue,
  title: (a, b) => compare(a.titleKey, b.titleKey) || byDue(a, b),
  party: (a, b) => compareDanish(a.party.name, b.party.name) || byDue(a, b),
  forum: (a, b) => a.forum.position - b.forum.position || byDue(a, b),
}
