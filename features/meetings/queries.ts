import 'server-only'
import { and, asc, desc, eq, gt, gte, inArray, lt, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { forums, type MeetingState, meetings, minutes, people } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import type { LocalTime, PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'

export type Meeting = typeof meetings.$inferSelect
export type MeetingRow = ReturnType<typeof listMeetings>[number]
export type MeetingDetail = ReturnType<typeof getMeeting>

export type MeetingFilter = {
  /** Slug. */
  forum?: string
  when: 'coming' | 'past'
  year?: number
  limit?: number
}

/** For commands, which load and change in one transaction. Throws NotFound for what the viewer may not see. */
export function findMeeting(reader: Reader, viewer: Viewer, id: string): Meeting {
  const meeting = reader
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, id), visible.meetings(viewer)))
    .get()
  if (!meeting) throw new NotFound()
  return meeting
}

/** The forum's next meeting that is yet to be held; undefined when none is planned, or the viewer may not see it. */
export const findComingMeeting = (reader: Reader, viewer: Viewer, forumId: string, today: PlainDate) =>
  reader
    .select()
    .from(meetings)
    .where(
      and(
        eq(meetings.forumId, forumId),
        gte(meetings.heldOn, today),
        inArray(meetings.state, ['planned', 'announced', 'agenda_sent']),
        visible.meetings(viewer),
      ),
    )
    .orderBy(asc(meetings.heldOn), asc(meetings.startsAt))
    .get()

/** One meeting with its forum and convener. Throws NotFound for what the viewer may not see. */
export function getMeeting(viewer: Viewer, id: string) {
  const meeting = detailsOf(db(), viewer, id).get()
  if (!meeting) throw new NotFound()
  return meeting
}

const detailsOf = keptQuery((reader, viewer: Viewer, id: string) =>
  selectDetails(reader)
    .where(and(eq(meetings.id, id), visible.meetings(viewer)))
    .prepare(),
)

/** The meetings of a series whose days are known and whose agenda is yet to come, as far as the viewer may see them. */
export const listAnnounced = (viewer: Viewer, seriesId: string) =>
  selectDetails(db())
    .where(and(eq(meetings.seriesId, seriesId), eq(meetings.state, 'announced'), visible.meetings(viewer)))
    .orderBy(meetings.heldOn)
    .all()

const selectDetails = (reader: Reader) =>
  reader
    .select({
      ...row,
      link: meetings.link,
      sagsnr: meetings.sagsnr,
      dokumentnr: meetings.dokumentnr,
      heldAt: meetings.heldAt,
      closedAt: meetings.closedAt,
      sequence: meetings.sequence,
      seriesId: meetings.seriesId,
      proposalsUntil: meetings.proposalsUntil,
      convener: people.name,
      version: meetings.version,
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .leftJoin(people, eq(people.id, forums.convenerId))
    .$dynamic()

/** Coming ones soonest first, past ones latest first. A meeting is past when its day is, or when it was held. */
export const listMeetings = (viewer: Viewer, filter: MeetingFilter, today: PlainDate) =>
  listed(db(), viewer, filter, today).all()

const listed = keptQuery((reader, viewer: Viewer, filter: MeetingFilter, today: PlainDate) => {
  const { forum, when, year, limit = MOST_ROWS } = filter
  const order = when === 'coming' ? asc : desc
  return reader
    .select(row)
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(
      and(
        visible.meetings(viewer),
        when === 'coming' ? isComing(today) : isPast(today),
        forum === undefined ? undefined : eq(forums.slug, forum),
        year === undefined ? undefined : eq(meetings.year, year),
      ),
    )
    .orderBy(order(meetings.heldOn), order(meetings.startsAt), forums.position)
    .limit(limit)
    .prepare()
})

/** The years that hold a past meeting the viewer may see, latest first. */
export function listMeetingYears(viewer: Viewer, forum: string | undefined, today: PlainDate): number[] {
  return db()
    .selectDistinct({ year: meetings.year })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(
      and(visible.meetings(viewer), isPast(today), forum === undefined ? undefined : eq(forums.slug, forum)),
    )
    .orderBy(desc(meetings.year))
    .all()
    .map(({ year }) => year)
}

/** The next meeting not yet over, of the forums the viewer convenes or sits in before any other. */
export function nextMeeting(viewer: Viewer, today: PlainDate, nowTime: LocalTime): MeetingRow | null {
  const [hour, minute] = nowTime.split(':').map(Number) as [number, number]
  const endMinute = sql`substr(${meetings.startsAt}, 1, 2) * 60 + substr(${meetings.startsAt}, 4, 2) + ${meetings.durationMinutes}`
  const notOver = or(gt(meetings.heldOn, today), gt(endMinute, hour * 60 + minute))
  const own = or(
    eq(forums.convenerId, viewer.personId),
    inArray(
      forums.id,
      viewer.windows.map(({ forumId }) => forumId),
    ),
  )
  const found = db()
    .select(row)
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(and(visible.meetings(viewer), isComing(today), ne(meetings.state, 'cancelled'), notOver))
    .orderBy(desc(sql`coalesce(${own}, 0)`), meetings.heldOn, meetings.startsAt)
    .limit(1)
    .get()
  return found ?? null
}

const MOST_ROWS = 200
const OVER = ['held', 'closed'] as const satisfies readonly MeetingState[]

const isComing = (today: PlainDate): SQL | undefined =>
  and(gte(meetings.heldOn, today), notInArray(meetings.state, [...OVER]))
const isPast = (today: PlainDate): SQL | undefined =>
  or(lt(meetings.heldOn, today), inArray(meetings.state, [...OVER]))

const row = {
  id: meetings.id,
  forumId: meetings.forumId,
  forum: {
    id: forums.id,
    slug: forums.slug,
    name: forums.name,
    mark: forums.mark,
    position: forums.position,
  },
  year: meetings.year,
  number: meetings.number,
  heldOn: meetings.heldOn,
  startsAt: meetings.startsAt,
  durationMinutes: meetings.durationMinutes,
  place: meetings.place,
  state: meetings.state,
  announcedAt: meetings.announcedAt,
  agendaSentAt: meetings.agendaSentAt,
  startedAt: meetings.startedAt,
  cancelReason: meetings.cancelReason,
  /** When the minutes last left the house; null while they are written. */
  minutesSentAt: sql<Date | null>`(
    select max(${minutes.sentAt}) from ${minutes} where ${minutes.meetingId} = ${meetings.id}
  )`.mapWith(minutes.sentAt),
}
