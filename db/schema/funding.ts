import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant, plainDate, version } from './columns'
import { areas } from './forums'
import { masterPlans, periods } from './plans'

/** The two ways the pool is given out (S19). */
export const ALLOCATION_CATEGORIES = ['activity', 'coordination'] as const
export type AllocationCategory = (typeof ALLOCATION_CATEGORIES)[number]

/** How the municipality's share of a period is split, in basis points of the total investment (S60). */
export const splitParts = sqliteTable(
  'split_parts',
  {
    periodId: text()
      .notNull()
      .references(() => periods.id),
    category: text({ enum: ALLOCATION_CATEGORIES }).notNull(),
    basisPoints: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.periodId, t.category] })],
)

/** Set aside in a budget, given by the municipality in all, invested by everybody in all (S21, S56, S57). */
export const FUNDING_FIGURES = ['budgeted', 'municipal', 'total'] as const
export type FundingFigure = (typeof FUNDING_FIGURES)[number]
export const FIGURE_NATURES = ['expected', 'actual'] as const
export type FigureNature = (typeof FIGURE_NATURES)[number]

/** An amount that a source states of a period; what it is counted of stands with it. */
export const fundingFigures = sqliteTable(
  'funding_figures',
  {
    id: id(),
    periodId: text()
      .notNull()
      .references(() => periods.id),
    kind: text({ enum: FUNDING_FIGURES }).notNull(),
    nature: text({ enum: FIGURE_NATURES }).notNull(),
    amountOre: integer().notNull(),
    /** The share of the total the source says it is; that it fits is not taken for granted (I1). */
    claimedBasisPoints: integer(),
    base: text().notNull(),
    source: text().notNull(),
    removedAt: instant(),
    version: version(),
  },
  (t) => [index('funding_figures_period').on(t.periodId)],
)

/** Money given out: to a plan or a district, for activities or for coordination (S09). */
export const allocations = sqliteTable(
  'allocations',
  {
    id: id(),
    periodId: text()
      .notNull()
      .references(() => periods.id),
    category: text({ enum: ALLOCATION_CATEGORIES }).notNull(),
    label: text().notNull(),
    planId: text().references(() => masterPlans.id),
    areaId: text().references(() => areas.id),
    amountOre: integer().notNull(),
    source: text().notNull(),
    removedAt: instant(),
    version: version(),
  },
  (t) => [
    index('allocations_period').on(t.periodId),
    index('allocations_plan').on(t.planId),
    index('allocations_area').on(t.areaId),
  ],
)

/** Politiske beslutninger: made elsewhere, the ground that money and expectations stand on (S07, S18, S22). */
export const politicalDecisions = sqliteTable(
  'political_decisions',
  {
    id: id(),
    body: text().notNull(),
    decidedOn: plainDate().notNull(),
    itemNumber: text().notNull().default(''),
    title: text().notNull(),
    link: text().notNull().default(''),
    source: text().notNull(),
    removedAt: instant(),
    version: version(),
  },
  (t) => [index('political_decisions_date').on(t.decidedOn)],
)

/** One allocation can rest on several decisions, and a decision carry several allocations (S22). */
export const allocationDecisions = sqliteTable(
  'allocation_decisions',
  {
    allocationId: text()
      .notNull()
      .references(() => allocations.id),
    politicalDecisionId: text()
      .notNull()
      .references(() => politicalDecisions.id),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.allocationId, t.politicalDecisionId] }),
    index('allocation_decisions_decision').on(t.politicalDecisionId),
  ],
)

/** Protokolbemærkninger: kept apart from the decision itself, and followed up as an expectation (S08, S09). */
export const decisionRemarks = sqliteTable(
  'decision_remarks',
  {
    id: id(),
    politicalDecisionId: text()
      .notNull()
      .references(() => politicalDecisions.id),
    /** As printed: party letters are not parsed (I5). */
    parties: text().notNull(),
    text: text().notNull(),
    followUpOn: plainDate(),
    followedUp: text().notNull().default(''),
    removedAt: instant(),
    version: version(),
  },
  (t) => [index('decision_remarks_decision').on(t.politicalDecisionId)],
)
