import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import {
  actionItems,
  agendaItems,
  attendances,
  decisions,
  forums,
  meetings,
  notes,
  parties,
  people,
} from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { inReadingOrder } from '../../attendance/queries'
import type { MinutesFacts } from '../edition'

/**
 * All that minutes are made of, as it stands now and whoever may see it: for freezing an edition,
 * and for the municipality's own look at a draft. Six statements, however long the meeting was.
 */
export function readMinutesFacts(reader: Reader, meetingId: string): MinutesFacts {
  const meeting = reader
    .select({
      forum: forums.name,
      mark: forums.mark,
      number: meetings.number,
      year: meetings.year,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
      place: meetings.place,
      sagsnr: meetings.sagsnr,
      dokumentnr: meetings.dokumentnr,
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(eq(meetings.id, meetingId))
    .get()
  if (!meeting) throw new NotFound()
  return {
    meeting,
    participants: participants(reader, meetingId),
    items: items(reader, meetingId),
    ...prose(reader, meetingId),
    actionItems: tasks(reader, meetingId),
  }
}

const participants = (reader: Reader, meetingId: string): MinutesFacts['participants'] =>
  reader
    .select({
      name: attendances.name,
      title: attendances.title,
      organisation: attendances.organisation,
      kind: parties.kind,
      status: attendances.status,
      deputyName: attendances.deputyName,
    })
    .from(attendances)
    .leftJoin(parties, eq(parties.id, attendances.partyId))
    .where(and(eq(attendances.meetingId, meetingId), isNull(attendances.removedAt)))
    .orderBy(...inReadingOrder)
    .all()
    .map((row) => ({ ...row, kind: row.kind ?? 'guest' }))

const items = (reader: Reader, meetingId: string): MinutesFacts['items'] =>
  reader
    .select({
      id: agendaItems.id,
      position: agendaItems.position,
      title: agendaItems.title,
      kind: agendaItems.kind,
      presenter: agendaItems.presenter,
      visibility: agendaItems.visibility,
      proposerPartyId: agendaItems.proposerPartyId,
      proposer: parties.shortName,
      outcome: agendaItems.outcome,
    })
    .from(agendaItems)
    .leftJoin(parties, eq(parties.id, agendaItems.proposerPartyId))
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .all()

const prose = (reader: Reader, meetingId: string): Pick<MinutesFacts, 'notes' | 'decisions'> => ({
  notes: reader
    .select({
      id: notes.id,
      agendaItemId: notes.agendaItemId,
      text: notes.body,
      visibility: notes.visibility,
      loggedAt: notes.loggedAt,
    })
    .from(notes)
    .where(and(eq(notes.meetingId, meetingId), isNull(notes.removedAt)))
    .all(),
  decisions: reader
    .select({
      id: decisions.id,
      agendaItemId: decisions.agendaItemId,
      text: decisions.body,
      visibility: decisions.visibility,
      loggedAt: decisions.loggedAt,
      number: decisions.number,
      decidedOn: decisions.decidedOn,
    })
    .from(decisions)
    .where(and(eq(decisions.meetingId, meetingId), isNull(decisions.removedAt)))
    .all(),
})

const tasks = (reader: Reader, meetingId: string): MinutesFacts['actionItems'] =>
  reader
    .select({
      id: actionItems.id,
      agendaItemId: actionItems.agendaItemId,
      text: actionItems.title,
      visibility: actionItems.visibility,
      loggedAt: actionItems.createdAt,
      partyId: actionItems.responsiblePartyId,
      party: parties.shortName,
      person: people.name,
      dueOn: actionItems.dueOn,
    })
    .from(actionItems)
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .innerJoin(people, eq(people.id, actionItems.responsiblePersonId))
    .where(and(eq(actionItems.meetingId, meetingId), isNull(actionItems.removedAt)))
    .all()
    .map((row) => ({ ...row, agendaItemId: row.agendaItemId ?? '' }))
