import { and, eq, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { forums, type MethodResult, methods, methodTrials } from '@/db/schema'
import { record } from '@/features/activity/record'
import { requireChoices } from '@/features/classifications/queries'
import { proposeForTeam } from '@/features/meetings/proposals/commands'
import { today } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeMethodInput, NewMethodInput, ProposeMethodInput, TrialInput } from './input'
import { findMethod } from './queries'

export function addMethod(person: Viewer, input: NewMethodInput, now: Date): string {
  return write((tx) => {
    authorize(can.developForums(person))
    requireFreeTitle(tx, input.title)
    requireKind(tx, input, null, now)
    const id = newId()
    tx.insert(methods)
      .values({ id, ...input, createdAt: now })
      .run()
    record(tx, person, { kind: 'method.created', subject: ['method', id] }, now)
    return id
  })
}

export function changeMethod(
  person: Viewer,
  { id, version, ...input }: ChangeMethodInput,
  now: Date,
): string {
  return write((tx) => {
    authorize(can.developForums(person))
    const stored = findMethod(tx, id)
    const changed = changedFields<typeof input>({ ...stored, link: stored.link ?? '' }, input)
    if (changed.length === 0) return id
    refuseOverwriting<typeof input>({ ...stored, link: stored.link ?? '' }, version, changed)
    requireFreeTitle(tx, input.title, id)
    requireKind(tx, input, stored.activityKindId, now)
    tx.update(methods)
      .set({ ...input, version: stored.version + 1 })
      .where(eq(methods.id, id))
      .run()
    record(tx, person, { kind: 'method.changed', subject: ['method', id], data: { changed } }, now)
    return id
  })
}

/** What one forum's experience is: being tried, works, or does not. */
export function setTrial(person: Viewer, { methodId, forumId, ...input }: TrialInput, now: Date): void {
  write((tx) => {
    authorize(can.developForums(person))
    findMethod(tx, methodId)
    requireForum(tx, forumId)
    keepTrial(tx, person, { methodId, forumId, ...input }, now)
    const data = { result: input.result }
    record(tx, person, { kind: 'method.tried', subject: ['method', methodId], forumId, data }, now)
  })
}

/** Becomes a topic at the other forum's next meeting, with what is known of it. */
export function proposeMethod(person: Viewer, { methodId, forumId }: ProposeMethodInput, now: Date): void {
  write((tx) => {
    authorize(can.developForums(person))
    const { title, description, evidence } = findMethod(tx, methodId)
    requireForum(tx, forumId)
    const known = tx
      .select({ result: methodTrials.result })
      .from(methodTrials)
      .where(and(eq(methodTrials.methodId, methodId), eq(methodTrials.forumId, forumId)))
      .get()
    if (known) throw new Refused('methodKnown', undefined, 'forumId')
    const words = { forumId, title, description: [description, evidence].filter(Boolean).join('\n\n') }
    const proposalId = proposeForTeam(tx, person, words, now)
    keepTrial(tx, person, { methodId, forumId, result: 'proposed', proposalId }, now)
    record(tx, person, { kind: 'method.proposed', subject: ['method', methodId], forumId }, now)
  })
}

type Kept = { methodId: string; forumId: string; result: MethodResult } & Partial<
  typeof methodTrials.$inferInsert
>

function keepTrial(tx: Transaction, person: Viewer, trial: Kept, now: Date): void {
  const {
    methodId: _,
    forumId: __,
    ...set
  } = {
    ...trial,
    changedAt: now,
    changedById: person.personId,
  }
  tx.insert(methodTrials)
    .values({ ...trial, changedAt: now, changedById: person.personId })
    .onConflictDoUpdate({ target: [methodTrials.methodId, methodTrials.forumId], set })
    .run()
}

function requireFreeTitle(reader: Reader, title: string, id = ''): void {
  const taken = reader
    .select({ id: methods.id })
    .from(methods)
    .where(and(eq(methods.title, title), ne(methods.id, id)))
    .get()
  if (taken) throw new Refused('nameTaken', { name: title }, 'title')
}

function requireKind(
  reader: Reader,
  { activityKindId }: { activityKindId: string | null },
  before: string | null,
  now: Date,
): void {
  const none = { themeId: null, targetGroupId: null }
  requireChoices(reader, { ...none, activityKindId }, { ...none, activityKindId: before }, today(now))
}

function requireForum(reader: Reader, forumId: string): void {
  const forum = reader
    .select({ id: forums.id })
    .from(forums)
    .where(and(eq(forums.id, forumId), eq(forums.kind, 'forum')))
    .get()
  if (!forum) throw new NotFound()
}
