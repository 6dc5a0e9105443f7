import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { agendaItems } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting } from '../../queries'
import { isBeforeHeld } from '../../rules'
import { writeFirstAgenda } from './first-agenda'

/** The first agenda of a meeting that a series planned, from what the forum has open on this day; made once. */
export function makeAgenda(person: Viewer, { id }: { id: string }, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, id)
    authorize(can.conveneMeetings(person))
    const { state, forumId } = meeting
    if (!isBeforeHeld(state)) throw new Refused(`meetingIs_${state}`)
    const made = tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, id))
      .limit(1)
      .get()
    if (made) throw new Refused('agendaMade')
    const items = writeFirstAgenda(tx, person, meeting, now)
    record(
      tx,
      person,
      { kind: 'meeting.agenda-made', subject: ['meeting', id], forumId, data: { items } },
      now,
    )
  })
}
