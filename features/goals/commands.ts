import { eq, max } from 'drizzle-orm'
import { write } from '@/db/client'
import { forums, goals } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeGoalInput, NewGoalInput } from './input'

/** What a forum wants to reach together (S37). */
export function addGoal(person: Viewer, { forumId, ...input }: NewGoalInput, now: Date): void {
  write((tx) => {
    authorize(can.developForums(person))
    const forum = tx.select({ id: forums.id }).from(forums).where(eq(forums.id, forumId)).get()
    if (!forum) throw new NotFound()
    const last = tx
      .select({ position: max(goals.position) })
      .from(goals)
      .where(eq(goals.forumId, forumId))
      .get()
    const id = newId()
    tx.insert(goals)
      .values({ id, forumId, ...input, position: (last?.position ?? -1) + 1 })
      .run()
    record(tx, person, { kind: 'goal.created', subject: ['goal', id], forumId }, now)
  })
}

/** A goal is never removed: it ends, and what was tied to it stays. */
export function changeGoal(person: Viewer, { id, version, ...input }: ChangeGoalInput, now: Date): void {
  write((tx) => {
    authorize(can.developForums(person))
    const goal = tx.select().from(goals).where(eq(goals.id, id)).get()
    if (!goal) throw new NotFound()
    const changed = changedFields<typeof input>(goal, input)
    if (changed.length === 0) return
    refuseOverwriting<typeof input>(goal, version, changed)
    tx.update(goals)
      .set({ ...input, version: goal.version + 1 })
      .where(eq(goals.id, id))
      .run()
    const { forumId } = goal
    record(tx, person, { kind: 'goal.changed', subject: ['goal', id], forumId, data: { changed } }, now)
  })
}
