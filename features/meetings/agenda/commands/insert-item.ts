import type { Transaction } from '@/db/open'
import { agendaItems, topics } from '@/db/schema'
import { newId } from '@/lib/ids'

type Row = Omit<typeof agendaItems.$inferInsert, 'meetingId' | 'topicId' | 'createdAt'> & { topicId?: string }

/** One appearance of a topic, a new one unless it is named; returns the item's id. */
export function insertItem(
  tx: Transaction,
  meeting: { id: string; forumId: string },
  { topicId, ...item }: Row,
  now: Date,
): string {
  const topic = topicId ?? newId()
  if (!topicId) {
    tx.insert(topics).values({ id: topic, forumId: meeting.forumId, title: item.title, createdAt: now }).run()
  }
  tx.insert(agendaItems)
    .values({ ...item, topicId: topic, meetingId: meeting.id, createdAt: now })
    .run()
  return item.id
}
