import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from './columns'

/** What this file is: a demo or a real municipality, since when. */
export const installation = sqliteTable('installation', {
  key: text({ enum: ['kind', 'created_at', 'municipality'] }).primaryKey(),
  value: text().notNull(),
})

/** Kept by the migration runner alone. */
export const appliedMigrations = sqliteTable('applied_migrations', {
  name: text().primaryKey(),
  hash: text().notNull(),
  appliedAt: instant().notNull(),
})
