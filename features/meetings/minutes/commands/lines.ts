import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { actionItems, agendaItems, decisions, notes, parties, topics } from '@/db/schema'
import { addActionItem } from '@/features/action-items/commands/create'
import { record } from '@/features/activity/record'
import { NotFound, Question } from '@/lib/errors'
import { textHash } from '@/lib/text-hash'
import { authorize, can, type Viewer } from '@/policy'
import { type AgendaItem, findAgendaItem } from '../../agenda/queries'
import { findMeeting, type Meeting } from '../../queries'
import type { LogLineInput } from '../input'
import { noWiderThan, outcomeAfter } from '../rules'
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
    if (!confirm.includes('sharesInternal')) askBeforeSharing(tx, item, partyId)
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

/** Who is to do something must be told what, also an outsider who cannot see the item it came from (R4). */
export function askBeforeSharing(tx: Transaction, item: AgendaItem, partyId: string): void {
  if (item.visibility === 'forum') return
  if (item.visibility === 'own' && item.proposerPartyId === partyId) return
  const party = tx
    .select({ name: parties.shortName, kind: parties.kind })
    .from(parties)
    .where(eq(parties.id, partyId))
    .get()
  if (!party || party.kind === 'department') return
  throw new Question('responsible', 'sharesInternal', { party: party.name })
}
