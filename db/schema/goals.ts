import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant, plainDate, version } from './columns'
import { forums } from './forums'
import { people } from './parties'

/** What a forum wants to reach together (S37). */
export const goals = sqliteTable(
  'goals',
  {
    id: id(),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    title: text().notNull(),
    position: integer().notNull(),
    validFrom: plainDate(),
    validTo: plainDate(),
    version: version(),
  },
  (t) => [index('goals_forum').on(t.forumId, t.position)],
)

export const LIKELIHOODS = ['low', 'medium', 'high'] as const
export type Likelihood = (typeof LIKELIHOODS)[number]

/** What may go wrong in a forum's area, how likely, and who watches it (S62); the municipality's own. */
export const risks = sqliteTable(
  'risks',
  {
    id: id(),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    title: text().notNull(),
    likelihood: text({ enum: LIKELIHOODS }).notNull(),
    watcherId: text()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    closedAt: instant(),
    version: version(),
  },
  (t) => [index('risks_forum').on(t.forumId, t.closedAt)],
)
