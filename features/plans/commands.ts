import { and, eq, isNull, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import {
  areas,
  estates,
  FUNDERS,
  masterPlans,
  parties,
  planOrganisations,
  planRemarks,
  planShares,
  planSuccessions,
} from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import { formatMoney } from '@/lib/format'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer, visible } from '@/policy'
import type {
  AddOrganisationInput,
  ChangeEstateInput,
  ChangePlanInput,
  NewEstateInput,
  NewPlanInput,
  PlanInput,
  PlanRemarkInput,
  RemarkInput,
  SucceedPlanInput,
} from './input'
import { findPlan, findSuccessor, sharesOf } from './queries'
import { budgetGap, type Shares } from './rules'

export function addPlan(person: Viewer, input: NewPlanInput, now: Date): string {
  return write((tx) => {
    authorize(can.administer(person))
    const { areaId, leadPartyId } = input
    if (!tx.select({ id: areas.id }).from(areas).where(eq(areas.id, areaId)).get()) throw new NotFound()
    requireOrganisation(tx, leadPartyId, 'leadPartyId')
    requireFreeName(tx, input.name)
    const { words, shares } = parted(input)
    askAboutBudget(person, input, shares)
    const id = newId()
    tx.insert(masterPlans)
      .values({ id, areaId, leadPartyId, source: '', ...words })
      .run()
    keepShares(tx, id, shares)
    record(tx, person, { kind: 'plan.created', subject: ['plan', id], data: { areaId } }, now)
    return id
  })
}

/** What stands in a plan, by who runs it until it is approved, and by the team. */
export function changePlan(person: Viewer, input: ChangePlanInput, now: Date): string {
  return write((tx) => {
    const { id, version } = input
    const plan = loadPlan(tx, person, id)
    authorize(can.editPlan(person, plan))
    const { words, shares } = parted(input)
    const before = sharesOf(tx, id)
    const changed = [...changedFields<typeof words>(plan, words), ...changedFields<Shares>(before, shares)]
    if (changed.length === 0) return id
    refuseOverwriting({ ...plan, ...before }, version, changed)
    requireFreeName(tx, input.name, id)
    askAboutBudget(person, input, shares)
    tx.update(masterPlans)
      .set({ ...words, version: version + 1 })
      .where(eq(masterPlans.id, id))
      .run()
    keepShares(tx, id, shares)
    record(tx, person, { kind: 'plan.changed', subject: ['plan', id], data: { changed } }, now)
    return id
  })
}

export function approvePlan(person: Viewer, { id, version }: PlanInput, now: Date): void {
  write((tx) => {
    const plan = loadPlan(tx, person, id)
    authorize(can.approveInitiatives(person))
    if (plan.version !== version) throw new Conflict('planChanged')
    if (plan.approvedAt) return
    tx.update(masterPlans)
      .set({ approvedAt: now, version: version + 1 })
      .where(eq(masterPlans.id, id))
      .run()
    record(tx, person, { kind: 'plan.approved', subject: ['plan', id] }, now)
  })
}

export function addOrganisation(person: Viewer, { id, partyId }: AddOrganisationInput, now: Date): void {
  write((tx) => {
    const plan = loadPlan(tx, person, id)
    authorize(can.administer(person))
    requireOrganisation(tx, partyId, 'partyId')
    if (plan.leadPartyId === partyId || plan.organisationIds.includes(partyId)) return
    tx.insert(planOrganisations)
      .values({ planId: id, partyId })
      .onConflictDoUpdate({
        target: [planOrganisations.planId, planOrganisations.partyId],
        set: { removedAt: null },
      })
      .run()
    record(tx, person, { kind: 'plan.organisation-added', subject: ['plan', id], data: { partyId } }, now)
  })
}

