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
  (t) => [index('events_subject').on(t.subjectKind, t.subjectId), index('events_forum').on(t.forumId, t.at)],
)

export type EventData = Record<string, string | number | boolean | null | string[]>

/** Mail waiting for the job that renders and sends it; the row names things, it never quotes them. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    kind: text({ enum: ['agenda', 'minutes'] }).notNull(),
    recipientId: text()
      .notNull()
      .references(() => people.id),
    locale: text({ enum: ['da', 'en'] }).notNull(),
    payload: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    state: text({ enum: ['waiting', 'sent', 'failed'] })
      .notNull()
      .default('waiting'),
    createdAt: instant().notNull(),
  },
  (t) => [index('outbox_state').on(t.state, t.createdAt)],
)
