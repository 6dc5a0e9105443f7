import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, plainDate, version } from './columns'
import { areas, forums } from './forums'
import { parties, people } from './parties'

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
    purpose: text().notNull().default(''),
    /** The cooperation agreed in writing for the area: what it is called, and where it lies. */
    contract: text().notNull().default(''),
    startsOn: plainDate(),
    endsOn: plainDate(),
    /** What the plan costs in all, as it was granted; the shares in `plan_shares` ought to make it up. */
    budgetOre: integer(),
    /** From here on only the team changes it. */
    approvedAt: instant(),
    version: version(),
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
    /** No longer part of the plan; back again when it is added anew. */
    removedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.partyId] })],
)

export const FUNDERS = ['fund', 'organisations', 'municipality', 'others'] as const
export type Funder = (typeof FUNDERS)[number]

/** Who pays how much of a plan, in øre (S55–S57). */
export const planShares = sqliteTable(
  'plan_shares',
  {
    planId: text()
      .notNull()
      .references(() => masterPlans.id),
    funder: text({ enum: FUNDERS }).notNull(),
    amountOre: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.funder] })],
)

/** A plan is renewed, merged or split: what came before and what came after it. */
export const planSuccessions = sqliteTable(
  'plan_successions',
  {
    predecessorId: text()
      .notNull()
      .references(() => masterPlans.id),
    successorId: text()
      .notNull()
      .references(() => masterPlans.id),
    happenedOn: plainDate().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.predecessorId, t.successorId] }),
    index('plan_successions_successor').on(t.successorId),
  ],
)

/** A department on the quality of a plan (S27): the municipality's own until it is shared. */
export const planRemarks = sqliteTable(
  'plan_remarks',
  {
    id: id(),
    planId: text()
      .notNull()
      .references(() => masterPlans.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    madeAt: instant().notNull(),
    sharedAt: instant(),
    removedAt: instant(),
  },
  (t) => [index('plan_remarks_plan').on(t.planId, t.madeAt)],
)

/** Boligafdelinger: where the tenants live. The point is what distances are measured from, in microdegrees (WGS 84). */
export const estates = sqliteTable(
  'estates',
  {
    id: id(),
    areaId: text()
      .notNull()
      .references(() => areas.id),
    planId: text().references(() => masterPlans.id),
    name: text().notNull(),
    latitude: integer(),
    longitude: integer(),
    version: version(),
  },
  (t) => [uniqueIndex('estates_name').on(t.areaId, t.name), index('estates_plan').on(t.planId)],
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
    /** How it was: meetings a year, people of the municipality, their minutes a year; what nobody knows stays open. */
    meetingsAYear: integer(),
    municipalPeople: integer(),
    minutesAYear: integer(),
    baselineSource: text().notNull().default(''),
    /** Skøn: estimated by the source. */
    baselineEstimated: integer({ mode: 'boolean' }).notNull().default(false),
    /** All it left behind is placed. */
    closedAt: instant(),
    version: version(),
  },
  (t) => [
    uniqueIndex('steering_groups_name').on(t.name),
    index('steering_groups_successor').on(t.successorForumId),
  ],
)

/** Bevillingsperioder: the years a grant and its commitments are counted in. */
export const periods = sqliteTable(
  'periods',
  {
    id: id(),
    name: text().notNull(),
    startsOn: plainDate().notNull(),
    endsOn: plainDate().notNull(),
    source: text().notNull(),
    /** The municipality's share of the total investment, in basis points; its parts are `split_parts` (S60). */
    shareBasisPoints: integer(),
    /** The last day the team is paid for; then the system is read, no longer written, by the team (S61). */
    teamEndsOn: plainDate(),
    /** Årsværk in hundredths, and people: two things (S59). */
    teamFteHundredths: integer(),
    teamPeople: integer(),
    version: version(),
  },
  (t) => [uniqueIndex('periods_name').on(t.name)],
)
