import { write } from '@/db/client'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting } from '../../queries'
import { isBeforeHeld } from '../../rules'
import { hasAgenda, writeFirstAgenda } from './first-agenda'

/** The first agenda of a meeting that a series planned, from what the forum has open on this day; made once. */
export function makeAgenda(person: Viewer, { id }: { id: string }, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`meetingIs_${meeting.state}`)
    if (hasAgenda(tx, id)) throw new Refused('agendaMade')
    record(tx, person, writeFirstAgenda(tx, person, meeting, now), now)
  })
}
