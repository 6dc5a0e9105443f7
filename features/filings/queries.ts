import 'server-only'
import { and, asc, desc, eq, isNotNull, isNull, ne, notExists, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { filings, forums, meetings, minutes } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'

/** When the newest agenda or minutes of a meeting went to the case system; undefined while they have not. */
export function getFiling(
  viewer: Viewer,
  meetingId: string,
  document: 'agenda' | 'minutes',
  minutesId: string | null,
) {
  if (!can.seeDrafts(viewer)) return undefined
  return filingOf(db(), viewer, meetingId, document, minutesId).get()
}

const filingOf = keptQuery(
  (reader, viewer: Viewer, meetingId: string, document: 'agenda' | 'minutes', minutesId: string | null) =>
    reader
      .select({ filedOn: filings.filedOn, dokumentnr: filings.dokumentnr })
      .from(filings)
      .innerJoin(meetings, eq(meetings.id, filings.meetingId))
      .where(
        and(
          eq(filings.meetingId, meetingId),
          eq(filings.document, document),
          minutesId ? eq(filings.minutesId, minutesId) : undefined,
          isNull(filings.removedAt),
          visible.meetings(viewer),
        ),
      )
      .orderBy(desc(filings.recordedAt))
      .prepare(),
)

/** What was sent or approved and the case system lacks, oldest first. Throws NotFound for who files nothing. Two statements. */
export function listUnfiled(viewer: Viewer) {
  if (!can.conveneMeetings(viewer)) throw new NotFound()
  const newest = sql`(select max(m.version) from minutes m
    where m.meeting_id = ${minutes.meetingId} and m.state = 'approved')`
  const lacking = (document: 'agenda' | 'minutes', which?: SQL) =>
    notExists(
      db()
        .select({ one: sql`1` })
        .from(filings)
        .where(
          and(
            eq(filings.meetingId, meetings.id),
            eq(filings.document, document),
            isNull(filings.removedAt),
            which,
          ),
        ),
    )
  const row = { id: meetings.id, heldOn: meetings.heldOn, forum: forums.name, sagsnr: meetings.sagsnr }
  const agendas = db()
    .select(row)
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(
      and(
        visible.meetings(viewer),
        isNotNull(meetings.agendaSentAt),
        ne(meetings.state, 'cancelled'),
        lacking('agenda'),
      ),
    )
    .orderBy(asc(meetings.heldOn))
    .all()
  const approved = db()
    .select({ ...row, version: minutes.version })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(
      and(
        visible.meetings(viewer),
        eq(minutes.state, 'approved'),
        eq(minutes.version, newest),
        lacking('minutes', eq(filings.minutesId, minutes.id)),
      ),
    )
    .orderBy(asc(meetings.heldOn))
    .all()
  return [
    ...agendas.map((one) => ({ ...one, document: 'agenda' as const, version: 1 })),
    ...approved.map((one) => ({ ...one, document: 'minutes' as const })),
  ].toSorted((a, b) => a.heldOn.localeCompare(b.heldOn, 'da'))
}
