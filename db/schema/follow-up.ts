import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { actionItems } from './action-items'
import { outbox } from './activity'
import { id, instant, plainDate } from './columns'
import { forums } from './forums'
import { people } from './parties'

export const RUNGS = ['before', 'due', 'issuer', 'convener'] as const
export type Rung = (typeof RUNGS)[number]

/** A step of the chase: once for each rung and due date, whoever asks how often. */
export const reminders = sqliteTable(
  'reminders',
  {
    id: id(),
    actionItemId: text()
      .notNull()
      .references(() => actionItems.id),
    rung: text({ enum: RUNGS }).notNull(),
    /** The due date it was about; another one begins the ladder anew. */
    dueOn: plainDate().notNull(),
    /** Who was reminded, or whose list it came onto. */
    personId: text()
      .notNull()
      .references(() => people.id),
    remindedAt: instant().notNull(),
    /** The mail it went with; none for the convener's list. */
    outboxId: text().references(() => outbox.id),
  },
  (t) => [
    uniqueIndex('reminders_once').on(t.actionItemId, t.rung, t.dueOn),
    index('reminders_person').on(t.personId, t.outboxId),
    index('reminders_mail').on(t.outboxId),
  ],
)

export const NEWS = ['assigned', 'returned', 'answered', 'followed'] as const
export type News = (typeof NEWS)[number]

/** Something about an action item that concerns one person and was done by another; it stands in one mail, once. */
export const notices = sqliteTable(
  'notices',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    actionItemId: text()
      .notNull()
      .references(() => actionItems.id),
    news: text({ enum: NEWS }).notNull(),
    at: instant().notNull(),
    /** Null as long as it waits for the daily or weekly mail. */
    outboxId: text().references(() => outbox.id),
  },
  (t) => [index('notices_person').on(t.personId, t.outboxId), index('notices_mail').on(t.outboxId)],
)

export const CHANNELS = ['mail', 'digest', 'none'] as const
export type Channel = (typeof CHANNELS)[number]
export const RHYTHMS = ['daily', 'weekly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** How a person wants to be told; without a row as `features/action-items/follow-up/rules.ts` says. */
export const mailPreferences = sqliteTable('mail_preferences', {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  assigned: text({ enum: CHANNELS }).notNull(),
  returned: text({ enum: CHANNELS }).notNull(),
  answered: text({ enum: CHANNELS }).notNull(),
  followed: text({ enum: CHANNELS }).notNull().default('digest'),
  rhythm: text({ enum: RHYTHMS }).notNull(),
  /** On the Copenhagen clock. */
  hour: integer().notNull(),
})

/** Away from a day to a day: what falls due meanwhile goes to the deputy. Why is never asked. */
export const absences = sqliteTable(
  'absences',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    fromDay: plainDate().notNull(),
    toDay: plainDate().notNull(),
    deputyId: text()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [index('absences_person').on(t.personId, t.toDay)],
)

export const FOLLOWER_ROLES = ['informed', 'contributing'] as const
export type FollowerRole = (typeof FOLLOWER_ROLES)[number]

/** Who follows an action item beside the one who has it; they read it with the rights they have anyway. */
export const followers = sqliteTable(
  'followers',
  {
    actionItemId: text()
      .notNull()
      .references(() => actionItems.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    role: text({ enum: FOLLOWER_ROLES }).notNull(),
    removedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.actionItemId, t.personId] }), index('followers_person').on(t.personId)],
)

/** A secret address that a calendar reads: one person's own meetings and due dates, or one forum's meetings. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    personId: text()
      .notNull()
      .references(() => people.id),
    forumId: text().references(() => forums.id),
    withDueDates: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('calendar_feeds_person').on(t.personId)],
)
