import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { classifications } from './classifications'
import { id, instant, plainDate, version } from './columns'
import { forums } from './forums'
import { people } from './parties'
import { proposals } from './proposals'

/** A way of working that may be worth spreading (S28). */
export const methods = sqliteTable(
  'methods',
  {
    id: id(),
    title: text().notNull(),
    description: text().notNull(),
    activityKindId: text().references(() => classifications.id),
    evidence: text().notNull().default(''),
    link: text(),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [uniqueIndex('methods_title').on(t.title)],
)

export const METHOD_RESULTS = ['proposed', 'trying', 'works', 'does_not_work'] as const
export type MethodResult = (typeof METHOD_RESULTS)[number]

/** One forum's experience with a method: from when, by whom, and how it went. */
export const methodTrials = sqliteTable(
  'method_trials',
  {
    methodId: text()
      .notNull()
      .references(() => methods.id),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    result: text({ enum: METHOD_RESULTS }).notNull(),
    triedBy: text().notNull().default(''),
    startedOn: plainDate(),
    note: text().notNull().default(''),
    /** The topic with which it was brought before the forum. */
    proposalId: text().references(() => proposals.id),
    changedAt: instant().notNull(),
    changedById: text()
      .notNull()
      .references(() => people.id),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.methodId, t.forumId] }), index('method_trials_forum').on(t.forumId)],
)
