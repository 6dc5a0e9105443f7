import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import { meetings, minutes, minutesComments } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer, visible } from '@/policy'
import { partySeatedFor } from '../../proposals/queries'
import { findMeeting } from '../../queries'
import { getMinutes } from '../queries/read'
import type { AnswerCommentInput, CommentInput } from './input'
import { isUnderReview } from './rules'

/** A remark at an item of the minutes in review, by who sits in the forum, until the deadline. */
export function comment(person: Viewer, { meetingId, itemId, body }: CommentInput, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.comment(person, meeting))
    const reviewed = getMinutes(person, meetingId, newestSent(getMinutes(person, meetingId)))
    if (!isUnderReview(reviewed, today(now)) || !reviewed.minutesId) throw new Refused('reviewOver')
    if (!reviewed.edition.items.some(({ id }) => id === itemId)) throw new NotFound()
    const party = partySeatedFor(person, meeting, tx)
    authorize(party !== undefined)
    const id = newId()
    const { minutesId } = reviewed
    const written = { agendaItemId: itemId, authorId: person.personId, partyId: party.id, body }
    tx.insert(minutesComments)
      .values({ id, minutesId, ...written, writtenAt: now })
      .run()
    const data = { meeting: meetingId, item: itemId, comment: id, party: party.id }
    const { forumId } = meeting
    record(tx, person, { kind: 'minutes.commented', subject: ['minutes', minutesId], forumId, data }, now)
  })
}

/** What the coordinator says to a remark, and whether the minutes were changed for it. */
export function answerComment(person: Viewer, { id, followed, answer }: AnswerCommentInput, now: Date): void {
  write((tx) => {
    const found = tx
      .select({
        minutesId: minutes.id,
        meetingId: meetings.id,
        forumId: meetings.forumId,
        said: minutesComments.answeredAt,
      })
      .from(minutesComments)
      .innerJoin(minutes, eq(minutes.id, minutesComments.minutesId))
      .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
      .where(and(eq(minutesComments.id, id), isNull(minutesComments.removedAt), visible.comments(person)))
      .get()
    if (!found) throw new NotFound()
    authorize(can.conveneMeetings(person))
    if (found.said) throw new Refused('commentAnswered')
    tx.update(minutesComments)
      .set({ followed, answer: answer || null, answeredAt: now, answeredById: person.personId })
      .where(eq(minutesComments.id, id))
      .run()
    const { minutesId, meetingId, forumId } = found
    const data = { meeting: meetingId, comment: id, followed }
    record(
      tx,
      person,
      { kind: 'minutes.comment-answered', subject: ['minutes', minutesId], forumId, data },
      now,
    )
  })
}

const newestSent = ({ versions }: ReturnType<typeof getMinutes>) => versions[0]?.version
