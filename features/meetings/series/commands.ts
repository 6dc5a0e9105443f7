import { and, asc, eq, gte } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { forums, masterPlans, meetingSeries, meetings } from '@/db/schema'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { today } from '@/lib/dates'
import { Question, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer, visible } from '@/policy'
import { announced, insertMeeting } from '../commands'
import { invite } from '../invitations/commands/invite'
import type { Invited } from '../recipients/queries'
import type { PlanSeriesInput } from './input'
import { occurrences, ruleText } from './rules'

/**
 * A meeting on each chosen day of the rule, without an agenda as yet: that is made when its turn comes, from what the
 * meeting before left open. Returns the id of the first.
 */
export function planSeries(person: Viewer, input: PlanSeriesInput, now: Date): string {
  return write((tx) => {
    authorize(can.conveneMeetings(person))
    const { forumId, rule, startsOn, dates, confirm, ...facts } = input
    const possible = new Set(occurrences(rule, startsOn))
    const chosen = [...new Set(dates)].sort()
    if (!chosen.every((date) => possible.has(date))) throw new Refused('seriesChanged')

    if (!confirm.includes('seriesForOnePlan')) askAboutPlan(tx, forumId)
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

/** The forums were set up so that no plan would need meetings of its own again (S36). */
function askAboutPlan(reader: Reader, forumId: string): void {
  const found = reader
    .select({ group: forums.name, plan: masterPlans.name })
    .from(forums)
    .innerJoin(masterPlans, eq(masterPlans.id, forums.planId))
    .where(eq(forums.id, forumId))
    .get()
  if (found) throw new Question('dates', 'seriesForOnePlan', found)
}

/**
 * Lets the forum know all the days of a series that are yet to come, in one mail to each, instead of one by one.
 * Returns how many meetings were announced.
 */
export function announceSeries(person: Viewer, { id }: { id: string }, now: Date): number {
  return write((tx) => {
    authorize(can.conveneMeetings(person))
    const planned = tx
      .select()
      .from(meetings)
      .where(
        and(
          eq(meetings.seriesId, id),
          eq(meetings.state, 'planned'),
          gte(meetings.heldOn, today(now)),
          visible.meetings(person),
        ),
      )
      .orderBy(asc(meetings.heldOn))
      .all()
    const [first] = planned
    if (!first) throw new Refused('nothingToAnnounce')
    const told = new Map<string, Invited>()
    for (const meeting of planned) {
      tx.update(meetings)
        .set({ state: 'announced', announcedAt: now })
        .where(eq(meetings.id, meeting.id))
        .run()
      for (const invited of invite(tx, meeting, now)) told.set(invited.personId, invited)
      record(tx, person, announced(meeting), now)
    }
    const payload = { meetingId: first.id, seriesId: id }
    for (const to of told.values()) post(tx, { kind: 'save_the_date', to, payload }, now)
    return planned.length
  })
}
