import { and, count, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { forums, masterPlans, steeringGroups, successionItems } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Question, Refused } from '@/lib/errors'
import { formatTypedHours } from '@/lib/format'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeSteeringGroupInput, NewSteeringGroupInput } from '../input'
import type { Baseline } from '../rules'
import { keepBaseline } from './baseline'

/** An old group that nobody had written down yet, and the forum that took over (S12, S36). */
export function addSteeringGroup(person: Viewer, typed: NewSteeringGroupInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const { baseline, ...input } = apart(typed)
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
    keepBaseline(tx, person, { groupId: id, ...baseline }, now)
  })
}

/** The row and its figures; another successor is asked about, when something already went to the first. */
export function changeSteeringGroup(
  person: Viewer,
  { id, version, confirm, ...typed }: ChangeSteeringGroupInput,
  now: Date,
): void {
  write((tx) => {
    authorize(can.administer(person))
    const group = tx.select().from(steeringGroups).where(eq(steeringGroups.id, id)).get()
    if (!group) throw new NotFound()
    const shown = asShown(group)
    refuseOverwriting(shown, version, changedFields<Partial<typeof shown>>(shown, asShown(typed)))
    const { baseline, ...input } = apart(typed)
    keepBaseline(tx, person, { groupId: id, ...baseline }, now)
    const changed = changedFields<typeof input>(group, input)
    if (changed.length === 0) return
    requireFreeName(tx, input.name, id)
    requireForum(tx, input.successorForumId)
    if (changed.includes('successorForumId') && !confirm.includes('successorHasPlacements'))
      askAboutPlacements(tx, group)
    tx.update(steeringGroups)
      .set({ ...input, version: sql`${steeringGroups.version} + 1` })
      .where(eq(steeringGroups.id, id))
      .run()
    const data = { changed, endedBefore: group.endedOn, endedAfter: input.endedOn }
    const change = { kind: 'steering-group.changed', forumId: input.successorForumId, data }
    record(tx, person, { ...change, subject: ['steering-group', id] }, now)
  })
}

type Words = Omit<NewSteeringGroupInput, 'planId' | keyof Baseline>

/** The group's row, and how it was. */
function apart<Typed extends Words & Baseline>({
  meetingsAYear,
  municipalPeople,
  minutesAYear,
  baselineSource,
  baselineEstimated,
  ...input
}: Typed) {
  const baseline = { meetingsAYear, municipalPeople, minutesAYear, baselineSource, baselineEstimated }
  return { ...input, baseline }
}

/** In a conflict their hours are shown as they are typed. */
const asShown = <Row extends { minutesAYear: number | null }>(row: Row) => ({
  ...row,
  minutesAYear: row.minutesAYear === null ? null : formatTypedHours(row.minutesAYear),
})

function askAboutPlacements(reader: Reader, group: typeof steeringGroups.$inferSelect): void {
  if (group.successorForumId === null) return
  const placed = reader
    .select({ count: count() })
    .from(successionItems)
    .where(
      and(
        eq(successionItems.steeringGroupId, group.id),
        isNull(successionItems.removedAt),
        isNotNull(successionItems.placement),
        ne(successionItems.placement, 'ended'),
      ),
    )
    .get()
  const forum = reader.select().from(forums).where(eq(forums.id, group.successorForumId)).get()
  if (placed && placed.count > 0)
    throw new Question('successorForumId', 'successorHasPlacements', {
      count: placed.count,
      forum: forum?.name ?? '',
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