/** It sees the plan no more; what it wrote stands. Who leads the plan cannot be taken off it. */
export function removeOrganisation(person: Viewer, { id, partyId }: AddOrganisationInput, now: Date): void {
  write((tx) => {
    const plan = loadPlan(tx, person, id)
    authorize(can.administer(person))
    if (!plan.organisationIds.includes(partyId)) return
    tx.update(planOrganisations)
      .set({ removedAt: now })
      .where(and(eq(planOrganisations.planId, id), eq(planOrganisations.partyId, partyId)))
      .run()
    record(tx, person, { kind: 'plan.organisation-removed', subject: ['plan', id], data: { partyId } }, now)
  })
}

/** Renewed or merged: the other plan goes on from here, and this one stands as it was. */
export function succeedPlan(
  person: Viewer,
  { id, successorId, happenedOn }: SucceedPlanInput,
  now: Date,
): void {
  write((tx) => {
    loadPlan(tx, person, id)
    authorize(can.administer(person))
    findPlan(tx, person, successorId)
    for (let at: string | undefined = successorId; at; at = findSuccessor(tx, at)?.id) {
      if (at === id) throw new Refused('planCircle', undefined, 'successorId')
    }
    tx.insert(planSuccessions).values({ predecessorId: id, successorId, happenedOn }).run()
    const data = { successorId, happenedOn }
    record(tx, person, { kind: 'plan.succeeded', subject: ['plan', id], data }, now)
  })
}

/** A department on the quality of a plan (S27); nobody outside the municipality reads it before it is shared. */
export function remarkOnPlan(person: Viewer, { id, text }: RemarkInput, now: Date): void {
  write((tx) => {
    findPlan(tx, person, id)
    authorize(can.remarkOnPlan(person))
    const remark = newId()
    const { personId, partyId } = person
    tx.insert(planRemarks).values({ id: remark, planId: id, personId, partyId, text, madeAt: now }).run()
    record(tx, person, { kind: 'plan.remarked', subject: ['plan', id], data: { remark } }, now)
  })
}

/** One's own, or any for the team. */
export function shareRemark(person: Viewer, { id }: PlanRemarkInput, now: Date): void {
  write((tx) => {
    const { planId, sharedAt } = loadOwnRemark(tx, person, id)
    authorize(can.remarkOnPlan(person))
    if (sharedAt) return
    tx.update(planRemarks).set({ sharedAt: now }).where(eq(planRemarks.id, id)).run()
    record(tx, person, { kind: 'plan.remark-shared', subject: ['plan', planId], data: { remark: id } }, now)
  })
}

/** As long as nobody outside has read it. */
export function takeBackRemark(person: Viewer, { id }: PlanRemarkInput, now: Date): void {
  write((tx) => {
    const { planId, sharedAt } = loadOwnRemark(tx, person, id)
    authorize(can.remarkOnPlan(person))
    if (sharedAt) throw new Refused('remarkIsShared')
    tx.update(planRemarks).set({ removedAt: now }).where(eq(planRemarks.id, id)).run()
    record(tx, person, { kind: 'plan.remark-removed', subject: ['plan', planId], data: { remark: id } }, now)
  })
}

export function addEstate(person: Viewer, { planId, ...estate }: NewEstateInput, now: Date): void {
  write((tx) => {
    const plan = loadPlan(tx, person, planId)
    authorize(can.editPlan(person, plan))
    const { areaId } = plan
    requireFreeEstate(tx, areaId, estate.name)
    const id = newId()
    tx.insert(estates)
      .values({ id, planId, areaId, ...estate })
      .run()
    record(tx, person, { kind: 'estate.created', subject: ['estate', id], data: { planId } }, now)
  })
}

