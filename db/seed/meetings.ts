import { meetings } from '@/db/schema'
import { addDays, instantOf, type PlainDate } from '@/lib/dates'
import type { ComingMeeting, DemoYear } from './content'
import type { SeedContext } from './context'
import type { DemoForum } from './forums'
import { comingMoments, type HeldMoments } from './moments'

export type Place = { forumId: string; convenerId: string; meets: DemoForum['meets'] }
/** A meeting as far as what hangs on it needs to know. */
export type SeededMeeting = { id: string; forumId: string; convenerId: string; heldOn: PlainDate }

/** Numbers a forum's meetings within the year. */
export function numbering(): (heldOn: PlainDate) => { year: number; number: number } {
  const last = new Map<number, number>()
  return (heldOn) => {
    const year = Number(heldOn.slice(0, 4))
    const number = (last.get(year) ?? 0) + 1
    last.set(year, number)
    return { year, number }
  }
}

type Numbered = ReturnType<ReturnType<typeof numbering>>

export function writeHeldMeeting(
  context: SeedContext,
  place: Place,
  heldOn: PlainDate,
  numbered: Numbered,
  at: HeldMoments,
  closed: boolean,
): SeededMeeting {
  const meeting = write(context, place, heldOn, numbered, {
    state: closed ? 'closed' : 'held',
    createdAt: at.planned,
    announcedAt: at.announced,
    agendaSentAt: at.agendaSent,
    startedAt: at.started,
    heldAt: at.held,
    closedAt: closed ? at.approved : null,
  })
  tell(context, meeting, 'meeting.started', at.started)
  tell(context, meeting, 'meeting.held', at.held)
  if (closed) tell(context, meeting, 'meeting.closed', at.approved)
  return meeting
}

export function writeComingMeeting(
  context: SeedContext,
  place: Place,
  heldOn: PlainDate,
  numbered: Numbered,
  state: ComingMeeting['state'],
): SeededMeeting {
  const at = comingMoments(heldOn, context.today)
  return write(context, place, heldOn, numbered, {
    state,
    createdAt: at.planned,
    announcedAt: state === 'planned' ? null : at.announced,
    agendaSentAt: state === 'agenda_sent' ? at.agendaSent : null,
  })
}

export function writeCancelledMeeting(
  context: SeedContext,
  place: Place,
  heldOn: PlainDate,
  numbered: Numbered,
  { reason }: NonNullable<DemoYear['cancelled']>,
): void {
  const cancelledAt = instantOf(addDays(heldOn, -3), '14:20')
  const meeting = write(context, place, heldOn, numbered, {
    state: 'cancelled',
    createdAt: instantOf(addDays(heldOn, -30), '10:12'),
    announcedAt: instantOf(addDays(heldOn, -20), '09:40'),
    cancelledAt,
    cancelReason: reason,
  })
  tell(context, meeting, 'meeting.cancelled', cancelledAt)
}

type Lifecycle = Pick<typeof meetings.$inferInsert, 'state' | 'createdAt' | 'announcedAt' | 'agendaSentAt'> &
  Partial<typeof meetings.$inferInsert>

function write(
  context: SeedContext,
  { forumId, convenerId, meets }: Place,
  heldOn: PlainDate,
  numbered: Numbered,
  lifecycle: Lifecycle,
): SeededMeeting {
  const id = context.id()
  context.tx
    .insert(meetings)
    .values({
      id,
      forumId,
      ...numbered,
      heldOn,
      startsAt: meets.at,
      durationMinutes: meets.minutes,
      place: meets.place,
      ...lifecycle,
    })
    .run()
  const meeting = { id, forumId, convenerId, heldOn }
  tell(context, meeting, 'meeting.planned', lifecycle.createdAt)
  if (lifecycle.announcedAt) tell(context, meeting, 'meeting.announced', lifecycle.announcedAt)
  if (lifecycle.agendaSentAt) tell(context, meeting, 'meeting.agenda-sent', lifecycle.agendaSentAt)
  return meeting
}

const tell = (context: SeedContext, meeting: SeededMeeting, kind: string, at: Date) =>
  context.tell(
    { kind, subject: ['meeting', meeting.id], forumId: meeting.forumId, data: { heldOn: meeting.heldOn } },
    at,
    meeting.convenerId,
  )
