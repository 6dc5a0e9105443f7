import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { agendaItems } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { findAgendaItem } from '../../agenda/queries'
import { findMeeting } from '../../queries'
import type { OutcomeInput } from '../input'
import { requireLoggable } from './loggable'

/** Said by hand, where the lines do not say it. The item's version guards its words, so it stays. */
export function setOutcome(person: Viewer, { meetingId, itemId, outcome }: OutcomeInput, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    requireLoggable(meeting)
    const { item } = findAgendaItem(tx, person, itemId)
    if (item.meetingId !== meeting.id) throw new NotFound()
    if (item.outcome === outcome) return
    tx.update(agendaItems).set({ outcome }).where(eq(agendaItems.id, item.id)).run()
    record(
      tx,
      person,
      {
        kind: 'agenda-item.outcome-set',
        subject: ['agenda-item', item.id],
        forumId: meeting.forumId,
        data: { outcomeBefore: item.outcome, outcomeAfter: outcome },
      },
      now,
    )
  })
}
