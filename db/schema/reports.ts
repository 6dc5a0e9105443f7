import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant, plainDate } from './columns'
import { forums } from './forums'
import { parties, people } from './parties'

export const REPORT_READERS = ['committee', 'department', 'organisation'] as const
export type ReportReader = (typeof REPORT_READERS)[number]

/** A redegørelse as it was given away: kept word for word, whatever the figures are since. Append-only. */
export const givenReports = sqliteTable(
  'given_reports',
  {
    id: id(),
    reader: text({ enum: REPORT_READERS }).notNull(),
    /** The department or organisation it was made for. */
    partyId: text().references(() => parties.id),
    forumId: text().references(() => forums.id),
    startsOn: plainDate().notNull(),
    endsOn: plainDate().notNull(),
    locale: text({ enum: ['da', 'en'] }).notNull(),
    givenTo: text().notNull(),
    /** The whole report as data: what page and files are drawn from. */
    model: text().notNull(),
    contentHash: text().notNull(),
    givenAt: instant().notNull(),
    givenById: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('given_reports_given').on(t.givenAt)],
)
