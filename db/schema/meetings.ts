import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, localTime, plainDate, version, visibility } from './columns'
import { forums, seats } from './forums'
import { goals } from './goals'
import { initiatives } from './initiatives'
import { parties, people } from './parties'
import { masterPlans } from './plans'

export const MEETING_STATES = ['planned', 'announced', 'agenda_sent', 'held', 'closed', 'cancelled'] as const
export type MeetingState = (typeof MEETING_STATES)[number]

/** Meetings by a rule; each occurrence is a meeting of its own, to be moved or cancelled by itself. */
export const meetingSeries = sqliteTable(
  'meeting_series',
  {
    id: id(),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    /** An RRULE (RFC 5545) in Copenhagen time, with a COUNT or an UNTIL. */
    rule: text().notNull(),
    startsOn: plainDate().notNull(),
    startsAt: localTime().notNull(),
    durationMinutes: integer().notNull(),
    place: text().notNull().default(''),
    link: text().notNull().default(''),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [index('meeting_series_forum').on(t.forumId)],
)

export const meetings = sqliteTable(
  'meetings',
  {
    id: id(),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    year: integer().notNull(),
    number: integer().notNull(),
    heldOn: plainDate().notNull(),
    startsAt: localTime().notNull(),
    durationMinutes: integer().notNull(),
    place: text().notNull().default(''),
    link: text().notNull().default(''),
    sagsnr: text(),
    dokumentnr: text(),
    state: text({ enum: MEETING_STATES }).notNull().default('planned'),
    announcedAt: instant(),
    agendaSentAt: instant(),
    startedAt: instant(),
    heldAt: instant(),
    closedAt: instant(),
    cancelledAt: instant(),
    cancelReason: text(),
    seriesId: text().references(() => meetingSeries.id),
    /** The date its series gave it, wherever it was moved to. */
    occursOn: plainDate(),
    /** Rises when time or place change, or it is cancelled, as calendars count (RFC 5545 SEQUENCE). */
    sequence: integer().notNull().default(0),
    /** The last day on which members can propose items; what comes later is a supplement. */
    proposalsUntil: plainDate(),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex('meetings_number').on(t.forumId, t.year, t.number),
    index('meetings_forum_date').on(t.forumId, t.heldOn),
    index('meetings_date').on(t.heldOn),
    index('meetings_state').on(t.state, t.heldOn),
    index('meetings_series').on(t.seriesId),
  ],
)

/** A matter that lives for months; each time it is on an agenda is an agenda item. */
export const topics = sqliteTable(
  'topics',
  {
    id: id(),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    title: text().notNull(),
    /** The item under which somebody said "for later": such a topic has no agenda item yet. */
    raisedAtId: text().references((): AnySQLiteColumn => agendaItems.id),
    /** Comes back on every agenda of its forum. */
    standing: integer({ mode: 'boolean' }).notNull().default(false),
    /** Dropped or done with: it comes back no more. */
    closedAt: instant(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [index('topics_forum').on(t.forumId), index('topics_raised').on(t.raisedAtId)],
)

export const ITEM_KINDS = ['orientation', 'discussion', 'decision', 'formality'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]
export const OUTCOMES = ['pending', 'decided', 'discussed', 'noted', 'deferred', 'withdrawn'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why an item came back by itself when the agenda was made. */
export const CARRIED_BECAUSE = [
  'deferred',
  'unfinished',
  'standing',
  'open_action',
  'raised',
  'passed_on',
] as const
export type CarriedBecause = (typeof CARRIED_BECAUSE)[number]

export const agendaItems = sqliteTable(
  'agenda_items',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    topicId: text()
      .notNull()
      .references(() => topics.id),
    position: integer().notNull(),
    title: text().notNull(),
    kind: text({ enum: ITEM_KINDS }).notNull(),
    presenter: text().notNull().default(''),
    minutes: integer().notNull().default(0),
    description: text().notNull().default(''),
    visibility: visibility(),
    proposerPartyId: text().references(() => parties.id),
    planId: text().references(() => masterPlans.id),
    initiativeId: text().references(() => initiatives.id),
    goalId: text().references(() => goals.id),
    outcome: text({ enum: OUTCOMES }).notNull().default('pending'),
    carriedFromId: text().references((): AnySQLiteColumn => agendaItems.id),
    carriedBecause: text({ enum: CARRIED_BECAUSE }),
    /** The coordinator said that what came back stays. */
    keptAt: instant(),
    /** "Siden sidst": before the meeting it tells what the records say; that is the first line of the log. */
    writesItself: integer({ mode: 'boolean' }).notNull().default(false),
    /** Outsiders see an item from the moment it was sent to them, never before. */
    sentAt: instant(),
    removedAt: instant(),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    index('agenda_items_meeting').on(t.meetingId, t.position),
    index('agenda_items_topic').on(t.topicId),
    index('agenda_items_plan').on(t.planId),
    index('agenda_items_initiative').on(t.initiativeId),
  ],
)

export const ATTENDANCE_STATUSES = ['present', 'apology', 'deputy', 'absent'] as const
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number]

/** Party, name and title as they were that day; no reason for an absence is ever stored (R9). */
export const attendances = sqliteTable(
  'attendances',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    seatId: text().references(() => seats.id),
    personId: text().references(() => people.id),
    partyId: text().references(() => parties.id),
    name: text().notNull(),
    title: text().notNull().default(''),
    organisation: text().notNull().default(''),
    status: text({ enum: ATTENDANCE_STATUSES }),
    deputyName: text(),
    arrivedAt: localTime(),
    leftAt: localTime(),
    preparationMinutes: integer(),
    removedAt: instant(),
    version: version(),
  },
  (t) => [
    uniqueIndex('attendances_seat').on(t.meetingId, t.seatId),
    index('attendances_meeting').on(t.meetingId),
    index('attendances_party').on(t.partyId, t.meetingId),
  ],
)
