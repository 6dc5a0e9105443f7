import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { actionItems } from './action-items'
import { id, instant, plainDate, version } from './columns'
import { seats } from './forums'
import { topics } from './meetings'
import { decisions } from './minutes'
import { people } from './parties'
import { steeringGroups } from './plans'

export const LEFT_KINDS = ['decision', 'action_item', 'member'] as const
export type LeftKind = (typeof LEFT_KINDS)[number]

export const PLACEMENTS = ['decision', 'action_item', 'seat', 'topic', 'ended'] as const
export type Placement = (typeof PLACEMENTS)[number]

/** What a steering group left behind, and where it went; a group is closed once all of it is placed. */
export const successionItems = sqliteTable(
  'succession_items',
  {
    id: id(),
    steeringGroupId: text()
      .notNull()
      .references(() => steeringGroups.id),
    kind: text({ enum: LEFT_KINDS }).notNull(),
    text: text().notNull(),
    placement: text({ enum: PLACEMENTS }),
    decisionId: text().references(() => decisions.id),
    actionItemId: text().references(() => actionItems.id),
    seatId: text().references(() => seats.id),
    topicId: text().references(() => topics.id),
    /** Why it goes nowhere. */
    endedReason: text().notNull().default(''),
    placedAt: instant(),
    placedById: text().references(() => people.id),
    removedAt: instant(),
    version: version(),
  },
  (t) => [index('succession_items_group').on(t.steeringGroupId)],
)

export const QUALIFIERS = ['exactly', 'about', 'more_than'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

/** How many steering groups a source says there were: "mere end 30" is never shown as 30 (S14). */
export const steeringGroupCounts = sqliteTable('steering_group_counts', {
  id: id(),
  count: integer().notNull(),
  qualifier: text({ enum: QUALIFIERS }).notNull(),
  asOf: plainDate().notNull(),
  source: text().notNull(),
  version: version(),
})
