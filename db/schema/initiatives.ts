import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { classifications } from './classifications'
import { id, instant, plainDate, version } from './columns'
import { areas } from './forums'
import { parties, people } from './parties'
import { estates, masterPlans } from './plans'

export const INITIATIVE_STATES = ['draft', 'approved', 'ended'] as const
export type InitiativeState = (typeof INITIATIVE_STATES)[number]

const classification = () => text().references(() => classifications.id)

/** Indsatser: what a plan does, for whom, and which core service of the municipality it supports (S39). */
export const initiatives = sqliteTable(
  'initiatives',
  {
    id: id(),
    planId: text()
      .notNull()
      .references(() => masterPlans.id),
    title: text().notNull(),
    description: text().notNull().default(''),
    themeId: classification(),
    targetGroupId: classification(),
    activityKindId: classification(),
    estateId: text().references(() => estates.id),
    place: text().notNull().default(''),
    startsOn: plainDate(),
    endsOn: plainDate(),
    civicPartner: text().notNull().default(''),
    coreService: text().notNull(),
    costOre: integer(),
    cofinancedOre: integer(),
    /** How far it has come, 1 to 5, as a person said with a note; see `initiative_steps`. */
    hill: integer().notNull().default(1),
    state: text({ enum: INITIATIVE_STATES }).notNull().default('draft'),
    createdAt: instant().notNull(),
    createdById: text()
      .notNull()
      .references(() => people.id),
    version: version(),
    removedAt: instant(),
  },
  (t) => [
    index('initiatives_plan').on(t.planId, t.state),
    index('initiatives_theme').on(t.themeId, t.state),
    index('initiatives_state').on(t.state, t.startsOn),
  ],
)

/** Several do it together, and one of them leads (S48–S49). */
export const initiativeParties = sqliteTable(
  'initiative_parties',
  {
    initiativeId: text()
      .notNull()
      .references(() => initiatives.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    leads: integer({ mode: 'boolean' }).notNull().default(false),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.initiativeId, t.partyId] }),
    index('initiative_parties_party').on(t.partyId),
  ],
)

export const INITIATIVE_STEPS = ['hill', 'approved', 'reopened', 'ended'] as const
export type InitiativeStep = (typeof INITIATIVE_STEPS)[number]

/** Each time somebody said how far it is, or settled it. Append-only. */
export const initiativeSteps = sqliteTable(
  'initiative_steps',
  {
    id: id(),
    initiativeId: text()
      .notNull()
      .references(() => initiatives.id),
    step: text({ enum: INITIATIVE_STEPS }).notNull(),
    hill: integer().notNull(),
    text: text().notNull().default(''),
    at: instant().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('initiative_steps_initiative').on(t.initiativeId, t.at)],
)

/** Kommunale tilbud, kept by the departments themselves (S43). */
export const municipalOffers = sqliteTable(
  'municipal_offers',
  {
    id: id(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    title: text().notNull(),
    description: text().notNull().default(''),
    themeId: classification(),
    targetGroupId: classification(),
    activityKindId: classification(),
    /** Null: for the whole city. */
    areaId: text().references(() => areas.id),
    estateId: text().references(() => estates.id),
    place: text().notNull().default(''),
    opening: text().notNull().default(''),
    contact: text().notNull().default(''),
    startsOn: plainDate(),
    endsOn: plainDate(),
    /** The day on which the department last said that this is how it is. */
    confirmedOn: plainDate().notNull(),
    remindedOn: plainDate(),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [index('municipal_offers_party').on(t.partyId), index('municipal_offers_area').on(t.areaId)],
)

/** Bridge-building: the offers an initiative leads people on to (S45). */
export const initiativeOffers = sqliteTable(
  'initiative_offers',
  {
    initiativeId: text()
      .notNull()
      .references(() => initiatives.id),
    offerId: text()
      .notNull()
      .references(() => municipalOffers.id),
    removedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.initiativeId, t.offerId] })],
)

/** How many were met and how many led on, by quarter; numbers and nothing about anybody (S46, R8). */
export const bridgeCounts = sqliteTable(
  'bridge_counts',
  {
    initiativeId: text()
      .notNull()
      .references(() => initiatives.id),
    offerId: text()
      .notNull()
      .references(() => municipalOffers.id),
    year: integer().notNull(),
    quarter: integer().notNull(),
    contacts: integer().notNull(),
    ledOn: integer().notNull(),
    countedAt: instant().notNull(),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.initiativeId, t.offerId, t.year, t.quarter] })],
)

export const OVERLAP_STATES = ['found', 'merged', 'referred', 'justified', 'not_same'] as const
export type OverlapState = (typeof OVERLAP_STATES)[number]

/** An initiative and what may already do the same: another one, a municipal offer, or what somebody points to. */
export const overlaps = sqliteTable(
  'overlaps',
  {
    id: id(),
    initiativeId: text()
      .notNull()
      .references(() => initiatives.id),
    otherInitiativeId: text().references(() => initiatives.id),
    offerId: text().references(() => municipalOffers.id),
    /** What a department knows of that stands in no register: what it is, and where one can read about it. */
    known: text(),
    link: text(),
    /** 0 to 100, and why; both as they were when it was found. Null where a person pointed it out. */
    score: integer(),
    reasons: text(),
    foundAt: instant().notNull(),
    foundById: text().references(() => people.id),
    state: text({ enum: OVERLAP_STATES }).notNull().default('found'),
    reason: text().notNull().default(''),
    resolvedAt: instant(),
    resolvedById: text().references(() => people.id),
    version: version(),
  },
  (t) => [
    uniqueIndex('overlaps_other').on(t.initiativeId, t.otherInitiativeId),
    uniqueIndex('overlaps_offer').on(t.initiativeId, t.offerId),
    index('overlaps_state').on(t.state, t.foundAt),
    index('overlaps_resolved').on(t.resolvedAt),
  ],
)
