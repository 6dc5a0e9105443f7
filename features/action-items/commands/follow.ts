import { and, eq, isNull } from 'drizzle-orm'
import { loadViewer } from '@/auth/viewer'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { type FollowerRole, followers } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { loadActionItem } from './load'

type Follower = { id: string; personId: string }

/** Beside the one who has it: informed or contributing. Everybody may follow what they read, a coordinator name others. */
export function addFollower(
  person: Viewer,
  { id, personId, role }: Follower & { role: FollowerRole },
  now: Date,
): void {
  write((tx) => {
    const item = loadActionItem(tx, person, id)
    authorize(can.nameFollower(person, { id: personId }))
    requireReader(tx, item, personId, now)
    tx.insert(followers)
      .values({ actionItemId: id, personId, role })
      .onConflictDoUpdate({
        target: [followers.actionItemId, followers.personId],
        set: { role, removedAt: null },
      })
      .run()
    const { forumId } = item
    const data = { person: personId, role }
    record(tx, person, { kind: 'action-item.followed', subject: ['action-item', id], forumId, data }, now)
  })
}

export function removeFollower(person: Viewer, { id, personId }: Follower, now: Date): void {
  write((tx) => {
    const { forumId } = loadActionItem(tx, person, id)
    authorize(can.nameFollower(person, { id: personId }))
    const gone = tx
      .update(followers)
      .set({ removedAt: now })
      .where(
        and(eq(followers.actionItemId, id), eq(followers.personId, personId), isNull(followers.removedAt)),
      )
      .returning({ id: followers.personId })
      .get()
    if (!gone) return
    const data = { person: personId }
    record(tx, person, { kind: 'action-item.unfollowed', subject: ['action-item', id], forumId, data }, now)
  })
}

/** Following shows nobody more than they may see. */
function requireReader(
  tx: Transaction,
  item: Parameters<typeof can.readActionItem>[1],
  personId: string,
  now: Date,
): void {
  const reader = loadViewer(tx, personId, now)
  if (!reader || !can.readActionItem(reader, item))
    throw new Refused('followerCannotRead', undefined, 'personId')
}
