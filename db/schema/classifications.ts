import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, plainDate, version } from './columns'

export const CLASSIFICATION_LISTS = ['theme', 'target_group', 'activity_kind'] as const
export type ClassificationList = (typeof CLASSIFICATION_LISTS)[number]

/** What an initiative is about (S20, S41), for whom and of what kind: data with from and to, never a constant. */
export const classifications = sqliteTable(
  'classifications',
  {
    id: id(),
    list: text({ enum: CLASSIFICATION_LISTS }).notNull(),
    slug: text().notNull(),
    nameDa: text().notNull(),
    nameEn: text().notNull(),
    position: integer().notNull(),
    validFrom: plainDate(),
    validTo: plainDate(),
    /** Came with the starting list, not from this municipality. */
    starting: integer({ mode: 'boolean' }).notNull().default(false),
    version: version(),
  },
  (t) => [uniqueIndex('classifications_slug').on(t.list, t.slug)],
)
