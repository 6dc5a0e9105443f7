import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant } from './columns'
import { people } from './parties'

/** Tokens are kept as SHA-256: who reads the database cannot sign in with it. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('sessions_person').on(t.personId)],
)

export const signInLinks = sqliteTable('sign_in_links', {
  id: id(),
  tokenHash: text().notNull().unique(),
  personId: text()
    .notNull()
    .references(() => people.id),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
})
