import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { actionItems, agendaItems, decisions, notes } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { isBeforeHeld } from '../../rules'
import { findAgendaItem } from '../queries'
import { moveItem, placeItem } from '../rules'
import { requireFreeTopic } from './add'
import { placesOf, renumber } from './order'

/** Off the agenda, to be put back by `restoreAgendaItem`. What was talked about stays. */
export function removeAgendaItem(person: Viewer, { id }: { id: string }, now: Date): void {
  write((tx) => {
    const { item, meeting } = findAgendaItem(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`meetingIs_${meeting.state}`)
    if (item.outcome !== 'pending' || isWrittenAbout(tx, id)) throw new Refused('itemIsLogged')
    tx.update(agendaItems).set({ removedAt: now }).where(eq(agendaItems.id, id)).run()
    record(
      tx,
      person,
      {
        kind: 'agenda-item.removed',
        subject: ['agenda-item', id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id, sent: item.sentAt !== null },
      },
      now,
    )
  })
}

/** Back to the place it had, as far as the agenda still has it. */
export function restoreAgendaItem(person: Viewer, { id }: { id: string }, now: Date): void {
  write((tx) => {
    const { item, meeting } = findAgendaItem(tx, person, id, { removed: true })
    authorize(can.conveneMeetings(person))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`meetingIs_${meeting.state}`)
    requireFreeTopic(tx, meeting.id, item.topicId)
    const atTheEnd = placeItem(placesOf(tx, meeting.id), item)
    const placed = atTheEnd.map((other, index) => ({ ...other, position: index + 1 }))
    tx.update(agendaItems).set({ removedAt: null }).where(eq(agendaItems.id, id)).run()
    renumber(tx, moveItem(placed, id, item.position))
    record(
      tx,
      person,
      {
        kind: 'agenda-item.restored',
        subject: ['agenda-item', id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id, sent: item.sentAt !== null },
      },
      now,
    )
  })
}

const isWrittenAbout = (reader: Reader, itemId: string): boolean =>
  [notes, decisions, actionItems].some((table) =>
    reader
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.agendaItemId, itemId), isNull(table.removedAt)))
      .get(),
  )
