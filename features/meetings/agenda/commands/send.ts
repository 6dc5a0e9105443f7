import { and, eq, inArray, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { agendaItems, meetings, recipients } from '@/db/schema'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import { invite } from '../../invitations/commands/invite'
import { findMeeting } from '../../queries'
import { type Rehearsed, rehearseAgenda } from '../../recipients/queries'
import { mayBecome } from '../../rules'

/**
 * Shares the agenda: from now on outsiders read their edition of it. Sent again it is a supplement, which goes to
 * those for whom it holds something new. Returns how many were sent it.
 */
export function sendAgenda(person: Viewer, { id }: { id: string }, now: Date): number {
  return write((tx) => {
    const meeting = findMeeting(tx, person, id)
    authorize(can.conveneMeetings(person))
    const supplement = meeting.state === 'agenda_sent'
    if (!supplement && !mayBecome(meeting.state, 'agenda_sent'))
      throw new Refused(`meetingIs_${meeting.state}`)
    const items = unsentItems(tx, id)
    if (supplement && items.length === 0) throw new Refused('nothingNewToSend')
    if (!supplement && !items.some(({ visibility }) => visibility === 'forum')) {
      throw new Refused('agendaEmpty')
    }

    const readers = rehearseAgenda(tx, meeting, now).filter(({ fresh }) => fresh > 0)
    const sent = items.map((item) => item.id)
    tx.update(agendaItems).set({ sentAt: now }).where(inArray(agendaItems.id, sent)).run()
    if (!supplement) {
      tx.update(meetings)
        .set({ state: 'agenda_sent', announcedAt: meeting.announcedAt ?? now, agendaSentAt: now })
        .where(eq(meetings.id, id))
        .run()
    }
    invite(tx, meeting, now)
    for (const reader of readers) share(tx, id, reader, supplement, now)
    record(
      tx,
      person,
      {
        kind: supplement ? 'meeting.supplement-sent' : 'meeting.agenda-sent',
        subject: ['meeting', id],
        forumId: meeting.forumId,
        data: { items: sent, recipients: readers.map(({ personId }) => personId) },
      },
      now,
    )
    return readers.length
  })
}

const unsentItems = (tx: Transaction, meetingId: string) =>
  tx
    .select({ id: agendaItems.id, visibility: agendaItems.visibility })
    .from(agendaItems)
    .where(
      and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt), isNull(agendaItems.sentAt)),
    )
    .all()

/** That it was shared is written down here; the mail itself leaves with the outbox. */
function share(tx: Transaction, meetingId: string, reader: Rehearsed, supplement: boolean, now: Date): void {
  const { personId, partyId, edition, locale } = reader
  tx.insert(recipients)
    .values({ id: newId(), meetingId, document: 'agenda', edition, personId, partyId, sentAt: now })
    .run()
  const payload: Record<string, string> = supplement ? { meetingId, as: 'supplement' } : { meetingId }
  post(tx, { kind: 'agenda', to: { personId, locale }, payload }, now)
}
