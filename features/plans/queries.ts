import 'server-only'
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import {
  areas,
  estates,
  FUNDERS,
  forums,
  initiatives,
  masterPlans,
  parties,
  people,
  planOrganisations,
  planRemarks,
  planShares,
  planSuccessions,
  steeringGroups,
} from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { compareDanish } from '@/lib/danish-order'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { endsSoon, type Shares } from './rules'

/** The parties beside the lead, as rights need them. */
export const organisationIds = sql<string[]>`(
  SELECT json_group_array(${planOrganisations.partyId}) FROM ${planOrganisations}
  WHERE ${planOrganisations.planId} = ${masterPlans.id} AND ${planOrganisations.removedAt} IS NULL
)`.mapWith((list: string) => JSON.parse(list) as string[])

/** The plans the viewer may see, by area and name; what came before another is left out unless asked for. One statement. */
export function listPlans(viewer: Viewer, { ended = false }: { ended?: boolean } = {}) {
  return plansOf(db(), viewer)
    .all()
    .filter(({ successorId }) => ended || successorId === null)
    .sort((a, b) => a.position - b.position || compareDanish(a.name, b.name))
}

const plansOf = keptQuery((reader, viewer: Viewer) =>
  reader
    .select({
      id: masterPlans.id,
      name: masterPlans.name,
      areaId: masterPlans.areaId,
      area: areas.name,
      lead: parties.shortName,
      leadPartyId: masterPlans.leadPartyId,
      startsOn: masterPlans.startsOn,
      endsOn: masterPlans.endsOn,
      approvedAt: masterPlans.approvedAt,
      position: sql<number>`coalesce((SELECT min(${forums.position}) FROM ${forums} WHERE ${forums.areaId} = ${areas.id}), 99)`,
      successorId: sql<string | null>`(
        SELECT ${planSuccessions.successorId} FROM ${planSuccessions} WHERE ${planSuccessions.predecessorId} = ${masterPlans.id}
      )`,
      organisationIds,
      initiatives: sql<number>`(
        SELECT count(*) FROM ${initiatives} WHERE ${initiatives.planId} = ${masterPlans.id} AND ${initiatives.removedAt} IS NULL
      )`,
    })
    .from(masterPlans)
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .innerJoin(parties, eq(parties.id, masterPlans.leadPartyId))
    .where(visible.plans(viewer))
    .prepare(),
)

/** Those of an area that end within a year, soonest first. */
export const listEndingPlans = (viewer: Viewer, today: PlainDate, areaId?: string) =>
  listPlans(viewer)
    .filter((plan) => (areaId === undefined || plan.areaId === areaId) && endsSoon(plan.endsOn, today))
    .sort((a, b) => ((a.endsOn ?? '') < (b.endsOn ?? '') ? -1 : 1))

/** For commands. Throws NotFound for what the person may not see. */
export function findPlan(reader: Reader, person: Viewer, id: string) {
  const found = reader
    .select({ plan: masterPlans, organisationIds })
    .from(masterPlans)
    .where(and(eq(masterPlans.id, id), visible.plans(person)))
    .get()
  if (!found) throw new NotFound()
  return { ...found.plan, organisationIds: found.organisationIds }
}

/** The plan that took over from this one, where one did. */
export const findSuccessor = (reader: Reader, planId: string) =>
  reader
    .select({ id: masterPlans.id, name: masterPlans.name, happenedOn: planSuccessions.happenedOn })
    .from(planSuccessions)
    .innerJoin(masterPlans, eq(masterPlans.id, planSuccessions.successorId))
    .where(eq(planSuccessions.predecessorId, planId))
    .get()

export function sharesOf(reader: Reader, planId: string): Shares {
  const rows = reader.select().from(planShares).where(eq(planShares.planId, planId)).all()
  const shares = FUNDERS.map((one) => [one, rows.find(({ funder }) => funder === one)?.amountOre || null])
  return Object.fromEntries(shares) as Shares
}

export type PlanDetail = ReturnType<typeof getPlan>

/** All that stands about one plan, as far as the viewer may see it. Throws NotFound. Eight statements. */
export function getPlan(viewer: Viewer, id: string) {
  const plan = detailsOf(db(), viewer, id).get()
  if (!plan) throw new NotFound()
  return {
    ...plan,
    organisations: organisationsOf(id),
    shares: sharesOf(db(), id),
    estates: listEstates(id),
    successor: related(viewer, 'successor', id).at(0),
    predecessors: related(viewer, 'predecessor', id),
    remarks: remarksOn(viewer, id),
  }
}

