import 'server-only'
import { and, asc, count, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { agendaItems, meetings, outbox, parties, people, recipients, seats } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, isOutsider, type Viewer, visible } from '@/policy'
import { findMeeting } from '../queries'
import { CALENDAR_MAILS, type Sending } from './rules'

/** Who was sent the agenda or the minutes, when, and in which edition: for the municipality's own eyes. */
export function listRecipients(viewer: Viewer, meetingId: string, document: 'agenda' | 'minutes') {
  if (!can.seeAccounts(viewer)) return []
  return recipientsOf(db(), viewer, meetingId, document).all()
}

const recipientsOf = keptQuery((reader, viewer: Viewer, meetingId: string, document: 'agenda' | 'minutes') =>
  reader
    .select({
      id: recipients.id,
      person: people.name,
      party: parties.shortName,
      edition: recipients.edition,
      sentAt: recipients.sentAt,
    })
    .from(recipients)
    .innerJoin(meetings, eq(meetings.id, recipients.meetingId))
    .innerJoin(people, eq(people.id, recipients.personId))
    .innerJoin(parties, eq(parties.id, recipients.partyId))
    .where(
      and(eq(recipients.meetingId, meetingId), eq(recipients.document, document), visible.meetings(viewer)),
    )
    .orderBy(desc(recipients.sentAt), asc(parties.sortKey), asc(people.name))
    .prepare(),
)

export type MailCount = ReturnType<typeof countMail>[number]

/** How far the mails about it have come, and until when those that were never tried can be taken back. */
export function countMail(viewer: Viewer, meetingId: string, ...sendings: Sending[]) {
  if (!can.seeAccounts(viewer)) return []
  return mailOf(db(), viewer, meetingId, sendings).all()
}

const mailOf = keptQuery((reader, viewer: Viewer, meetingId: string, sendings: Sending[]) => {
  const fresh = sql`case when ${outbox.state} = 'waiting' and ${outbox.attempts} = 0 then ${outbox.notBefore} end`
  return reader
    .select({
      sending: sql<Sending>`${outbox.kind}`,
      state: outbox.state,
      count: count(),
      leavesAt: sql<Date | null>`max(${fresh})`.mapWith(outbox.notBefore),
      regretted: sql<number>`count(case when ${outbox.problem} = 'regretted' then 1 end)`,
    })
    .from(outbox)
    .innerJoin(meetings, eq(meetings.id, sql`${outbox.payload} ->> '$.meetingId'`))
    .where(and(eq(meetings.id, meetingId), inArray(outbox.kind, sendings), visible.meetings(viewer)))
    .groupBy(outbox.kind, outbox.state)
    .prepare()
})

/** Whether a sending may still be stopped before anything left. */
export const isInGrace = (mail: MailCount[], now: Date): boolean =>
  mail.some(({ leavesAt }) => leavesAt !== null && leavesAt > now)

type ToTell = Rehearsing & { seriesId: string | null }

/** Who gets a mail when the date is announced, and when what was announced is changed or cancelled. For the coordinators; nobody else is told. */
export function listWhoIsTold(viewer: Viewer, meeting: ToTell, sending: 'save_the_date' | 'meeting_moved') {
  if (!can.conveneMeetings(viewer)) return []
  const told = sending === 'save_the_date' ? listInvited(db(), meeting) : listTold(db(), meeting)
  return told.map(({ name, party }) => ({ name, party }))
}

/** Whose calendar was told of the meeting by mail, or may have been. */
export const listTold = (reader: Reader, { id, seriesId }: { id: string; seriesId: string | null }) =>
  reader
    .selectDistinct({
      personId: people.id,
      locale: people.locale,
      name: people.name,
      party: parties.shortName,
    })
    .from(outbox)
    .innerJoin(people, eq(people.id, outbox.recipientId))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(
      and(
        inArray(outbox.kind, [...CALENDAR_MAILS]),
        inArray(outbox.state, ['sent', 'sending', 'uncertain']),
        or(
          eq(sql`${outbox.payload} ->> '$.meetingId'`, id),
          seriesId ? eq(sql`${outbox.payload} ->> '$.seriesId'`, seriesId) : undefined,
        ),
      ),
    )
    .all()

export type Invited = ReturnType<typeof listInvited>[number]

/** Who sits in the forum on the day of the meeting, deputies too: once each, with the party of their first seat. */
export function listInvited(reader: Reader, meeting: { forumId: string; heldOn: PlainDate }) {
  const rows = reader
    .select({
      personId: people.id,
      name: people.name,
      role: people.role,
      locale: people.locale,
      homePartyId: people.partyId,
      partyId: seats.partyId,
      party: parties.shortName,
    })
    .from(seats)
    .innerJoin(people, eq(people.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(and(eq(seats.forumId, meeting.forumId), isLiveOn(meeting.heldOn), isNull(people.deactivatedAt)))
    .orderBy(parties.kind, parties.sortKey, people.name)
    .all()
  const once = new Map(rows.toReversed().map((row) => [row.personId, row]))
  return rows
    .filter((row) => once.get(row.personId) === row)
    .map((row) => ({ ...row, edition: isOutsider(row) ? ('forum' as const) : ('internal' as const) }))
}

/** What sending the agenda would do, for the coordinator to look through first. Throws NotFound for anybody else. */
export function getRehearsal(viewer: Viewer, meetingId: string, now: Date): Rehearsed[] {
  if (!can.conveneMeetings(viewer)) throw new NotFound()
  return rehearseAgenda(db(), findMeeting(db(), viewer, meetingId), now)
}

export type Rehearsed = ReturnType<typeof rehearseAgenda>[number]
type Rehearsing = { id: string; forumId: string; heldOn: PlainDate }

/** Who would be sent the agenda and what each would read of it, judged by the same rights as the page; `fresh` was never sent. */
export function rehearseAgenda(reader: Reader, meeting: Rehearsing, now: Date) {
  const invited = listInvited(reader, meeting)
  const seated = reader
    .select({ personId: seats.personId, partyId: seats.partyId })
    .from(seats)
    .where(
      and(
        inArray(
          seats.personId,
          invited.map(({ personId }) => personId),
        ),
        isLiveOn(meeting.heldOn),
      ),
    )
    .all()
  const items = reader
    .select({
      visibility: agendaItems.visibility,
      proposerPartyId: agendaItems.proposerPartyId,
      sentAt: agendaItems.sentAt,
    })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meeting.id), isNull(agendaItems.removedAt)))
    .all()
  return invited.map((person) => {
    const reader: Viewer = {
      ...person,
      partyId: person.homePartyId,
      partyName: person.party,
      theme: 'system',
      teamEndedOn: null,
      ownParties: [
        person.homePartyId,
        ...seated.filter(({ personId }) => personId === person.personId).map(({ partyId }) => partyId),
      ],
      windows: [{ forumId: meeting.forumId, from: meeting.heldOn, to: null }],
    }
    const read = items.filter((item) =>
      can.readAgendaItem(reader, { ...item, sentAt: now }, { ...meeting, announcedAt: now }),
    )
    const count = (wanted: string) => read.filter(({ visibility }) => visibility === wanted).length
    return {
      ...person,
      items: { forum: count('forum'), own: count('own'), internal: count('internal') },
      fresh: read.filter(({ sentAt }) => sentAt === null).length,
    }
  })
}

const isLiveOn = (day: PlainDate) =>
  and(lte(seats.validFrom, day), or(isNull(seats.validTo), gte(seats.validTo, day)))
