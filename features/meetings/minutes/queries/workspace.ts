import 'server-only'
import { and, eq, gt, inArray, isNull, lt, min, ne } from 'drizzle-orm'
import { db } from '@/db/client'
import { agendaItems, decisions, meetings, notes } from '@/db/schema'
import { listResponsible } from '@/features/action-items/queries/responsible'
import { listAbout } from '@/features/plans/mentions/queries'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { listAgenda } from '../../agenda/queries'
import { expectedSeats, listAttendance, listDeputies } from '../../attendance/queries'
import { getMeeting, type MeetingDetail } from '../../queries'
import { listLines } from './lines'

export type Workspace = ReturnType<typeof getWorkspace>
export type WorkspaceItem = Workspace['items'][number]
export type WorkspaceSetting = ReturnType<typeof getWorkspaceSetting>

/** A meeting as its log stands now: for the page, and as the answer to whatever was saved. NotFound for all but the team. */
export function getWorkspace(viewer: Viewer, { meetingId }: { meetingId: string }) {
  if (!can.conveneMeetings(viewer)) throw new NotFound()
  const meeting = getMeeting(viewer, meetingId)
  const about = listAbout(viewer, meetingId)
  return {
    state: meeting.state,
    started: meeting.startedAt !== null,
    items: listAgenda(viewer, meetingId).map((item) => ({
      id: item.id,
      topicId: item.topicId,
      number: item.number,
      title: item.title,
      kind: item.kind,
      presenter: item.presenter,
      minutes: item.minutes,
      visibility: item.visibility,
      proposer: item.proposer,
      outcome: item.outcome,
      startsAt: item.startsAt,
      about: about.get(item.id)?.title ?? null,
    })),
    lines: listLines(db(), meetingId),
    attendance: listAttendance(viewer, meetingId).map(({ personId: _, ...row }) => row),
  }
}

/** What does not change while one types: whom a task can go to, who can sit in for whom, what was said last time. */
export function getWorkspaceSetting(
  viewer: Viewer,
  meeting: MeetingDetail,
  topicIds: string[],
  today: PlainDate,
) {
  const seated = new Set(
    expectedSeats(db(), meeting).map(({ partyId, personId }) => `${partyId}/${personId}`),
  )
  const next = db()
    .select({ heldOn: min(meetings.heldOn) })
    .from(meetings)
    .where(
      and(
        eq(meetings.forumId, meeting.forumId),
        gt(meetings.heldOn, meeting.heldOn > today ? meeting.heldOn : today),
        ne(meetings.state, 'cancelled'),
      ),
    )
    .get()
  return {
    responsible: listResponsible(viewer, today).flatMap(({ id: partyId, name: party, people }) =>
      people.map(({ id: personId, name: person }) => ({
        ...{ partyId, party, personId, person },
        seated: seated.has(`${partyId}/${personId}`),
      })),
    ),
    deputies: listDeputies(viewer, meeting),
    nextMeeting: next?.heldOn ?? undefined,
    lastTime: lastTime(viewer, meeting, topicIds),
  }
}

/** What each topic came to when it was last on an agenda: its decision, else its note. */
function lastTime(viewer: Viewer, { heldOn }: MeetingDetail, topicIds: string[]) {
  const said = [decisions, notes].flatMap((table, rank) =>
    db()
      .select({ topicId: agendaItems.topicId, heldOn: meetings.heldOn, text: table.body })
      .from(table)
      .innerJoin(agendaItems, eq(agendaItems.id, table.agendaItemId))
      .innerJoin(meetings, eq(meetings.id, table.meetingId))
      .where(
        and(
          inArray(agendaItems.topicId, topicIds),
          lt(meetings.heldOn, heldOn),
          isNull(table.removedAt),
          visible.records(viewer, table),
        ),
      )
      .all()
      .map((row) => ({ ...row, rank })),
  )
  return said
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn) || a.rank - b.rank)
    .filter(({ topicId }, index, all) => all.findIndex((other) => other.topicId === topicId) === index)
    .map(({ rank: _, ...row }) => row)
}