const detailsOf = keptQuery((reader, viewer: Viewer, id: string) =>
  reader
    .select({
      id: masterPlans.id,
      name: masterPlans.name,
      areaId: masterPlans.areaId,
      area: areas.name,
      leadPartyId: masterPlans.leadPartyId,
      lead: parties.shortName,
      administrator: parties.administrator,
      purpose: masterPlans.purpose,
      contract: masterPlans.contract,
      startsOn: masterPlans.startsOn,
      endsOn: masterPlans.endsOn,
      budgetOre: masterPlans.budgetOre,
      source: masterPlans.source,
      approvedAt: masterPlans.approvedAt,
      version: masterPlans.version,
      organisationIds,
      steeringGroup: steeringGroups.name,
      steeringGroupEndedOn: steeringGroups.endedOn,
      forum: { id: forums.id, slug: forums.slug, name: forums.name },
    })
    .from(masterPlans)
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .innerJoin(parties, eq(parties.id, masterPlans.leadPartyId))
    .leftJoin(steeringGroups, eq(steeringGroups.planId, masterPlans.id))
    .leftJoin(forums, and(eq(forums.areaId, areas.id), eq(forums.kind, 'forum'), visible.forums(viewer)))
    .where(and(eq(masterPlans.id, id), visible.plans(viewer)))
    .orderBy(asc(forums.position))
    .prepare(),
)

const organisationsOf = (planId: string) =>
  db()
    .select({ id: parties.id, name: parties.shortName, administrator: parties.administrator })
    .from(planOrganisations)
    .innerJoin(parties, eq(parties.id, planOrganisations.partyId))
    .where(and(eq(planOrganisations.planId, planId), isNull(planOrganisations.removedAt)))
    .orderBy(parties.sortKey)
    .all()

const listEstates = (planId: string) =>
  db()
    .select({
      id: estates.id,
      name: estates.name,
      latitude: estates.latitude,
      longitude: estates.longitude,
      version: estates.version,
    })
    .from(estates)
    .where(eq(estates.planId, planId))
    .orderBy(estates.name)
    .all()

const other = alias(masterPlans, 'other')

/** What came before a plan, or after; by name only where the viewer may see that plan too. */
function related(viewer: Viewer, which: 'predecessor' | 'successor', id: string) {
  const [from, to] =
    which === 'successor'
      ? [planSuccessions.predecessorId, planSuccessions.successorId]
      : [planSuccessions.successorId, planSuccessions.predecessorId]
  return db()
    .select({ id: masterPlans.id, name: masterPlans.name, happenedOn: planSuccessions.happenedOn })
    .from(planSuccessions)
    .innerJoin(other, eq(other.id, from))
    .innerJoin(masterPlans, eq(masterPlans.id, to))
    .where(and(eq(from, id), visible.plans(viewer)))
    .orderBy(desc(planSuccessions.happenedOn))
    .all()
}

const remarksOn = (viewer: Viewer, planId: string) =>
  db()
    .select({
      id: planRemarks.id,
      text: planRemarks.text,
      madeAt: planRemarks.madeAt,
      sharedAt: planRemarks.sharedAt,
      personId: planRemarks.personId,
      person: people.name,
      party: parties.shortName,
    })
    .from(planRemarks)
    .innerJoin(masterPlans, eq(masterPlans.id, planRemarks.planId))
    .innerJoin(people, eq(people.id, planRemarks.personId))
    .innerJoin(parties, eq(parties.id, planRemarks.partyId))
    .where(and(eq(planRemarks.planId, planId), isNull(planRemarks.removedAt), visible.planRemarks(viewer)))
    .orderBy(desc(planRemarks.madeAt))
    .all()

const named = (where?: SQL) =>
  db()
    .select({ value: parties.id, label: parties.shortName })
    .from(parties)
    .where(where)
    .orderBy(parties.sortKey)
    .all()

/** What a new plan is put together from: areas and housing organisations. Throws NotFound for all but the team. */
export function planChoices(viewer: Viewer) {
  if (!can.administer(viewer)) throw new NotFound()
  return {
    areas: db().select({ value: areas.id, label: areas.name }).from(areas).orderBy(areas.name).all(),
    organisations: named(eq(parties.kind, 'housing_organisation')),
  }
}
