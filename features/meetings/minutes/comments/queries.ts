import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import { meetings, minutes, minutesComments, parties, people } from '@/db/schema'
import { type Viewer, visible } from '@/policy'

export type Comment = ReturnType<typeof listComments>[number]

/** What was remarked on one version of the minutes, as far as the viewer may read it, in the order it was said. */
export function listComments(viewer: Viewer, minutesId: string) {
  const answerer = alias(people, 'answerer')
  return db()
    .select({
      id: minutesComments.id,
      itemId: minutesComments.agendaItemId,
      author: people.name,
      party: parties.shortName,
      body: minutesComments.body,
      writtenAt: minutesComments.writtenAt,
      answer: minutesComments.answer,
      followed: minutesComments.followed,
      answeredBy: answerer.name,
    })
    .from(minutesComments)
    .innerJoin(minutes, eq(minutes.id, minutesComments.minutesId))
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .innerJoin(people, eq(people.id, minutesComments.authorId))
    .innerJoin(parties, eq(parties.id, minutesComments.partyId))
    .leftJoin(answerer, eq(answerer.id, minutesComments.answeredById))
    .where(
      and(
        eq(minutesComments.minutesId, minutesId),
        isNull(minutesComments.removedAt),
        visible.comments(viewer),
      ),
    )
    .orderBy(asc(minutesComments.writtenAt))
    .all()
}
