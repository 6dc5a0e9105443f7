import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { agendaItems } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'
import { carriedTopics } from '../../topics/queries'
import { insertItem } from './insert-item'

type NewItem = Omit<
  typeof agendaItems.$inferInsert,
  'id' | 'meetingId' | 'topicId' | 'position' | 'createdAt'
>

/** Every meeting opens and ends with these; the municipality's papers are in Danish whoever plans them. */
const OPENING: NewItem[] = [
  { title: 'Velkomst og godkendelse af referat', kind: 'formality', minutes: 5, visibility: 'forum' },
  { title: 'Siden sidst', kind: 'orientation', minutes: 10, visibility: 'forum', writesItself: true },
]
const CLOSING: NewItem = { title: 'Eventuelt', kind: 'formality', minutes: 5, visibility: 'forum' }

type NewMeeting = { id: string; forumId: string; heldOn: PlainDate }

/** Opening, what comes back by itself, and "Eventuelt", in the transaction that plans or opens the meeting. Returns its event. */
export function writeFirstAgenda(tx: Transaction, person: Viewer, meeting: NewMeeting, now: Date) {
  // What was put off keeps its visibility: an internal matter does not become the forum's by waiting.
  const carried = carriedTopics(person, meeting, tx).map(({ since: _, ...topic }) => topic)
  const items = [...OPENING, ...carried, CLOSING].map((item, index) =>
    insertItem(tx, meeting, { id: newId(), ...item, position: index + 1 }, now),
  )
  const { id, forumId } = meeting
  return {
    kind: 'meeting.agenda-made',
    subject: ['meeting', id] as ['meeting', string],
    forumId,
    data: { items },
  }
}

/** Whether one was ever made, also when everything on it was removed since. */
export const hasAgenda = (tx: Transaction, meetingId: string): boolean =>
  tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .limit(1)
    .get() !== undefined
