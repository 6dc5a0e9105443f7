import { eq } from 'drizzle-orm'
import {
  bridgeCounts,
  classifications,
  estates,
  type Funder,
  initiativeOffers,
  initiativeParties,
  initiativeSteps,
  initiatives,
  masterPlans,
  municipalOffers,
  overlaps,
  planRemarks,
  planShares,
} from '@/db/schema'
import { indexWords } from '@/db/search-index'
import { effortOf, findCandidates } from '@/features/initiatives/overlaps/queries/candidates'
import { suggestOverlaps } from '@/features/initiatives/overlaps/rules'
import { addDays, addMonths, instantOf, plainDateOf, quarterOf } from '@/lib/dates'
import { INITIATIVES, OFFERS, PLANS, REMARKS } from './content/initiatives'
import type { SeedContext } from './context'
import type { Directory } from './directory'

const MILLION_KRONER = 100_000_000

/** What the plans do: their estates, shares and initiatives, the municipality's own offers, and what was remarked. */
export function writeInitiatives(context: SeedContext, directory: Directory): void {
  const { tx, id, tell, today } = context
  const plans = new Map(
    tx
      .select()
      .from(masterPlans)
      .all()
      .map((plan) => [plan.name, plan]),
  )
  const plan = (name: string) => plans.get(name) ?? missing(name)
  const listed = tx.select().from(classifications).all()
  const listedAs = (slug?: string) =>
    slug ? (listed.find((one) => one.slug === slug)?.id ?? missing(slug)) : null
  const estateIds = new Map<string, string>()
  const made = instantOf(addMonths(today, -10), '10:00')
  const mette = directory.person('Mette Holm').id

  for (const { plan: name, purpose, contract, endsIn, estates: places, shares = {} } of PLANS) {
    const { id: planId, areaId } = plan(name)
    const budget = Object.values(shares).reduce((sum, share) => sum + share, 0)
    const [startsOn, endsOn] = [addMonths(today, endsIn - 48), addMonths(today, endsIn)]
    tx.update(masterPlans)
      .set({
        purpose,
        contract,
        startsOn,
        endsOn,
        budgetOre: budget ? budget * MILLION_KRONER : null,
        approvedAt: made,
      })
      .where(eq(masterPlans.id, planId))
      .run()
    for (const [funder, share] of Object.entries(shares) as [Funder, number][]) {
      tx.insert(planShares)
        .values({ planId, funder, amountOre: share * MILLION_KRONER })
        .run()
    }
    tell({ kind: 'plan.approved', subject: ['plan', planId], data: { startsOn, endsOn } }, made, mette)
    for (const [estate, latitude, longitude] of places) {
      const row = { id: id(), areaId, planId, name: estate, latitude, longitude }
      estateIds.set(estate, row.id)
      tx.insert(estates).values(row).run()
      tell({ kind: 'estate.created', subject: ['estate', row.id], data: { planId } }, made, mette)
    }
  }

  const offerIds = new Map<string, string>()
  for (const { party, kind, theme, group, area, at, confirmed, ...words } of OFFERS) {
    const row = {
      ...words,
      id: id(),
      partyId: directory.party(party).id,
      activityKindId: listedAs(kind),
      themeId: listedAs(theme),
      targetGroupId: listedAs(group),
      areaId: area && directory.forum(area).areaId,
      estateId: at ? estateIds.get(at[2]) : null,
      confirmedOn: addMonths(today, -confirmed),
      createdAt: made,
    }
    offerIds.set(words.title, row.id)
    tx.insert(municipalOffers).values(row).run()
    tell({ kind: 'offer.created', subject: ['offer', row.id], data: { partyId: row.partyId } }, made)
  }

  for (const initiative of INITIATIVES) {
    const { plan: name, title, description, state, hill, note, coreService, civicPartner } = initiative
    const { id: planId, leadPartyId } = plan(name)
    const initiativeId = id()
    const [cost, cofinanced] = [initiative.cost, initiative.cofinanced]
    tx.insert(initiatives)
      .values({
        id: initiativeId,
        planId,
        title,
        description,
        state,
        hill,
        coreService,
        civicPartner,
        activityKindId: listedAs(initiative.kind),
        themeId: listedAs(initiative.theme),
        targetGroupId: listedAs(initiative.group),
        estateId: initiative.estate ? estateIds.get(initiative.estate) : null,
        startsOn: addMonths(today, -9),
        endsOn: addMonths(today, 15),
        costOre: cost ? cost * 100 : null,
        cofinancedOre: cofinanced ? cofinanced * 100 : null,
        createdAt: made,
        createdById: mette,
      })
      .run()
    tell({ kind: 'initiative.created', subject: ['initiative', initiativeId], data: { planId } }, made, mette)
    for (const party of initiative.parties) {
      const { id: partyId } = directory.party(party)
      tx.insert(initiativeParties)
        .values({ initiativeId, partyId, leads: partyId === leadPartyId })
        .run()
    }
    const steps = [
      { step: 'hill' as const, text: note, at: instantOf(addDays(today, -40), '11:00') },
      ...(state === 'draft'
        ? []
        : [{ step: 'approved' as const, text: '', at: instantOf(addDays(today, -200), '11:00') }]),
    ]
    for (const step of steps) {
      tx.insert(initiativeSteps)
        .values({ id: id(), initiativeId, hill, personId: mette, ...step })
        .run()
      const subject: [string, string] = ['initiative', initiativeId]
      tell({ kind: `initiative.${step.step}`, subject, data: { hill } }, step.at, mette)
    }
    const offerId = initiative.leadsTo && offerIds.get(initiative.leadsTo)
    if (offerId) {
      tx.insert(initiativeOffers).values({ initiativeId, offerId }).run()
      const counted = initiative.counted ?? []
      for (const [index, [contacts, ledOn]] of counted.entries()) {
        const countedAt = instantOf(addMonths(today, 3 * (index - counted.length)), '14:00')
        const period = quarterOf(plainDateOf(countedAt))
        tx.insert(bridgeCounts)
          .values({ initiativeId, offerId, ...period, contacts, ledOn, countedAt })
          .run()
        const data = { offer: offerId, ...period }
        tell({ kind: 'initiative.counted', subject: ['initiative', initiativeId], data }, countedAt, mette)
      }
    }
  }

  for (const { plan: name, person, text, shared } of REMARKS) {
    const { id: personId, partyId } = directory.person(person)
    const at = instantOf(addDays(today, -20), '13:00')
    const row = { id: id(), planId: plan(name).id, partyId, personId, text, madeAt: at }
    tx.insert(planRemarks)
      .values({ ...row, sharedAt: shared ? at : null })
      .run()
    tell({ kind: 'plan.remarked', subject: ['plan', row.planId], data: { remark: row.id } }, at, personId)
    if (shared)
      tell({ kind: 'plan.remark-shared', subject: ['plan', row.planId], data: { remark: row.id } }, at, mette)
  }
}

