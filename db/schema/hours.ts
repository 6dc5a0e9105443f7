import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, plainDate, version } from './columns'
import { forums } from './forums'
import { parties, people } from './parties'
import { masterPlans } from './plans'

/** Lovet: what a department promised a plan in a quarter, and where that is written (S17). */
export const commitments = sqliteTable(
  'commitments',
  {
    id: id(),
    planId: text()
      .notNull()
      .references(() => masterPlans.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    year: integer().notNull(),
    quarter: integer().notNull(),
    minutes: integer().notNull(),
    source: text().notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex('commitments_quarter').on(t.planId, t.partyId, t.year, t.quarter),
    index('commitments_year').on(t.year),
  ],
)

export const HOUR_RULES = ['named_then_equal', 'equal', 'named_only'] as const
export type HourRule = (typeof HOUR_RULES)[number]

/** How the meetings of a forum are divided between its plans, from a day on; without one as named, the rest equally. */
export const forumHourRules = sqliteTable(
  'forum_hour_rules',
  {
    forumId: text()
      .notNull()
      .references(() => forums.id),
    fromOn: plainDate().notNull(),
    rule: text({ enum: HOUR_RULES }).notNull(),
    reason: text().notNull(),
    setAt: instant().notNull(),
    setById: text()
      .notNull()
      .references(() => people.id),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.forumId, t.fromOn] })],
)

/** Who of a department confirms its hours beside its lead, because the lead named them. */
export const hourConfirmers = sqliteTable(
  'hour_confirmers',
  {
    partyId: text()
      .notNull()
      .references(() => parties.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    namedAt: instant().notNull(),
    namedById: text()
      .notNull()
      .references(() => people.id),
    removedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.partyId, t.personId] })],
)

/** A department said that its hours of a quarter are right, or put them right. Append-only: the newest counts. */
export const hourConfirmations = sqliteTable(
  'hour_confirmations',
  {
    id: id(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    year: integer().notNull(),
    quarter: integer().notNull(),
    confirmedAt: instant().notNull(),
    confirmedById: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('hour_confirmations_quarter').on(t.partyId, t.year, t.quarter, t.confirmedAt)],
)

/** What was computed that day and what the department confirmed, plan by plan; what no plan got has none. */
export const hourConfirmationLines = sqliteTable(
  'hour_confirmation_lines',
  {
    id: id(),
    confirmationId: text()
      .notNull()
      .references(() => hourConfirmations.id),
    planId: text().references(() => masterPlans.id),
    computedMinutes: integer().notNull(),
    confirmedMinutes: integer().notNull(),
    /** Why they differ. */
    reason: text().notNull().default(''),
  },
  (t) => [index('hour_confirmation_lines_confirmation').on(t.confirmationId)],
)

/** What either side says of promised and delivered hours; both read it. */
export const hourComments = sqliteTable(
  'hour_comments',
  {
    id: id(),
    planId: text()
      .notNull()
      .references(() => masterPlans.id),
    /** The department whose hours it is about. */
    partyId: text()
      .notNull()
      .references(() => parties.id),
    year: integer().notNull(),
    quarter: integer().notNull(),
    text: text().notNull(),
    writtenAt: instant().notNull(),
    writtenById: text()
      .notNull()
      .references(() => people.id),
    writtenForId: text()
      .notNull()
      .references(() => parties.id),
    removedAt: instant(),
  },
  (t) => [index('hour_comments_plan').on(t.planId, t.year, t.quarter)],
)
