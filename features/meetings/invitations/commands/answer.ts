import { and, eq, inArray, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { agendaItems, invitations, meetings, type RsvpAnswer } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer, visible } from '@/policy'
import { findMeeting, type Meeting } from '../../queries'
import { type Invited, listInvited } from '../../recipients/queries'
import { isBeforeHeld } from '../../rules'
import type { AnswerInput, NoteAnswerInput } from '../input'

/** Whether one comes, sends somebody, stays away or comes to some items only. The last answer counts; why is never asked (R9). */
export function answerInvitation(person: Viewer, input: AnswerInput, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, input.meetingId)
    authorize(can.answerInvitation(person, meeting))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`answerTo_${meeting.state}`)
    const seated = listInvited(tx, meeting).find(({ personId }) => personId === person.personId)
    authorize(seated !== undefined)
    keep(tx, meeting, seated, input, input.answer === 'partly' ? requireItems(tx, person, input) : null, now)
    const { id: meetingId, forumId } = meeting
    const data = { answer: input.answer, party: seated.partyId }
    record(tx, person, { kind: 'invitation.answered', subject: ['meeting', meetingId], forumId, data }, now)
  })
}

/** The same for somebody who called: a coordinator notes what was said. */
export function noteAnswer(person: Viewer, input: NoteAnswerInput, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, input.meetingId)
    authorize(can.conveneMeetings(person))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`answerTo_${meeting.state}`)
    const seated = listInvited(tx, meeting).find(({ personId }) => personId === input.personId)
    if (!seated) throw new Refused('unknown', undefined, 'personId')
    keep(tx, meeting, seated, input, null, now)
    const { id: meetingId, forumId } = meeting
    const data = { answer: input.answer, party: seated.partyId, person: seated.personId }
    record(tx, person, { kind: 'invitation.noted', subject: ['meeting', meetingId], forumId, data }, now)
  })
}

type Said = { answer: RsvpAnswer; deputyName?: string }

function keep(
  tx: Transaction,
  { id: meetingId }: Meeting,
  { personId, partyId }: Invited,
  { answer, deputyName = '' }: Said,
  itemIds: string[] | null,
  now: Date,
): void {
  const said = { answer, deputyName: answer === 'deputy' ? deputyName : null, itemIds, answeredAt: now }
  tx.insert(invitations)
    .values({ id: newId(), meetingId, personId, partyId, invitedAt: now, ...said })
    .onConflictDoUpdate({ target: [invitations.meetingId, invitations.personId], set: said })
    .run()
}

/** Those of the agenda as its reader sees it, in the order they were given. */
function requireItems(
  tx: Transaction,
  person: Viewer,
  { meetingId, itemIds }: { meetingId: string; itemIds: string[] },
): string[] {
  const wanted = [...new Set(itemIds)]
  const seen = tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(agendaItems.meetingId, meetingId),
        inArray(agendaItems.id, wanted),
        isNull(agendaItems.removedAt),
        visible.agendaItems(person),
      ),
    )
    .all()
  if (seen.length < wanted.length) throw new Refused('unknown', undefined, 'itemIds')
  return wanted
}
