import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { actionItems, agendaItems, decisions, notes, topics } from '@/db/schema'
import { addActionItem } from '@/features/action-items/commands/create'
import { record } from '@/features/activity/record'
import { NotFound } from '@/lib/errors'
import { textHash } from '@/lib/text-hash'
import { authorize, can, type Viewer } from '@/policy'
import { type AgendaItem, findAgendaItem } from '../../agenda/queries'
import { findMeeting, type Meeting } from '../../queries'
import type { LogLineInput } from '../input'
import { noWiderThan, outcomeAfter } from '../rules'
import { askBeforeSharing } from './ask-before-sharing'
import { begin } from './begin'
import { requireLoggable } from './loggable'

/**
 * One line of the meeting: a note, a decision, an action item or a topic for later. The browser gives the id,
 * so a line that was sent twice is there once. Throws a Question about a doubtful due date.
 */
export function logLine(person: Viewer, input: LogLineInput, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, input.meetingId)
    authorize(can.conveneMeetings(person))
    requireLoggable(meeting)
    const { item } = findAgendaItem(tx, person, input.itemId)
    if (item.meetingId !== meeting.id) throw new NotFound()
    if (isLogged(tx, input)) return

    const started = begin(tx, person, meeting, now)
    insert(tx, person, meeting, item, input, now)
    const outcome = outcomeAfter(input.kind, item)
    tx.update(agendaItems).set({ outcome }).where(eq(agendaItems.id, item.id)).run()
    record(
      tx,
      person,
      {
        kind: 'minutes.line-logged',
        subject: [input.kind, input.id],
        forumId: meeting.forumId,
        data: {
          item: item.id,
          text: textHash(input.text),
          outcomeBefore: item.outcome,
          outcomeAfter: outcome,
          started,
        },
      },
      now,
    )
  })
}

const TABLES = { note: notes, decision: decisions, action: actionItems, topic: topics }

function isLogged(tx: Transaction, { kind, id }: LogLineInput): boolean {
  const table = TABLES[kind]
  return tx.select({ id: table.id }).from(table).where(eq(table.id, id)).get() !== undefined
}

function insert(
  tx: Transaction,
  person: Viewer,
  meeting: Meeting,
  item: AgendaItem,
  input: LogLineInput,
  now: Date,
): void {
  const { id, text } = input
  if (input.kind === 'topic') {
    const topic = { id, forumId: meeting.forumId, title: text, raisedAtId: item.id, createdAt: now }
    tx.insert(topics).values(topic).run()
    return
  }
  const place = { meetingId: meeting.id, agendaItemId: item.id }
  const visibility = noWiderThan(item.visibility, input.visibility ?? item.visibility)
  if (input.kind === 'action') {
    const { partyId, personId, dueOn, confirm } = input
    askBeforeSharing(tx, item, partyId, confirm)
    const task = { id, forumId: meeting.forumId, title: text, partyId, personId, dueOn, visibility, ...place }
    addActionItem(tx, person, { ...task, confirm }, now)
    return
  }
  const words = { id, body: text, visibility, loggedAt: now, loggedById: person.personId, ...place }
  if (input.kind === 'note') tx.insert(notes).values(words).run()
  else
    tx.insert(decisions)
      .values({ ...words, forumId: meeting.forumId, decidedOn: meeting.heldOn })
      .run()
}
