import { and, eq, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { areas, FUNDERS, masterPlans, planShares } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import { formatMoney } from '@/lib/format'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangePlanInput, NewPlanInput, PlanInput } from '../input'
import { sharesOf } from '../queries'
import { budgetGap, type Shares } from '../rules'
import { loadPlan, requireOrganisation } from './load'

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

function requireFreeName(reader: Reader, name: string, id = ''): void {
  const taken = reader
    .select({ id: masterPlans.id })
    .from(masterPlans)
    .where(and(eq(masterPlans.name, name), ne(masterPlans.id, id)))
    .get()
  if (taken) throw new Refused('nameTaken', { name }, 'name')
}
