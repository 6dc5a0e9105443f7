import 'server-only'
import { and, eq, exists, inArray, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import { forums, meetingSeries, meetings, seats } from '@/db/schema'
import { type PlainDate, today as todayAt } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { closedDay, quietWeek } from '@/lib/working-days'
import { can, type Viewer, visible } from '@/policy'
import type { SeriesPreview } from './input'
import { occurrences, readRule } from './rules'

export type Occurrence = ReturnType<typeof previewSeries>[number]
export type SeriesOf = NonNullable<ReturnType<typeof seriesOf>>

/** The days a rule gives, each with what speaks against it. Throws NotFound for who plans no meetings. */
export function previewSeries(viewer: Viewer, { forumId, rule, startsOn }: SeriesPreview, now: Date) {
  if (!can.conveneMeetings(viewer)) throw new NotFound()
  const dates = occurrences(rule, startsOn)
  const clashes = Map.groupBy(listClashes(viewer, forumId, dates), ({ heldOn }) => heldOn)
  return dates.map((date) => ({
    date,
    past: date < todayAt(now),
    closed: closedDay(date),
    quiet: quietWeek(date),
    clashes: clashes.get(date) ?? [],
  }))
}

/** Meetings on one of the days: the forum's own, and those of forums in which some of its people sit too. */
function listClashes(viewer: Viewer, forumId: string, dates: PlainDate[]) {
  const ours = alias(seats, 'ours')
  const here = sql`${ours.forumId} = ${forumId} and ${ours.personId} = ${seats.personId}
    and ${ours.validFrom} <= ${meetings.heldOn} and coalesce(${ours.validTo}, '9999') >= ${meetings.heldOn}`
  const shared = db()
    .select({ count: sql<number>`count(distinct ${seats.personId})` })
    .from(seats)
    .where(
      and(
        eq(seats.forumId, meetings.forumId),
        sql`${seats.validFrom} <= ${meetings.heldOn} and coalesce(${seats.validTo}, '9999') >= ${meetings.heldOn}`,
        exists(db().select({ one: sql`1` }).from(ours).where(here)),
      ),
    )
  return db()
    .select({
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      forum: forums.name,
      own: sql<number>`${meetings.forumId} = ${forumId}`.mapWith(Boolean),
      people: sql<number>`(${shared})`,
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(and(inArray(meetings.heldOn, dates), ne(meetings.state, 'cancelled'), visible.meetings(viewer)))
    .orderBy(meetings.heldOn, meetings.startsAt)
    .all()
    .filter(({ own, people }) => own || people > 0)
}

/** The series a meeting belongs to, and which day it had there; null for one that stands alone. */
export function seriesOf(viewer: Viewer, meetingId: string, today: PlainDate) {
  const found = db()
    .select({
      id: meetingSeries.id,
      rule: meetingSeries.rule,
      startsAt: meetingSeries.startsAt,
      /** Of the whole series: days that nobody outside knows yet. */
      unannounced: sql<number>`(select count(*) from ${meetings} as sibling
        where sibling.series_id = ${meetingSeries.id} and sibling.state = 'planned' and sibling.held_on >= ${today})`,
      occursOn: meetings.occursOn,
      heldOn: meetings.heldOn,
    })
    .from(meetings)
    .innerJoin(meetingSeries, eq(meetingSeries.id, meetings.seriesId))
    .where(and(eq(meetings.id, meetingId), visible.meetings(viewer)))
    .get()
  return found ? { ...found, rule: readRule(found.rule) } : null
}