/** What the radar says of them, as if each had just been written. */
export function writeOverlaps({ tx, id, tell, today }: SeedContext): void {
  for (const { id: offer, title, description, place } of tx.select().from(municipalOffers).all())
    indexWords(tx, { kind: 'offer', id: offer }, `${title} ${description} ${place}`)
  const found = instantOf(addDays(today, -30), '12:00')
  for (const { id: initiativeId } of tx.select().from(initiatives).all()) {
    const written = effortOf(tx, initiativeId)
    for (const { effort, match } of suggestOverlaps(written, findCandidates(tx, written))) {
      const overlap = id()
      const [offerId, otherInitiativeId] = effort.kind === 'offer' ? [effort.id, null] : [null, effort.id]
      const reasons = JSON.stringify(match.reasons)
      tx.insert(overlaps)
        .values({
          id: overlap,
          initiativeId,
          offerId,
          otherInitiativeId,
          score: match.score,
          reasons,
          foundAt: found,
        })
        .run()
      const data = { initiative: initiativeId, other: effort.id, score: match.score }
      tell({ kind: 'overlap.found', subject: ['overlap', overlap], data }, found)
    }
    indexWords(tx, { kind: 'initiative', id: initiativeId }, `${written.title} ${written.text}`)
  }
}

const missing = (name: string): never => {
  throw new Error(`The demo knows no ${name}.`)
}