/** Its name, and where it lies. */
export function changeEstate(person: Viewer, { id, version, ...estate }: ChangeEstateInput, now: Date): void {
  write((tx) => {
    const stored = tx.select().from(estates).where(eq(estates.id, id)).get()
    if (!stored?.planId) throw new NotFound()
    const plan = loadPlan(tx, person, stored.planId)
    authorize(can.editPlan(person, plan))
    const changed = changedFields<typeof estate>(stored, estate)
    if (changed.length === 0) return
    refuseOverwriting<typeof estate>(stored, version, changed)
    requireFreeEstate(tx, stored.areaId, estate.name, id)
    tx.update(estates)
      .set({ ...estate, version: version + 1 })
      .where(eq(estates.id, id))
      .run()
    record(tx, person, { kind: 'estate.changed', subject: ['estate', id], data: { changed } }, now)
  })
}

function requireFreeEstate(reader: Reader, areaId: string, name: string, id = ''): void {
  const taken = reader
    .select({ id: estates.id })
    .from(estates)
    .where(and(eq(estates.areaId, areaId), eq(estates.name, name), ne(estates.id, id)))
    .get()
  if (taken) throw new Refused('nameTaken', { name }, 'name')
}

/** Throws Refused for one that another took over from: what it was stays as it was. */
function loadPlan(tx: Transaction, person: Viewer, id: string) {
  const plan = findPlan(tx, person, id)
  const successor = findSuccessor(tx, id)
  if (successor) throw new Refused('planSucceeded', { plan: successor.name })
  return plan
}

function loadOwnRemark(tx: Transaction, person: Viewer, id: string) {
  const found = tx
    .select({ planId: planRemarks.planId, personId: planRemarks.personId, sharedAt: planRemarks.sharedAt })
    .from(planRemarks)
    .innerJoin(masterPlans, eq(masterPlans.id, planRemarks.planId))
    .where(and(eq(planRemarks.id, id), isNull(planRemarks.removedAt), visible.planRemarks(person)))
    .get()
  if (!found) throw new NotFound()
  authorize(can.administer(person) || found.personId === person.personId)
  return found
}

type Typed = Omit<ChangePlanInput, 'id' | 'version'>

function parted({ name, purpose, contract, startsOn, endsOn, budgetOre, ...rest }: Typed) {
  const { fund, organisations, municipality, others } = rest
  return {
    words: { name, purpose, contract, startsOn, endsOn, budgetOre },
    shares: {
      fund: fund || null,
      organisations: organisations || null,
      municipality: municipality || null,
      others: others || null,
    },
  }
}

/** A budget that does not add up may be right, when a share is not known yet; but it is asked about. */
function askAboutBudget(person: Viewer, { budgetOre, confirm }: Typed, shares: Shares): void {
  const gap = budgetGap(budgetOre, shares)
  if (gap === 0 || confirm.includes(gap > 0 ? 'budgetMisses' : 'budgetExceeds')) return
  const difference = formatMoney(Math.abs(gap), person.locale)
  throw new Question('budgetOre', gap > 0 ? 'budgetMisses' : 'budgetExceeds', { difference })
}

/** An amount that is no longer known is none. */
function keepShares(tx: Transaction, planId: string, shares: Shares): void {
  const before = sharesOf(tx, planId)
  for (const funder of FUNDERS) {
    const amountOre = shares[funder] ?? (before[funder] === null ? null : 0)
    if (amountOre === null) continue
    tx.insert(planShares)
      .values({ planId, funder, amountOre })
      .onConflictDoUpdate({ target: [planShares.planId, planShares.funder], set: { amountOre } })
      .run()
  }
}

function requireOrganisation(reader: Reader, id: string, field: string): void {
  const found = reader
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.id, id), eq(parties.kind, 'housing_organisation')))
    .get()
  if (!found) throw new Refused('unknown', undefined, field)
}

function requireFreeName(reader: Reader, name: string, id = ''): void {
  const taken = reader
    .select({ id: masterPlans.id })
    .from(masterPlans)
    .where(and(eq(masterPlans.name, name), ne(masterPlans.id, id)))
    .get()
  if (taken) throw new Refused('nameTaken', { name }, 'name')
}
