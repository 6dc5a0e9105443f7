import { and, eq, inArray, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { agendaItems, invitations, meetings } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer, visible } from '@/policy'
import { findMeeting } from '../../queries'
import { listInvited } from '../../recipients/queries'
import { isBeforeHeld } from '../../rules'
import type { AnswerInput } from '../input'

/** Whether one comes, sends somebody, stays away or comes to some items only. The last answer counts; why is never asked (R9). */
export function answerInvitation(person: Viewer, input: AnswerInput, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, input.meetingId)
    authorize(can.answerInvitation(person, meeting))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`answerTo_${meeting.state}`)
    const seated = listInvited(tx, meeting).find(({ personId }) => personId === person.personId)
    authorize(seated !== undefined)
    const said = {
      answer: input.answer,
      deputyName: input.answer === 'deputy' ? input.deputyName : null,
      itemIds: input.answer === 'partly' ? requireItems(tx, person, input) : null,
      answeredAt: now,
    }
    const { id: meetingId, forumId } = meeting
    const { personId, partyId } = seated
    tx.insert(invitations)
      .values({ id: newId(), meetingId, personId, partyId, invitedAt: now, ...said })
      .onConflictDoUpdate({ target: [invitations.meetingId, invitations.personId], set: said })
      .run()
    const data = { answer: input.answer, party: partyId }
    record(tx, person, { kind: 'invitation.answered', subject: ['meeting', meetingId], forumId, data }, now)
  })
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
