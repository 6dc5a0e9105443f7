import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { actionItems, agendaItems, decisions, notes, topics } from '@/db/schema'
import { rewriteActionItem, setActionItemRemoved } from '@/features/action-items/commands/draft'
import { record } from '@/features/activity/record'
import { Conflict, NotFound } from '@/lib/errors'
import { textHash } from '@/lib/text-hash'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting, type Meeting } from '../../queries'
import type { ChangeLineInput, WhichLineInput } from '../input'
import { noWiderThan } from '../rules'
import { askBeforeSharing } from './ask-before-sharing'
import { requireLoggable } from './loggable'

type ProseInput = Extract<ChangeLineInput, { kind: 'note' | 'decision' }>

/** Saying the same again changes nothing. Throws a Conflict with the other's text when somebody was faster. */
export function changeLine(person: Viewer, input: ChangeLineInput, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, input.meetingId)
    authorize(can.conveneMeetings(person))
    requireLoggable(meeting)
    if (input.kind === 'action') return changeTask(tx, person, meeting, input, now)
    const before = changeProse(tx, input)
    if (before === null) return
    record(
      tx,
      person,
      {
        kind: 'minutes.line-changed',
        subject: [input.kind, input.id],
        forumId: meeting.forumId,
        data: { textBefore: textHash(before), textAfter: textHash(input.text) },
      },
      now,
    )
  })
}

/** Takes a line away, softly, or brings it back. Twice is once. */
export function removeLine(person: Viewer, input: WhichLineInput, now: Date): void {
  const { meetingId, id, kind, removed } = input
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    requireLoggable(meeting)
    const before = findRemovable(tx, meeting, kind, id)
    if ((before.removedAt !== null) === removed) return
    if (kind === 'action') return setActionItemRemoved(tx, person, { id, removed }, now)
    const table = REMOVABLE[kind]
    tx.update(table)
      .set({ removedAt: removed ? now : null })
      .where(eq(table.id, id))
      .run()
    record(
      tx,
      person,
      {
        kind: removed ? 'minutes.line-removed' : 'minutes.line-restored',
        subject: [kind, id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id },
      },
      now,
    )
  })
}

type TaskInput = Extract<ChangeLineInput, { kind: 'action' }>

function changeTask(tx: Transaction, person: Viewer, meeting: Meeting, input: TaskInput, now: Date): void {
  const before = tx
    .select({
      partyId: actionItems.responsiblePartyId,
      visibility: agendaItems.visibility,
      proposerPartyId: agendaItems.proposerPartyId,
    })
    .from(actionItems)
    .innerJoin(agendaItems, eq(agendaItems.id, actionItems.agendaItemId))
    .where(and(eq(actionItems.id, input.id), eq(actionItems.meetingId, meeting.id)))
    .get()
  if (!before) throw new NotFound()
  if (before.partyId !== input.partyId) askBeforeSharing(tx, before, input.partyId, input.confirm)
  rewriteActionItem(tx, person, { ...input, title: input.text }, now)
}

/** What was sent and is changed now is a draft again until it is sent anew. Returns the text before, null when it is the same. */
function changeProse(tx: Transaction, { kind, meetingId, id, ...input }: ProseInput): string | null {
  const table = REMOVABLE[kind]
  const row = tx
    .select({
      body: table.body,
      visibility: table.visibility,
      version: table.version,
      item: agendaItems.visibility,
    })
    .from(table)
    .innerJoin(agendaItems, eq(agendaItems.id, table.agendaItemId))
    .where(and(eq(table.id, id), eq(table.meetingId, meetingId), isNull(table.removedAt)))
    .get()
  if (!row) throw new NotFound()
  const visibility = noWiderThan(row.item, input.visibility ?? row.visibility)
  if (row.body === input.text && row.visibility === visibility) return null
  if (row.version !== input.version) {
    throw new Conflict('changed', { field: 'text', theirs: row.body, theirVersion: row.version })
  }
  tx.update(table)
    .set({ body: input.text, visibility, releasedAt: null, version: row.version + 1 })
    .where(eq(table.id, id))
    .run()
  return row.body
}

function findRemovable(tx: Transaction, meeting: Meeting, kind: keyof typeof REMOVABLE, id: string) {
  const table = REMOVABLE[kind]
  const ofMeeting =
    kind === 'topic'
      ? and(eq(topics.forumId, meeting.forumId), isNotNull(topics.raisedAtId))
      : eq(REMOVABLE[kind].meetingId, meeting.id)
  const row = tx
    .select({ removedAt: table.removedAt })
    .from(table)
    .where(and(eq(table.id, id), ofMeeting))
    .get()
  if (!row) throw new NotFound()
  return row
}

const REMOVABLE = { note: notes, decision: decisions, action: actionItems, topic: topics }
