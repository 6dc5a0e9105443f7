import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { id, plainDate, version } from './columns'
import { parties, people } from './parties'
import { masterPlans } from './plans'

export const areas = sqliteTable(
  'areas',
  {
    id: id(),
    slug: text().notNull(),
    name: text().notNull(),
    source: text().notNull(),
    validFrom: plainDate(),
    validTo: plainDate(),
  },
  (t) => [uniqueIndex('areas_slug').on(t.slug)],
)

export const FORUM_KINDS = ['forum', 'working_group', 'practice_network'] as const
export type ForumKind = (typeof FORUM_KINDS)[number]

export const FORUM_MARKS = ['circle', 'square', 'triangle', 'diamond', 'house', 'cross'] as const
export type ForumMark = (typeof FORUM_MARKS)[number]

/**
 * One forum per area at a time (S30); number and names change over the years, so nothing counts to six.
 * A working group or practice network stands under its forum, with seats and meetings of its own.
 */
export const forums = sqliteTable(
  'forums',
  {
    id: id(),
    areaId: text()
      .notNull()
      .references(() => areas.id),
    slug: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: FORUM_KINDS }).notNull().default('forum'),
    parentId: text().references((): AnySQLiteColumn => forums.id),
    /** A group that serves one plan alone, as the steering groups did (S36). */
    planId: text().references((): AnySQLiteColumn => masterPlans.id),
    mark: text({ enum: FORUM_MARKS }).notNull(),
    position: integer().notNull(),
    rhythm: text().notNull().default(''),
    convenerId: text().references(() => people.id),
    deputyConvenerId: text().references(() => people.id),
    validFrom: plainDate(),
    validTo: plainDate(),
    version: version(),
  },
  (t) => [uniqueIndex('forums_slug').on(t.slug), index('forums_parent').on(t.parentId)],
)

export const SEAT_KINDS = ['ordinary', 'deputy'] as const

/** A person sits for a party in a forum, from a day to a day. */
export const seats = sqliteTable(
  'seats',
  {
    id: id(),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: SEAT_KINDS }).notNull().default('ordinary'),
    validFrom: plainDate().notNull(),
    validTo: plainDate(),
    version: version(),
  },
  (t) => [
    index('seats_forum').on(t.forumId, t.partyId),
    index('seats_person').on(t.personId),
    index('seats_party').on(t.partyId),
  ],
)

/** How many seats a party is meant to fill in a forum: what is missing is a vacancy. */
export const requiredSeats = sqliteTable(
  'required_seats',
  {
    forumId: text()
      .notNull()
      .references(() => forums.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    count: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.forumId, t.partyId] })],
)
