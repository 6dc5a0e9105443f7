import { invitations } from '@/db/schema'
import { listInvited } from '@/features/meetings/recipients/queries'
import { addDays, plainDateOf } from '@/lib/dates'
import type { SeedContext } from './context'
import type { SeededMeeting } from './meetings'

/** Some have said that they come to the coming meeting; every third, and fsb, has not got round to it. */
export function writeAnswers(
  { tx, id, tell, today }: SeedContext,
  meeting: SeededMeeting,
  invitedAt: Date,
): void {
  for (const [index, { personId, partyId, party }] of listInvited(tx, meeting).entries()) {
    const said = index % 3 > 0 && party !== 'fsb' && addDays(plainDateOf(invitedAt), 1) < today
    const answeredAt = said ? new Date(invitedAt.getTime() + (20 + index) * 3_600_000) : null
    const invitation = { id: id(), meetingId: meeting.id, personId, partyId, invitedAt }
    tx.insert(invitations)
      .values({ ...invitation, answer: said ? 'coming' : null, answeredAt })
      .run()
    if (!answeredAt) continue
    const data = { answer: 'coming', party: partyId }
    const { forumId } = meeting
    tell(
      { kind: 'invitation.answered', subject: ['meeting', meeting.id], forumId, data },
      answeredAt,
      personId,
    )
  }
}
