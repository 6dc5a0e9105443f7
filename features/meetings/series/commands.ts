import { write } from '@/db/client'
import { meetingSeries } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import { insertMeeting } from '../commands'
import type { PlanSeriesInput } from './input'
import { occurrences, ruleText } from './rules'

/**
 * A meeting on each chosen day of the rule, without an agenda as yet: that is made when its turn comes, from what the
 * meeting before left open. Returns the id of the first.
 */
export function planSeries(person: Viewer, input: PlanSeriesInput, now: Date): string {
  return write((tx) => {
    authorize(can.conveneMeetings(person))
    const { forumId, rule, startsOn, dates, ...facts } = input
    const possible = new Set(occurrences(rule, startsOn))
    const chosen = [...new Set(dates)].sort()
    if (!chosen.every((date) => possible.has(date))) throw new Refused('seriesChanged')

    const series = { id: newId(), forumId, rule: ruleText(rule), startsOn, ...facts, createdAt: now }
    tx.insert(meetingSeries).values(series).run()
    const planned = chosen.map((heldOn) =>
      insertMeeting(tx, person, { forumId, heldOn, ...facts, seriesId: series.id, occursOn: heldOn }, now),
    )
    record(
      tx,
      person,
      {
        kind: 'series.planned',
        subject: ['series', series.id],
        forumId,
        data: { rule: series.rule, meetings: planned.map(({ id }) => id) },
      },
      now,
    )
    return planned[0]?.id ?? ''
  })
}
