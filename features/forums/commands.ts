import { and, count, eq, gt, inArray, isNull, max, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { areas, type ForumKind, forums, masterPlans, meetings, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Question, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeForumInput, NewForumInput, NewGroupInput } from './input'
import { slugOf } from './rules'

/** A forum and the area it is for (S30); it stands last until somebody says otherwise. Returns its slug. */
export function addForum(person: Viewer, { area, source, ...input }: NewForumInput, now: Date): string {
  return write((tx) => {
    authorize(can.administer(person))
    const slug = slugOf(area)
    if (slug === '') throw new Refused('nameWithoutLetters', undefined, 'area')
    const taken = tx.select({ id: areas.id }).from(areas).where(eq(areas.slug, slug)).get()
    if (taken) throw new Refused('nameTaken', { name: area }, 'area')
    requireFreeName(tx, input.name)
    requireCoordinators(tx, input)
    const [areaId, id] = [newId(), newId()]
    const last =
      tx
        .select({ position: max(forums.position) })
        .from(forums)
        .get()?.position ?? -1
    const { validFrom, validTo } = input
    tx.insert(areas).values({ id: areaId, slug, name: area, source, validFrom, validTo }).run()
    tx.insert(forums)
      .values({ id, areaId, slug, ...input, position: last + 1 })
      .run()
    record(tx, person, { kind: 'area.created', subject: ['area', areaId] }, now)
    record(
      tx,
      person,
      { kind: 'forum.created', subject: ['forum', id], forumId: id, data: { validFrom, validTo } },
      now,
    )
    return slug
  })
}

/** A working group or practice network under a forum, in its area and with its mark; seats and meetings are its own. Returns its slug. */
export function addGroup(person: Viewer, { parentId, ...input }: NewGroupInput, now: Date): string {
  return write((tx) => {
    authorize(can.administer(person))
    const parent = tx.select().from(forums).where(eq(forums.id, parentId)).get()
    if (parent?.kind !== 'forum') throw new NotFound()
    const ownPart = slugOf(input.name)
    if (ownPart === '') throw new Refused('nameWithoutLetters', undefined, 'name')
    const slug = `${parent.slug}-${ownPart}`
    const taken = tx.select({ id: forums.id }).from(forums).where(eq(forums.slug, slug)).get()
    if (taken) throw new Refused('nameTaken', { name: input.name }, 'name')
    requireFreeName(tx, input.name)
    requireCoordinators(tx, input)
    requirePlan(tx, { kind: input.kind, areaId: parent.areaId }, input.planId)
    const id = newId()
    const { areaId, mark, position } = parent
    tx.insert(forums)
      .values({ id, slug, parentId, areaId, mark, position, ...input })
      .run()
    const data = { parent: parentId, kind: input.kind, plan: input.planId }
    record(tx, person, { kind: 'forum.created', subject: ['forum', id], forumId: id, data }, now)
    return slug
  })
}

/** Name, mark, rhythm, who convenes, and from when to when; a forum that ends keeps all its records. */
export function changeForum(
  person: Viewer,
  { id, version, confirm, ...input }: ChangeForumInput,
  now: Date,
): void {
  write((tx) => {
    authorize(can.administer(person))
    const forum = tx.select().from(forums).where(eq(forums.id, id)).get()
    if (!forum) throw new NotFound()
    const changed = changedFields<typeof input>(forum, input)
    if (changed.length === 0) return
    refuseOverwriting<typeof input>(forum, version, changed)
    requireFreeName(tx, input.name, id)
    requireCoordinators(tx, input)
    requirePlan(tx, forum, input.planId)
    if (input.validTo && changed.includes('validTo') && !confirm.includes('forumHasMeetings')) {
      askAboutMeetings(tx, id, input.validTo)
    }
    tx.update(forums)
      .set({ ...input, version: forum.version + 1 })
      .where(eq(forums.id, id))
      .run()
    const { convenerId, deputyConvenerId, planId, validFrom, validTo } = input
    record(
      tx,
      person,
      {
        kind: 'forum.changed',
        subject: ['forum', id],
        forumId: id,
        data: { changed, convenerId, deputyConvenerId, planId, validFrom, validTo },
      },
      now,
    )
  })
}

function requireFreeName(reader: Reader, name: string, id = ''): void {
  const taken = reader
    .select({ id: forums.id })
    .from(forums)
    .where(and(eq(forums.name, name), ne(forums.id, id)))
    .get()
  if (taken) throw new Refused('nameTaken', { name }, 'name')
}

type Conveners = { convenerId: string | null; deputyConvenerId: string | null }

/** Forums are convened by the team, and by two different people where there is a deputy. */
function requireCoordinators(reader: Reader, { convenerId, deputyConvenerId }: Conveners): void {
  const named = [convenerId, deputyConvenerId].filter((id) => id !== null)
  if (named.length === 2 && convenerId === deputyConvenerId)
    throw new Refused('ownDeputy', undefined, 'deputyConvenerId')
  const coordinators = reader
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, named), eq(people.role, 'coordinator'), isNull(people.deactivatedAt)))
    .all()
  if (coordinators.length < named.length) throw new NotFound()
}

/** A group that serves one plan alone is a working group, and the plan is one of its area. */
function requirePlan(
  reader: Reader,
  { kind, areaId }: { kind: ForumKind; areaId: string },
  planId: string | null,
): void {
  if (planId === null) return
  if (kind !== 'working_group') throw new Refused('planForWorkingGroup', undefined, 'planId')
  const plan = reader.select().from(masterPlans).where(eq(masterPlans.id, planId)).get()
  if (!plan) throw new NotFound()
  if (plan.areaId !== areaId) throw new Refused('planElsewhere', undefined, 'planId')
}

function askAboutMeetings(reader: Reader, forumId: string, validTo: string): void {
  const later = reader
    .select({ count: count() })
    .from(meetings)
    .where(and(eq(meetings.forumId, forumId), gt(meetings.heldOn, validTo), ne(meetings.state, 'cancelled')))
    .get()
  if (later && later.count > 0) throw new Question('validTo', 'forumHasMeetings', { count: later.count })
}
