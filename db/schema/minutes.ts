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
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('minutes_version').on(t.meetingId, t.version)],
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
