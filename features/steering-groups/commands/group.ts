import { and, eq, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { forums, masterPlans, steeringGroups } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeSteeringGroupInput, NewSteeringGroupInput } from '../input'

/** An old group that nobody had written down yet, and the forum that took over (S12, S36). */
export function addSteeringGroup(person: Viewer, input: NewSteeringGroupInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const plan = tx.select().from(masterPlans).where(eq(masterPlans.id, input.planId)).get()
    if (!plan) throw new NotFound()
    requireFreeName(tx, input.name)
    requireForum(tx, input.successorForumId)
    const id = newId()
    tx.insert(steeringGroups)
      .values({ id, ...input })
      .run()
    const { planId, endedOn, successorForumId } = input
    record(
      tx,
      person,
      {
        kind: 'steering-group.created',
        subject: ['steering-group', id],
        forumId: successorForumId,
        data: { planId, endedOn },
      },
      now,
    )
  })
}

export function changeSteeringGroup(
  person: Viewer,
  { id, version, ...input }: ChangeSteeringGroupInput,
  now: Date,
): void {
  write((tx) => {
    authorize(can.administer(person))
    const group = tx.select().from(steeringGroups).where(eq(steeringGroups.id, id)).get()
    if (!group) throw new NotFound()
    const changed = changedFields<typeof input>(group, input)
    if (changed.length === 0) return
    refuseOverwriting<typeof input>(group, version, changed)
    requireFreeName(tx, input.name, id)
    requireForum(tx, input.successorForumId)
    tx.update(steeringGroups)
      .set({ ...input, version: group.version + 1 })
      .where(eq(steeringGroups.id, id))
      .run()
    const data = { changed, endedBefore: group.endedOn, endedAfter: input.endedOn }
    const change = { kind: 'steering-group.changed', forumId: input.successorForumId, data }
    record(tx, person, { ...change, subject: ['steering-group', id] }, now)
  })
}

function requireFreeName(reader: Reader, name: string, id = ''): void {
  const taken = reader
    .select({ id: steeringGroups.id })
    .from(steeringGroups)
    .where(and(eq(steeringGroups.name, name), ne(steeringGroups.id, id)))
    .get()
  if (taken) throw new Refused('nameTaken', { name }, 'name')
}

function requireForum(reader: Reader, forumId: string | null): void {
  if (forumId === null) return
  const forum = reader
    .select({ id: forums.id })
    .from(forums)
    .where(and(eq(forums.id, forumId), eq(forums.kind, 'forum')))
    .get()
  if (!forum) throw new NotFound()
}
