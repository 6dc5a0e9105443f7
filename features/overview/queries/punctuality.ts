import 'server-only'
import { lastQuarters, type PlainDate, plainDateOf, quarterKey } from '@/lib/dates'
import { can, type Viewer } from '@/policy'
import { isOnTime } from '../rules'
import { listClosed } from './counts'

export type Quarter = ReturnType<typeof punctualityOf>[number]
type Closed = ReturnType<typeof listClosed>

/**
 * How many of the items closed in each of the last four quarters were reported done on time, in one forum or in all. Nothing for who
 * does not see the accounts. One statement.
 */
export function listPunctuality(viewer: Viewer, today: PlainDate, forumId?: string) {
  if (!can.seeAccounts(viewer)) return []
  return punctualityOf(listClosed(viewer, lastQuarters(today)[0]?.startsOn ?? today, forumId), today)
}

/** The same of items that are known already. */
export function punctualityOf(closed: Closed, today: PlainDate) {
  const byQuarter = Map.groupBy(closed, ({ doneAt }) => quarterKey(plainDateOf(doneAt)))
  return lastQuarters(today).map(({ year, quarter }) => {
    const items = byQuarter.get(`${year} ${quarter}`) ?? []
    return { year, quarter, of: items.length, onTime: items.filter(isOnTime).length }
  })
}
