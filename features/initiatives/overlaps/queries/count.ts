import 'server-only'
import { and, count, eq, gte, isNotNull, lt, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { OVERLAP_STATES, overlaps } from '@/db/schema'
import { instantOf, lastQuarters, type PlainDate, plainDateOf, quarterKey } from '@/lib/dates'
import { can, type Viewer, visible } from '@/policy'

/** How many were found within some days, and how many settled in each way. Two statements. */
export function countOverlaps(viewer: Viewer, from: PlainDate, before: PlainDate) {
  const [start, end] = [instantOf(from, '00:00'), instantOf(before, '00:00')]
  const found =
    db()
      .select({ count: count() })
      .from(overlaps)
      .where(and(visible.overlaps(viewer), gte(overlaps.foundAt, start), lt(overlaps.foundAt, end)))
      .get()?.count ?? 0
  const settled = db()
    .select({ state: overlaps.state, count: count() })
    .from(overlaps)
    .where(
      and(
        visible.overlaps(viewer),
        isNotNull(overlaps.resolvedAt),
        gte(overlaps.resolvedAt, start),
        lt(overlaps.resolvedAt, end),
      ),
    )
    .groupBy(overlaps.state)
    .all()
  const ways = OVERLAP_STATES.filter((state) => state !== 'found').map(
    (state) => [state, settled.find((row) => row.state === state)?.count ?? 0] as const,
  )
  return { found, ways: Object.fromEntries(ways) as Record<(typeof ways)[number][0], number> }
}

/** How many were found and how many settled in each of the last four quarters. One statement. */
export function countByQuarter(viewer: Viewer, today: PlainDate) {
  const quarters = lastQuarters(today)
  const start = instantOf(quarters[0]?.startsOn ?? today, '00:00')
  const rows = db()
    .select({ foundAt: overlaps.foundAt, resolvedAt: overlaps.resolvedAt })
    .from(overlaps)
    .where(and(visible.overlaps(viewer), or(gte(overlaps.foundAt, start), gte(overlaps.resolvedAt, start))))
    .all()
  const within = (key: string) => (moment: Date | null) =>
    moment !== null && quarterKey(plainDateOf(moment)) === key
  return quarters.map(({ year, quarter, startsOn }) => {
    const isWithin = within(quarterKey(startsOn))
    return {
      year,
      quarter,
      found: rows.filter(({ foundAt }) => isWithin(foundAt)).length,
      settled: rows.filter(({ resolvedAt }) => isWithin(resolvedAt)).length,
    }
  })
}

/** For the tab: how many wait for somebody to settle them. */
export const countOpenOverlaps = (viewer: Viewer): number =>
  can.readPlans(viewer)
    ? (db()
        .select({ count: count() })
        .from(overlaps)
        .where(and(visible.overlaps(viewer), eq(overlaps.state, 'found')))
        .get()?.count ?? 0)
    : 0
