import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { write } from '@/db/client'
import { invitations, meetings, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { today } from '@/lib/dates'
import { remindUntil } from './rules'

/** A mail, once, to those who have not answered for a meeting some days ahead whose agenda they were sent. Job. */
export function remindSilent(now: Date): void {
  write((tx) => {
    const silent = tx
      .select({
        id: invitations.id,
        meetingId: meetings.id,
        forumId: meetings.forumId,
        personId: people.id,
        locale: people.locale,
      })
      .from(invitations)
      .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
      .innerJoin(people, eq(people.id, invitations.personId))
      .where(
        and(
          isNull(invitations.answer),
          isNull(invitations.remindedAt),
          isNull(people.deactivatedAt),
          eq(meetings.state, 'agenda_sent'),
          gt(meetings.heldOn, today(now)),
          lte(meetings.heldOn, remindUntil(today(now))),
        ),
      )
      .all()
    if (silent.length === 0) return
    const ids = silent.map(({ id }) => id)
    tx.update(invitations).set({ remindedAt: now }).where(inArray(invitations.id, ids)).run()
    for (const { meetingId, personId, locale } of silent)
      post(tx, { kind: 'answer_reminder', to: { personId, locale }, payload: { meetingId } }, now)
    for (const [meetingId, reminded] of Map.groupBy(silent, (row) => row.meetingId)) {
      const forumId = reminded[0]?.forumId ?? null
      const data = { recipients: reminded.map(({ personId }) => personId) }
      const kind = 'invitation.reminded'
      record(tx, { job: 'remindSilent' }, { kind, subject: ['meeting', meetingId], forumId, data }, now)
    }
  })
}
