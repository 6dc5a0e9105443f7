import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { steeringGroups } from '@/db/schema'
import { type Actor, record } from '@/features/activity/record'
import { NotFound, Refused } from '@/lib/errors'
import { changedFields } from '@/lib/versions'
import { type Baseline, hasBaseline, MOST_HOURS_A_YEAR, MOST_MEETINGS_A_YEAR, MOST_PEOPLE } from '../rules'

const MOST: Partial<Record<keyof Baseline, number>> = {
  meetingsAYear: MOST_MEETINGS_A_YEAR,
  municipalPeople: MOST_PEOPLE,
  minutesAYear: MOST_HOURS_A_YEAR * 60,
}

/**
 * How a steering group was, in the transaction of whoever says so: a form, or an import. The caller has authorized. Says
 * whether anything changed. Throws NotFound, and Refused at the field: a figure without its source, or an absurd one.
 */
export function keepBaseline(
  tx: Transaction,
  actor: Actor,
  { groupId, ...baseline }: Baseline & { groupId: string },
  now: Date,
): boolean {
  const group = tx.select().from(steeringGroups).where(eq(steeringGroups.id, groupId)).get()
  if (!group) throw new NotFound()
  const changed = changedFields<Baseline>(group, baseline)
  if (changed.length === 0) return false
  requireSense(baseline)
  tx.update(steeringGroups)
    .set({ ...baseline, version: group.version + 1 })
    .where(eq(steeringGroups.id, groupId))
    .run()
  const { meetingsAYear, municipalPeople, minutesAYear, baselineEstimated } = baseline
  const data = { changed, meetingsAYear, municipalPeople, minutesAYear, baselineEstimated }
  const change = { kind: 'steering-group.baseline-kept', forumId: group.successorForumId, data }
  record(tx, actor, { ...change, subject: ['steering-group', groupId] }, now)
  return true
}

function requireSense(baseline: Baseline): void {
  for (const [field, most] of Object.entries(MOST)) {
    const figure = baseline[field as keyof Baseline]
    if (typeof figure !== 'number' || (Number.isInteger(figure) && figure >= 1 && figure <= most)) continue
    throw new Refused('absurdBaseline', { most: field === 'minutesAYear' ? most / 60 : most }, field)
  }
  if (hasBaseline(baseline) && baseline.baselineSource === '')
    throw new Refused('baselineWithoutSource', undefined, 'baselineSource')
}
