import 'server-only'
import { and, eq, gte, isNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { parties } from '@/db/schema'
import { listForums } from '@/features/forums/queries/forums'
import { listDepartmentSeats } from '@/features/forums/queries/seats'
import type { PlainDate } from '@/lib/dates'
import { can, type Viewer } from '@/policy'
import { agendaStateOf, countedSince, isOnTime, isRepresented, type Presence, presenceOf } from '../rules'
import { listNextMeetings } from './coming'
import { countOpen, listClosed } from './counts'
import { listDepartmentAttendance, listLastMeetings, type PastMeeting } from './past'

export type Overview = ReturnType<typeof overview>
export type ForumState = Overview['forums'][number]
export type DepartmentCell = ForumState['departments'][number]

/** How many of the newest meetings the matrix shows. */
const MEETINGS_SHOWN = 4

/** Where every forum stands, and every department in it: eight statements, however many forums and years. */
export function overview(viewer: Viewer, today: PlainDate) {
  const forums = listForums(viewer, today)
  const next = new Map(listNextMeetings(viewer, today).map((meeting) => [meeting.forumId, meeting]))
  const past = Map.groupBy(listLastMeetings(viewer, MEETINGS_SHOWN), ({ forumId }) => forumId)
  const open = Map.groupBy(countOpen(viewer, today), ({ forumId }) => forumId)
  const accounts = can.seeAccounts(viewer) ? accountsOf(viewer, [...past.values()].flat(), today) : null

  return {
    departments: accounts?.departments ?? [],
    /** The action items closed in the year that counts. */
    closed: accounts?.closed ?? [],
    forums: forums.map((forum) => {
      const meetings = past.get(forum.id) ?? []
      const openItems = open.get(forum.id) ?? []
      const departments =
        accounts?.departments.flatMap((department) => {
          const vacant = accounts.vacant(forum.id, department.id)
          if (vacant === undefined) return []
          const counted = openItems.find(({ partyId }) => partyId === department.id)
          return {
            department,
            vacant,
            open: counted?.open ?? 0,
            late: counted?.late ?? 0,
            /** Oldest first, as one reads. */
            meetings: meetings.toReversed().map(({ id, heldOn }) => ({
              id,
              heldOn,
              presence: accounts.presence(id, department.id),
            })),
          }
        }) ?? []
      const nextMeeting = next.get(forum.id)
      return {
        forum,
        next: nextMeeting ? { ...nextMeeting, agenda: agendaStateOf(nextMeeting) } : null,
        last: meetings[0] ?? null,
        open: sum(openItems.map((counted) => counted.open)),
        late: sum(openItems.map((counted) => counted.late)),
        onTime: accounts?.onTime(forum.id) ?? null,
        represented: departments.filter(({ meetings }) => isRepresented(meetings.at(-1)?.presence ?? null))
          .length,
        departments,
      }
    }),
  }
}

function accountsOf(viewer: Viewer, meetings: PastMeeting[], today: PlainDate) {
  const key = (one: string, other: string) => `${one} ${other}`
  const attendance = Map.groupBy(
    listDepartmentAttendance(meetings.map(({ id }) => id)),
    ({ meetingId, partyId }) => key(meetingId, partyId),
  )
  const vacancies = new Map(
    listDepartmentSeats(today).map(({ forumId, partyId, vacant }) => [key(forumId, partyId), vacant]),
  )
  const closed = listClosed(viewer, countedSince(today))
  const closedIn = Map.groupBy(closed, ({ forumId }) => forumId)
  return {
    departments: listDepartments(today),
    closed,
    vacant: (forumId: string, partyId: string) => vacancies.get(key(forumId, partyId)),
    presence: (meetingId: string, partyId: string): Presence | null =>
      presenceOf((attendance.get(key(meetingId, partyId)) ?? []).map(({ status }) => status)),
    onTime: (forumId: string) => {
      const items = closedIn.get(forumId) ?? []
      return { count: items.filter(isOnTime).length, of: items.length }
    },
  }
}

const listDepartments = (today: PlainDate) =>
  db()
    .select({ id: parties.id, shortName: parties.shortName, name: parties.name })
    .from(parties)
    .where(and(eq(parties.kind, 'department'), or(isNull(parties.validTo), gte(parties.validTo, today))))
    .orderBy(parties.sortKey)
    .all()

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
