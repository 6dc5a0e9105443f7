import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { invitations } from '@/db/schema'
import { newId } from '@/lib/ids'
import type { Meeting } from '../../queries'
import { type Invited, listInvited } from '../../recipients/queries'

/** In the transaction that tells the forum of the meeting: everybody who sits there is asked to answer, once. Returns who they are. */
export function invite(tx: Transaction, meeting: Meeting, now: Date): Invited[] {
  const invited = listInvited(tx, meeting)
  for (const { personId, partyId } of invited) {
    tx.insert(invitations)
      .values({ id: newId(), meetingId: meeting.id, personId, partyId, invitedAt: now })
      .onConflictDoNothing()
      .run()
  }
  return invited
}

/** Moved to another hour, it is another question: what was answered counts no more. */
export const askAnew = (tx: Transaction, meetingId: string): void => {
  tx.update(invitations)
    .set({ answer: null, deputyName: null, itemIds: null, answeredAt: null, remindedAt: null })
    .where(eq(invitations.meetingId, meetingId))
    .run()
}
