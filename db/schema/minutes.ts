import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, plainDate, version, visibility } from './columns'
import { forums } from './forums'
import { agendaItems, meetings } from './meetings'
import { parties, people } from './parties'

export const notes = sqliteTable(
  'notes',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    agendaItemId: text()
      .notNull()
      .references(() => agendaItems.id),
    body: text().notNull(),
    visibility: visibility(),
    loggedAt: instant().notNull(),
    loggedById: text()
      .notNull()
      .references(() => people.id),
    releasedAt: instant(),
    removedAt: instant(),
    version: version(),
  },
  (t) => [index('notes_meeting').on(t.meetingId), index('notes_item').on(t.agendaItemId)],
)

export const DECISION_STATES = ['in_force', 'carried_out', 'replaced', 'lapsed'] as const
export type DecisionState = (typeof DECISION_STATES)[number]

/** Numbered when the minutes are sent: forum decisions 1, 2, 3 …, internal ones I1, I2 … in a series of their own. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: id(),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    agendaItemId: text()
      .notNull()
      .references(() => agendaItems.id),
    number: integer(),
    body: text().notNull(),
    visibility: visibility(),
    state: text({ enum: DECISION_STATES }).notNull().default('in_force'),
    decidedOn: plainDate().notNull(),
    reviewOn: plainDate(),
    replacedById: text(),
    loggedAt: instant().notNull(),
    loggedById: text()
      .notNull()
      .references(() => people.id),
    releasedAt: instant(),
    removedAt: instant(),
    version: version(),
  },
  (t) => [
    index('decisions_forum').on(t.forumId, t.state, t.decidedOn),
    index('decisions_meeting').on(t.meetingId),
    index('decisions_item').on(t.agendaItemId),
  ],
)

export const MINUTES_STATES = ['drafting', 'in_review', 'approved'] as const
export type MinutesState = (typeof MINUTES_STATES)[number]

/** What was sent is frozen here as it was sent, one edition for the forum and one for the municipality. */
export const minutes = sqliteTable(
  'minutes',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    version: integer().notNull().default(1),
    state: text({ enum: MINUTES_STATES }).notNull().default('drafting'),
    reviewUntil: plainDate(),
    sentAt: instant(),
    approvedAt: instant(),
    approvedById: text().references(() => people.id),
    forumEdition: text(),
    internalEdition: text(),
    contentHash: text(),
    /** Nobody objected before the deadline of the review. */
    approvedSilently: integer({ mode: 'boolean' }).notNull().default(false),
    /** Why approved minutes were corrected: what this version is for. */
    correctionReason: text(),
    /** Sent although something was missing, and why. */
    overruleReason: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('minutes_version').on(t.meetingId, t.version)],
)

/** A remark on minutes in review, at the item it is about. */
export const minutesComments = sqliteTable(
  'minutes_comments',
  {
    id: id(),
    minutesId: text()
      .notNull()
      .references(() => minutes.id),
    agendaItemId: text()
      .notNull()
      .references(() => agendaItems.id),
    authorId: text()
      .notNull()
      .references(() => people.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    body: text().notNull(),
    writtenAt: instant().notNull(),
    /** What the coordinator answered, and whether the minutes were changed for it. */
    answer: text(),
    followed: integer({ mode: 'boolean' }),
    answeredAt: instant(),
    answeredById: text().references(() => people.id),
    removedAt: instant(),
    version: version(),
  },
  (t) => [index('minutes_comments_minutes').on(t.minutesId, t.writtenAt)],
)

export const DOCUMENTS = ['agenda', 'minutes'] as const

/** Who received which edition of what, and when: sharing with outsiders is an act one can look up (R4). */
export const recipients = sqliteTable(
  'recipients',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    document: text({ enum: DOCUMENTS }).notNull(),
    edition: text({ enum: ['forum', 'internal'] }).notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    sentAt: instant().notNull(),
  },
  (t) => [index('recipients_meeting').on(t.meetingId, t.document)],
)

/** "Journaliseret den …": the case system has the document (R1). */
export const filings = sqliteTable(
  'filings',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    document: text({ enum: DOCUMENTS }).notNull(),
    /** Which version of the minutes; null for an agenda. */
    minutesId: text().references(() => minutes.id),
    filedOn: plainDate().notNull(),
    dokumentnr: text(),
    filedById: text()
      .notNull()
      .references(() => people.id),
    recordedAt: instant().notNull(),
    /** A filing noted by mistake is taken back, never deleted. */
    removedAt: instant(),
  },
  (t) => [index('filings_meeting').on(t.meetingId, t.document)],
)
