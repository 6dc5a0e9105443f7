import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import {
  actionItems,
  agendaItems,
  decisions,
  notes,
  parties,
  people,
  topics,
  type Visibility,
} from '@/db/schema'
import { decisionLabel } from '@/features/decisions/rules'
import { type LocalTime, localTime, type PlainDate } from '@/lib/dates'
import type { LineKind } from '../rules'

/** A line of the log as the workspace shows it. */
export type LogLine = {
  id: string
  itemId: string
  kind: LineKind
  text: string
  visibility: Visibility
  at: LocalTime
  version: number
  /** A decision's number, once it has one. */
  label?: string
  who?: { partyId: string; party: string; personId: string; person: string }
  dueOn?: PlainDate
  /** An action item that has left the log is changed on its own page. */
  gone?: boolean
}
type Timed = LogLine & { loggedAt: Date }

/** Everything said at a meeting, in the order it was logged. Four statements; the caller has judged who may read it. */
export function listLines(reader: Reader, meetingId: string): LogLine[] {
  return [
    ...noteLines(reader, meetingId),
    ...decisionLines(reader, meetingId),
    ...actionLines(reader, meetingId),
    ...topicLines(reader, meetingId),
  ]
    .toSorted((a, b) => a.loggedAt.getTime() - b.loggedAt.getTime())
    .map(({ loggedAt: _, ...line }) => line)
}

const noteLines = (reader: Reader, meetingId: string): Timed[] =>
  reader
    .select({
      id: notes.id,
      itemId: notes.agendaItemId,
      text: notes.body,
      visibility: notes.visibility,
      loggedAt: notes.loggedAt,
      version: notes.version,
    })
    .from(notes)
    .where(and(eq(notes.meetingId, meetingId), isNull(notes.removedAt)))
    .all()
    .map((row) => ({ ...row, kind: 'note', at: localTime(row.loggedAt) }))

const decisionLines = (reader: Reader, meetingId: string): Timed[] =>
  reader
    .select({
      id: decisions.id,
      itemId: decisions.agendaItemId,
      text: decisions.body,
      visibility: decisions.visibility,
      loggedAt: decisions.loggedAt,
      version: decisions.version,
      number: decisions.number,
      decidedOn: decisions.decidedOn,
    })
    .from(decisions)
    .where(and(eq(decisions.meetingId, meetingId), isNull(decisions.removedAt)))
    .all()
    .map(({ number, decidedOn, ...row }) => ({
      ...row,
      kind: 'decision',
      at: localTime(row.loggedAt),
      ...(number === null ? {} : { label: decisionLabel({ number, decidedOn, visibility: row.visibility }) }),
    }))

const actionLines = (reader: Reader, meetingId: string): Timed[] =>
  reader
    .select({
      id: actionItems.id,
      itemId: actionItems.agendaItemId,
      text: actionItems.title,
      visibility: actionItems.visibility,
      loggedAt: actionItems.createdAt,
      version: actionItems.version,
      dueOn: actionItems.dueOn,
      state: actionItems.state,
      releasedAt: actionItems.releasedAt,
      partyId: parties.id,
      party: parties.shortName,
      personId: people.id,
      person: people.name,
    })
    .from(actionItems)
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .innerJoin(people, eq(people.id, actionItems.responsiblePersonId))
    .where(and(eq(actionItems.meetingId, meetingId), isNull(actionItems.removedAt)))
    .orderBy(asc(actionItems.createdAt))
    .all()
    .map(({ state, releasedAt, partyId, party, personId, person, itemId, ...row }) => ({
      ...row,
      kind: 'action',
      itemId: itemId ?? '',
      at: localTime(row.loggedAt),
      who: { partyId, party, personId, person },
      ...(releasedAt || state !== 'open' ? { gone: true } : {}),
    }))

const topicLines = (reader: Reader, meetingId: string): Timed[] =>
  reader
    .select({
      id: topics.id,
      itemId: agendaItems.id,
      text: topics.title,
      visibility: agendaItems.visibility,
      loggedAt: topics.createdAt,
    })
    .from(topics)
    .innerJoin(agendaItems, eq(agendaItems.id, topics.raisedAtId))
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(topics.removedAt)))
    .all()
    .map((row) => ({ ...row, kind: 'topic', at: localTime(row.loggedAt), version: 1 }))
