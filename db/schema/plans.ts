import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, plainDate, version } from './columns'
import { areas, forums } from './forums'
import { parties } from './parties'

/** Boligsociale helhedsplaner. */
export const masterPlans = sqliteTable(
  'master_plans',
  {
    id: id(),
    areaId: text()
      .notNull()
      .references(() => areas.id),
    name: text().notNull(),
    leadPartyId: text()
      .notNull()
      .references(() => parties.id),
    source: text().notNull(),
  },
  (t) => [uniqueIndex('master_plans_name').on(t.name), index('master_plans_area').on(t.areaId)],
)

export const planOrganisations = sqliteTable(
  'plan_organisations',
  {
    planId: text()
      .notNull()
      .references(() => masterPlans.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
  },
  (t) => [primaryKey({ columns: [t.planId, t.partyId] })],
)

/** The old groups, one per plan, each with the forum that took over (S12, S36). */
export const steeringGroups = sqliteTable(
  'steering_groups',
  {
    id: id(),
    planId: text()
      .notNull()
      .references(() => masterPlans.id),
    name: text().notNull(),
    endedOn: plainDate(),
    successorForumId: text().references(() => forums.id),
    source: text().notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex('steering_groups_name').on(t.name),
    index('steering_groups_successor').on(t.successorForumId),
  ],
)

/** What an initiative is about (S20): three of them today, data all the same. */
export const themes = sqliteTable(
  'themes',
  {
    id: id(),
    slug: text().notNull(),
    nameDa: text().notNull(),
    nameEn: text().notNull(),
    position: integer().notNull(),
    validFrom: plainDate(),
    validTo: plainDate(),
    version: version(),
  },
  (t) => [uniqueIndex('themes_slug').on(t.slug)],
)

/** The years a grant and its commitments are counted in. */
export const periods = sqliteTable(
  'periods',
  {
    id: id(),
    name: text().notNull(),
    startsOn: plainDate().notNull(),
    endsOn: plainDate().notNull(),
    source: text().notNull(),
    version: version(),
  },
  (t) => [uniqueIndex('periods_name').on(t.name)],
)
