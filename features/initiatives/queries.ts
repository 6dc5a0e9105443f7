import 'server-only'
import { and, asc, count, desc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import {
  areas,
  classifications,
  estates,
  forums,
  initiativeOffers,
  initiativeParties,
  initiativeSteps,
  initiatives,
  masterPlans,
  municipalOffers,
  parties,
  people,
} from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { organisationIds } from '@/features/plans/queries'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import type { ListAddress } from './input'

const ON_A_PAGE = 50

/** The forums of the plan's area, as rights need them. */
const forumIds = sql<string[]>`(
  SELECT json_group_array(${forums.id}) FROM ${forums} WHERE ${forums.areaId} = ${masterPlans.areaId}
)`.mapWith((list: string) => JSON.parse(list) as string[])

/** What a plan is called is for who may read it. */
const planName = (viewer: Viewer) =>
  sql<string | null>`CASE WHEN ${visible.plans(viewer)} THEN ${masterPlans.name} END`

export type ListedInitiative = ReturnType<typeof listInitiatives>['initiatives'][number]

/** One page of what is asked for, the newest first, and how many there are. Two statements. */
export function listInitiatives(viewer: Viewer, address: ListAddress) {
  const { page: asked = 1, ...filter } = address
  const total = counted(db(), viewer, filter).get()?.count ?? 0
  const pages = Math.max(1, Math.ceil(total / ON_A_PAGE))
  const page = Math.min(asked, pages)
  return { initiatives: listed(db(), viewer, filter, page).all(), count: total, page, pages }
}

type Filter = Omit<ListAddress, 'page'>

const listed = keptQuery((reader, viewer: Viewer, filter: Filter, page: number) =>
  reader
    .select({
      id: initiatives.id,
      title: initiatives.title,
      state: initiatives.state,
      hill: initiatives.hill,
      themeId: initiatives.themeId,
      targetGroupId: initiatives.targetGroupId,
      activityKindId: initiatives.activityKindId,
      startsOn: initiatives.startsOn,
      endsOn: initiatives.endsOn,
      plan: planName(viewer),
      area: areas.name,
    })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .where(within(viewer, filter))
    .orderBy(desc(initiatives.createdAt), initiatives.title)
    .limit(ON_A_PAGE)
    .offset((page - 1) * ON_A_PAGE)
    .prepare(),
)

const counted = keptQuery((reader, viewer: Viewer, filter: Filter) =>
  reader
    .select({ count: count() })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .where(within(viewer, filter))
    .prepare(),
)

const MISSING = {
  theme: isNull(initiatives.themeId),
  target_group: isNull(initiatives.targetGroupId),
  activity_kind: isNull(initiatives.activityKindId),
}

function within(viewer: Viewer, { area, plan, theme, group, state, missing }: Filter): SQL | undefined {
  return and(
    isNull(initiatives.removedAt),
    visible.initiatives(viewer),
    area
      ? sql`${masterPlans.areaId} IN (SELECT ${forums.areaId} FROM ${forums} WHERE ${forums.slug} = ${area})`
      : undefined,
    plan ? eq(initiatives.planId, plan) : undefined,
    theme ? eq(initiatives.themeId, theme) : undefined,
    group ? eq(initiatives.targetGroupId, group) : undefined,
    state ? eq(initiatives.state, state) : undefined,
    missing ? MISSING[missing] : undefined,
  )
}

/** How many initiatives that have not ended each theme has, in one area or all; null for those without. One statement. */
export const countByTheme = (viewer: Viewer, areaId?: string) => themesCounted(db(), viewer, areaId).all()

const themesCounted = keptQuery((reader, viewer: Viewer, areaId?: string) =>
  reader
    .select({
      themeId: initiatives.themeId,
      nameDa: classifications.nameDa,
      nameEn: classifications.nameEn,
      count: count(),
    })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .leftJoin(classifications, eq(classifications.id, initiatives.themeId))
    .where(
      and(
        isNull(initiatives.removedAt),
        visible.initiatives(viewer),
        inArray(initiatives.state, ['draft', 'approved']),
        areaId ? eq(masterPlans.areaId, areaId) : undefined,
      ),
    )
    .groupBy(initiatives.themeId)
    .prepare(),
)

const facts = {
  leadPartyId: masterPlans.leadPartyId,
  areaId: masterPlans.areaId,
  organisationIds,
  forumIds,
}

/** Those under way, to choose among. One statement. */
export const listInitiativeChoices = (viewer: Viewer) =>
  db()
    .select({ value: initiatives.id, label: initiatives.title, group: masterPlans.name })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .where(and(visible.initiatives(viewer), ne(initiatives.state, 'ended'), isNull(initiatives.removedAt)))
    .orderBy(asc(masterPlans.name), asc(initiatives.title))
    .all()

/** For commands, with what rights are judged from. Throws NotFound for what the person may not see. */
export function findInitiative(reader: Reader, person: Viewer, id: string) {
  const found = reader
    .select({ initiative: initiatives, ...facts })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .where(and(eq(initiatives.id, id), isNull(initiatives.removedAt), visible.initiatives(person)))
    .get()
  if (!found) throw new NotFound()
  const { initiative, ...rest } = found
  return { ...initiative, ...rest }
}

export type InitiativeDetail = ReturnType<typeof getInitiative>

/**
 * One initiative. Who may not read its plan learns what it is and how far, not what it costs or what was said of it.
 * Throws NotFound. Four statements.
 */
export function getInitiative(viewer: Viewer, id: string) {
  const found = detailsOf(db(), viewer, id).get()
  if (!found) throw new NotFound()
  const ofPlan = can.readPlan(viewer, found)
  return {
    ...found,
    costOre: ofPlan ? found.costOre : null,
    cofinancedOre: ofPlan ? found.cofinancedOre : null,
    mayReadPlan: ofPlan,
    parties: partiesOf(id),
    offers: offersOf(id),
    steps: ofPlan ? stepsOf(id) : [],
  }
}

const detailsOf = keptQuery((reader, viewer: Viewer, id: string) =>
  reader
    .select({
      id: initiatives.id,
      title: initiatives.title,
      description: initiatives.description,
      themeId: initiatives.themeId,
      targetGroupId: initiatives.targetGroupId,
      activityKindId: initiatives.activityKindId,
      estateId: initiatives.estateId,
      estate: estates.name,
      place: initiatives.place,
      startsOn: initiatives.startsOn,
      endsOn: initiatives.endsOn,
      civicPartner: initiatives.civicPartner,
      coreService: initiatives.coreService,
      costOre: initiatives.costOre,
      cofinancedOre: initiatives.cofinancedOre,
      hill: initiatives.hill,
      state: initiatives.state,
      version: initiatives.version,
      planId: initiatives.planId,
      plan: planName(viewer),
      planEndsOn: masterPlans.endsOn,
      area: areas.name,
      ...facts,
    })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .leftJoin(estates, eq(estates.id, initiatives.estateId))
    .where(and(eq(initiatives.id, id), isNull(initiatives.removedAt), visible.initiatives(viewer)))
    .prepare(),
)

const partiesOf = (id: string) =>
  db()
    .select({ id: parties.id, name: parties.shortName, leads: initiativeParties.leads })
    .from(initiativeParties)
    .innerJoin(parties, eq(parties.id, initiativeParties.partyId))
    .where(and(eq(initiativeParties.initiativeId, id), isNull(initiativeParties.removedAt)))
    .orderBy(desc(initiativeParties.leads), parties.sortKey)
    .all()

const offersOf = (id: string) =>
  db()
    .select({ id: municipalOffers.id, title: municipalOffers.title, party: parties.shortName })
    .from(initiativeOffers)
    .innerJoin(municipalOffers, eq(municipalOffers.id, initiativeOffers.offerId))
    .innerJoin(parties, eq(parties.id, municipalOffers.partyId))
    .where(and(eq(initiativeOffers.initiativeId, id), isNull(initiativeOffers.removedAt)))
    .orderBy(municipalOffers.title)
    .all()

const stepsOf = (id: string) =>
  db()
    .select({
      id: initiativeSteps.id,
      step: initiativeSteps.step,
      hill: initiativeSteps.hill,
      text: initiativeSteps.text,
      at: initiativeSteps.at,
      person: people.name,
    })
    .from(initiativeSteps)
    .innerJoin(people, eq(people.id, initiativeSteps.personId))
    .where(eq(initiativeSteps.initiativeId, id))
    .orderBy(desc(initiativeSteps.at), sql`${initiativeSteps}.rowid desc`)
    .all()

/** What a form about an initiative of a plan offers: the estates of the area, everybody who could take part, the offers. */
export function initiativeChoices(viewer: Viewer, plan: { areaId: string; leadPartyId: string }) {
  const everybody = db()
    .select({ value: parties.id, label: parties.shortName, kind: parties.kind })
    .from(parties)
    .where(and(isNull(parties.validTo), ne(parties.kind, 'partner')))
    .orderBy(parties.sortKey)
    .all()
  return {
    estates: db()
      .select({ value: estates.id, label: estates.name })
      .from(estates)
      .where(eq(estates.areaId, plan.areaId))
      .orderBy(estates.name)
      .all(),
    parties: can.seeAccounts(viewer)
      ? everybody
      : everybody.filter(
          ({ kind, value }) =>
            kind !== 'housing_organisation' ||
            value === plan.leadPartyId ||
            viewer.ownParties.includes(value),
        ),
    offers: db()
      .select({ value: municipalOffers.id, label: municipalOffers.title, group: parties.shortName })
      .from(municipalOffers)
      .innerJoin(parties, eq(parties.id, municipalOffers.partyId))
      .orderBy(parties.sortKey, municipalOffers.title)
      .all(),
  }
}
