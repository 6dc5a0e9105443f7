import { and, count, eq, isNull } from 'drizzle-orm'
import { hashToken, newToken } from '@/auth/tokens'
import { write } from '@/db/client'
import { calendarFeeds, forums } from '@/db/schema'
import { record } from '@/features/activity/record'
import { appUrl } from '@/lib/env'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer, visible } from '@/policy'
import type { FeedInput, MakeFeedInput } from './input'

/** A person needs few: one for each calendar program. */
const MOST_FEEDS = 10

/** A secret address for a calendar program; shown this once, since only its hash is kept. Returns the address. */
export function makeFeed(person: Viewer, { forumId, withDueDates }: MakeFeedInput, now: Date): string {
  const [id, token] = [newId(), newToken()]
  write((tx) => {
    const { personId } = person
    authorize(can.changePreferences(person, { id: personId }))
    if (forumId) {
      const where = and(eq(forums.id, forumId), visible.forums(person))
      if (!tx.select({ id: forums.id }).from(forums).where(where).get()) {
        throw new Refused('unknown', undefined, 'forumId')
      }
    }
    const standing = and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt))
    const feeds = tx.select({ count: count() }).from(calendarFeeds).where(standing).get()
    if ((feeds?.count ?? 0) >= MOST_FEEDS) throw new Refused('tooManyFeeds', { most: MOST_FEEDS })
    const feed = { id, personId, forumId: forumId ?? null, withDueDates: withDueDates === 'on' }
    tx.insert(calendarFeeds)
      .values({ ...feed, tokenHash: hashToken(token), createdAt: now })
      .run()
    const data = { withDueDates: feed.withDueDates }
    record(
      tx,
      person,
      { kind: 'calendar-feed.made', subject: ['calendar-feed', id], forumId: feed.forumId, data },
      now,
    )
  })
  return new URL(`/calendar/${token}`, appUrl()).href
}

/** From now on nothing answers at the address. */
export function revokeFeed(person: Viewer, { id }: FeedInput, now: Date): void {
  write((tx) => {
    authorize(can.changePreferences(person, { id: person.personId }))
    const revoked = tx
      .update(calendarFeeds)
      .set({ revokedAt: now })
      .where(
        and(
          eq(calendarFeeds.id, id),
          eq(calendarFeeds.personId, person.personId),
          isNull(calendarFeeds.revokedAt),
        ),
      )
      .returning({ id: calendarFeeds.id })
      .get()
    if (!revoked) throw new NotFound()
    record(tx, person, { kind: 'calendar-feed.revoked', subject: ['calendar-feed', id] }, now)
  })
}
