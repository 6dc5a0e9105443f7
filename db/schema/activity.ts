import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant } from './columns'
import { people } from './parties'

/** Append-only, in the transaction of the change itself. Holds ids, dates, enums and hashes, never free text. */
export const events = sqliteTable(
  'events',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    at: instant().notNull(),
    actorKind: text({ enum: ['person', 'system'] }).notNull(),
    actorId: text().notNull(),
    kind: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    forumId: text(),
    data: text({ mode: 'json' }).$type<EventData>().notNull(),
  },
  (t) => [
    index('events_subject').on(t.subjectKind, t.subjectId),
    index('events_forum').on(t.forumId, t.at),
    index('events_kind').on(t.kind, t.at),
  ],
)

export type EventData = Record<string, string | number | boolean | null | string[]>

export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn'] as const
export type MailState = (typeof MAIL_STATES)[number]

/**
 * Mail for the job that renders and sends it; the row names things, it never quotes them. `uncertain`: the line broke
 * after the mail was handed over, so nobody knows, and a person decides whether it is sent again.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    kind: text().notNull(),
    recipientId: text()
      .notNull()
      .references(() => people.id),
    locale: text({ enum: ['da', 'en'] }).notNull(),
    payload: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    state: text({ enum: MAIL_STATES }).notNull().default('waiting'),
    createdAt: instant().notNull(),
    /** Not sent before: the grace in which sending can be regretted, later the pause before the next attempt. */
    notBefore: instant().notNull(),
    attempts: integer().notNull().default(0),
    claimedAt: instant(),
    settledAt: instant(),
    /** What went wrong last, as a code the screen has a sentence for. */
    problem: text(),
  },
  (t) => [index('outbox_state').on(t.state, t.notBefore), index('outbox_created').on(t.createdAt)],
)

export const JOB_STATES = ['waiting', 'running', 'done', 'failed'] as const
export type JobState = (typeof JOB_STATES)[number]

/** One row per job: its schedule, which moment of it was claimed last, and how that went. */
export const timetable = sqliteTable('timetable', {
  job: text().primaryKey(),
  /** As cron writes it, in Copenhagen time. */
  schedule: text().notNull(),
  state: text({ enum: JOB_STATES }).notNull().default('waiting'),
  dueAt: instant(),
  startedAt: instant(),
  finishedAt: instant(),
  /** What went wrong last, as a code. */
  problem: text(),
  runs: integer().notNull().default(0),
})
