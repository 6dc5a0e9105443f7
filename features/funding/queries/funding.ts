import 'server-only'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import {
  ALLOCATION_CATEGORIES,
  allocationDecisions,
  allocations,
  areas,
  decisionRemarks,
  FUNDING_FIGURES,
  fundingFigures,
  masterPlans,
  periods,
  politicalDecisions,
} from '@/db/schema'
import { listPeriods } from '@/features/periods/queries'
import { compareDanish } from '@/lib/danish-order'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { factsOf, periodOfDecision } from '../rules'

export type Funding = NonNullable<ReturnType<typeof getFunding>>
export type Figure = Funding['figures'][number]
export type Allocation = Funding['allocations'][number]
export type Decision = Funding['decisions'][number]
export type Remark = Decision['remarks'][number]

/**
 * All of one period: what its sources state, what was given out, what it stands on, and what is computed of it. The
 * period that holds `today` unless another is asked for by its id, else the newest; null where there is none at all.
 * Throws NotFound for outsiders, and for an unknown period. Five statements.
 */
export function getFunding(viewer: Viewer, today: PlainDate, periodId?: string) {
  const all = listPeriods(viewer)
  const current = all.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ?? all[0]
  const period = periodId === undefined ? current : all.find(({ id }) => id === periodId)
  if (!period && periodId === undefined) return null
  if (!period) throw new NotFound()
  const figures = figuresOf(period.id)
  const given = allocationsOf(period.id)
  const standsOn = new Set(given.flatMap(({ decisionIds }) => decisionIds))
  const decisions = listDecisions().filter(
    ({ id, decidedOn }) => standsOn.has(id) || periodOfDecision(decidedOn, all) === period.id,
  )
  return {
    period,
    periods: all,
    figures,
    allocations: given,
    decisions,
    facts: factsOf(period, figures, given),
  }
}

/** For commands. Throws NotFound for one there is not. */
export function requirePeriod(reader: Reader, id: string): void {
  const period = reader.select({ id: periods.id }).from(periods).where(eq(periods.id, id)).get()
  if (!period) throw new NotFound()
}

const figuresOf = (periodId: string) =>
  db()
    .select()
    .from(fundingFigures)
    .where(and(eq(fundingFigures.periodId, periodId), isNull(fundingFigures.removedAt)))
    .all()
    .sort(
      (a, b) =>
        FUNDING_FIGURES.indexOf(a.kind) - FUNDING_FIGURES.indexOf(b.kind) ||
        (a.nature === 'expected' ? -1 : 1),
    )

const decisionIds = sql<string[]>`(
  SELECT json_group_array(${allocationDecisions.politicalDecisionId}) FROM ${allocationDecisions}
  WHERE ${allocationDecisions.allocationId} = ${allocations.id} AND ${allocationDecisions.removedAt} IS NULL
)`.mapWith((list: string) => JSON.parse(list) as string[])

const givenOut = () =>
  db()
    .select({
      id: allocations.id,
      category: allocations.category,
      label: allocations.label,
      amountOre: allocations.amountOre,
      source: allocations.source,
      version: allocations.version,
      plan: { id: masterPlans.id, name: masterPlans.name },
      areaId: areas.id,
      area: areas.name,
      period: { id: periods.id, name: periods.name },
      decisionIds,
    })
    .from(allocations)
    .innerJoin(periods, eq(periods.id, allocations.periodId))
    .leftJoin(masterPlans, eq(masterPlans.id, allocations.planId))
    .leftJoin(areas, sql`${areas.id} = coalesce(${allocations.areaId}, ${masterPlans.areaId})`)

/** By area and plan, activities first; what goes to all comes last. */
const allocationsOf = (periodId: string) =>
  givenOut()
    .where(and(eq(allocations.periodId, periodId), isNull(allocations.removedAt)))
    .all()
    .sort(
      (a, b) =>
        Number(a.area === null) - Number(b.area === null) ||
        compareDanish(a.area ?? '', b.area ?? '') ||
        compareDanish(a.plan?.name ?? '', b.plan?.name ?? '') ||
        ALLOCATION_CATEGORIES.indexOf(a.category) - ALLOCATION_CATEGORIES.indexOf(b.category) ||
        compareDanish(a.label, b.label),
    )

/** What one plan was given, by period, the newest first; nothing for who may not read it. One statement. */
export const listAllocationsOfPlan = (viewer: Viewer, planId: string) =>
  can.readFunding(viewer)
    ? givenOut()
        .where(and(eq(allocations.planId, planId), isNull(allocations.removedAt)))
        .orderBy(sql`${periods.startsOn} DESC`, asc(allocations.category), asc(allocations.label))
        .all()
    : []

/** All there are, in the order they were made, each with its remarks. Two statements. */
function listDecisions() {
  const remarks = Map.groupBy(
    db()
      .select()
      .from(decisionRemarks)
      .where(isNull(decisionRemarks.removedAt))
      .orderBy(asc(decisionRemarks.followUpOn), asc(decisionRemarks.id))
      .all(),
    ({ politicalDecisionId }) => politicalDecisionId,
  )
  return db()
    .select()
    .from(politicalDecisions)
    .where(isNull(politicalDecisions.removedAt))
    .orderBy(asc(politicalDecisions.decidedOn), asc(politicalDecisions.id))
    .all()
    .map((decision) => ({ ...decision, remarks: remarks.get(decision.id) ?? [] }))
}

/** Where money can go: any plan, also one that was taken over, or an area. Throws NotFound for all but the team. */
export function placeChoices(viewer: Viewer) {
  if (!can.keepFunding(viewer)) throw new NotFound()
  const named = (table: typeof masterPlans | typeof areas) =>
    db().select({ id: table.id, name: table.name }).from(table).all()
  const byName = (a: { name: string }, b: { name: string }) => compareDanish(a.name, b.name)
  return { plans: named(masterPlans).sort(byName), areas: named(areas).sort(byName) }
}
