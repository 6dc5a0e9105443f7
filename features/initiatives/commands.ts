import { and, eq, inArray } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import {
  areas,
  estates,
  type InitiativeStep,
  initiativeOffers,
  initiativeParties,
  initiativeSteps,
  initiatives,
  municipalOffers,
  parties,
} from '@/db/schema'
import { record } from '@/features/activity/record'
import { requireChoices } from '@/features/classifications/queries'
import { findPlan, findSuccessor } from '@/features/plans/queries'
import { today } from '@/lib/dates'
import { Conflict, Question, Refused } from '@/lib/errors'
import { formatDate } from '@/lib/format'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type {
  ChangeInitiativeInput,
  HillInput,
  InitiativeInput,
  NewInitiativeInput,
  ReasonedInput,
} from './input'
import { noteOverlaps } from './overlaps/commands'
import { findInitiative } from './queries'
import { whyNotApproved } from './rules'

export function createInitiative(
  person: Viewer,
  { planId, ...input }: NewInitiativeInput,
  now: Date,
): string {
  return write((tx) => {
    const plan = findPlan(tx, person, planId)
    authorize(can.editInitiative(person, { ...plan, state: 'draft', forumIds: [] }))
    const successor = findSuccessor(tx, planId)
    if (successor) throw new Refused('planSucceeded', { plan: successor.name }, 'title')
    const { words, partyIds, offerIds } = parted(input)
    requireChoices(tx, words, null, today(now))
    requireEstate(tx, words.estateId, plan.areaId)
    askAboutPlan(person, plan, input, now)
    const id = newId()
    const { personId: createdById } = person
    tx.insert(initiatives)
      .values({ id, planId, ...words, createdAt: now, createdById })
      .run()
    keepParties(tx, id, input.leadId, partyIds, now)
    keepOffers(tx, id, offerIds, now)
    record(tx, person, { kind: 'initiative.created', subject: ['initiative', id], data: { planId } }, now)
    noteOverlaps(tx, person, { initiativeId: id }, now)
    return id
  })
}

export function changeInitiative(person: Viewer, input: ChangeInitiativeInput, now: Date): string {
  return write((tx) => {
    const { id, version } = input
    const stored = findInitiative(tx, person, id)
    authorize(can.editInitiative(person, stored))
    const { words, partyIds, offerIds } = parted(input)
    const changed = changedFields<typeof words>(stored, words)
    refuseOverwriting<typeof words>(stored, version, changed)
    requireChoices(tx, words, stored, today(now))
    requireEstate(tx, words.estateId, stored.areaId)
    tx.update(initiatives)
      .set({ ...words, version: stored.version + 1 })
      .where(eq(initiatives.id, id))
      .run()
    keepParties(tx, id, input.leadId, partyIds, now)
    keepOffers(tx, id, offerIds, now)
    const data = { changed, parties: partyIds, offers: offerIds }
    record(tx, person, { kind: 'initiative.changed', subject: ['initiative', id], data }, now)
    noteOverlaps(tx, person, { initiativeId: id }, now)
    return id
  })
}

/** How far it is, as a person sees it; with a note, since the place on the hill alone says little. */
export function moveOnHill(person: Viewer, { id, version, hill, text }: HillInput, now: Date): void {
  write((tx) => {
    const stored = load(tx, person, id, version)
    authorize(can.countBridges(person, stored))
    if (stored.state === 'ended') throw new Refused('initiativeIs_ended')
    step(tx, person, stored, 'hill', { hill }, text, now)
    const data = { hillBefore: stored.hill, hillAfter: hill }
    record(tx, person, { kind: 'initiative.hill', subject: ['initiative', id], data }, now)
  })
}

/** For co-financing; without a theme of the strategy it cannot be (S40). */
export function approveInitiative(person: Viewer, { id, version }: InitiativeInput, now: Date): void {
  write((tx) => {
    const stored = load(tx, person, id, version)
    authorize(can.approveInitiatives(person))
    const why = whyNotApproved(stored)
    if (why) throw new Refused(why === 'initiativeIs' ? `initiativeIs_${stored.state}` : why)
    step(tx, person, stored, 'approved', { state: 'approved' }, '', now)
    record(tx, person, { kind: 'initiative.approved', subject: ['initiative', id] }, now)
  })
}

/** Back to a draft that the organisation can change. */
export function reopenInitiative(person: Viewer, { id, version, text }: ReasonedInput, now: Date): void {
  write((tx) => {
    const stored = load(tx, person, id, version)
    authorize(can.approveInitiatives(person))
    if (stored.state === 'draft') throw new Refused('initiativeIs_draft')
    step(tx, person, stored, 'reopened', { state: 'draft' }, text, now)
    record(tx, person, { kind: 'initiative.reopened', subject: ['initiative', id] }, now)
  })
}

export function endInitiative(person: Viewer, { id, version, text }: ReasonedInput, now: Date): void {
  write((tx) => {
    const stored = load(tx, person, id, version)
    authorize(can.approveInitiatives(person))
    if (stored.state === 'ended') throw new Refused('initiativeIs_ended')
    step(tx, person, stored, 'ended', { state: 'ended' }, text, now)
    record(tx, person, { kind: 'initiative.ended', subject: ['initiative', id] }, now)
  })
}

type Stored = ReturnType<typeof findInitiative>

function load(tx: Transaction, person: Viewer, id: string, version: number): Stored {
  const stored = findInitiative(tx, person, id)
  if (stored.version !== version) throw new Conflict('initiativeChanged')
  return stored
}

function step(
  tx: Transaction,
  person: Viewer,
  stored: Stored,
  taken: InitiativeStep,
  set: Partial<Pick<Stored, 'hill' | 'state'>>,
  text: string,
  now: Date,
): void {
  const { id: initiativeId, version } = stored
  tx.update(initiatives)
    .set({ ...set, version: version + 1 })
    .where(eq(initiatives.id, initiativeId))
    .run()
  tx.insert(initiativeSteps)
    .values({
      id: newId(),
      initiativeId,
      step: taken,
      hill: set.hill ?? stored.hill,
      text,
      at: now,
      personId: person.personId,
    })
    .run()
}

type Typed = Omit<NewInitiativeInput, 'planId'>

function parted({
  leadId,
  partyIds,
  offerIds,
  confirm: _,
  ...rest
}: Typed & { id?: string; version?: number }) {
  const { id: _id, version: _version, ...words } = rest
  return { words, partyIds: [...new Set([leadId, ...partyIds])], offerIds }
}

/** An initiative has its place in the area of its plan: one in two areas is two initiatives. */
function requireEstate(reader: Reader, estateId: string | null, areaId: string): void {
  if (estateId === null) return
  const found = reader
    .select({ name: estates.name, areaId: estates.areaId, area: areas.name })
    .from(estates)
    .innerJoin(areas, eq(areas.id, estates.areaId))
    .where(eq(estates.id, estateId))
    .get()
  if (!found) throw new Refused('unknown', undefined, 'estateId')
  const { name: estate, area } = found
  if (found.areaId !== areaId) throw new Refused('estateElsewhere', { estate, area }, 'estateId')
}

/** A plan that has ended may still be waiting for its renewal; it is asked about. */
function askAboutPlan(person: Viewer, plan: { endsOn: string | null }, { confirm }: Typed, now: Date): void {
  if (plan.endsOn === null || plan.endsOn >= today(now) || confirm.includes('planHasEnded')) return
  throw new Question('title', 'planHasEnded', { date: formatDate(plan.endsOn, person.locale, 'long') })
}

function keepParties(
  tx: Transaction,
  initiativeId: string,
  leadId: string,
  partyIds: string[],
  now: Date,
): void {
  const known = tx.select({ id: parties.id }).from(parties).where(inArray(parties.id, partyIds)).all()
  if (known.length !== partyIds.length) throw new Refused('unknown', undefined, 'partyIds')
  const before = tx
    .select()
    .from(initiativeParties)
    .where(eq(initiativeParties.initiativeId, initiativeId))
    .all()
  for (const { partyId } of before.filter((row) => !partyIds.includes(row.partyId))) {
    tx.update(initiativeParties)
      .set({ removedAt: now, leads: false })
      .where(and(eq(initiativeParties.initiativeId, initiativeId), eq(initiativeParties.partyId, partyId)))
      .run()
  }
  for (const partyId of partyIds) {
    const leads = partyId === leadId
    tx.insert(initiativeParties)
      .values({ initiativeId, partyId, leads })
      .onConflictDoUpdate({
        target: [initiativeParties.initiativeId, initiativeParties.partyId],
        set: { leads, removedAt: null },
      })
      .run()
  }
}

function keepOffers(tx: Transaction, initiativeId: string, offerIds: string[], now: Date): void {
  const known = tx
    .select({ id: municipalOffers.id })
    .from(municipalOffers)
    .where(inArray(municipalOffers.id, offerIds))
    .all()
  if (known.length !== offerIds.length) throw new Refused('unknown', undefined, 'offerIds')
  const before = tx
    .select()
    .from(initiativeOffers)
    .where(eq(initiativeOffers.initiativeId, initiativeId))
    .all()
  for (const { offerId } of before.filter((row) => !offerIds.includes(row.offerId))) {
    tx.update(initiativeOffers)
      .set({ removedAt: now })
      .where(and(eq(initiativeOffers.initiativeId, initiativeId), eq(initiativeOffers.offerId, offerId)))
      .run()
  }
  for (const offerId of offerIds) {
    tx.insert(initiativeOffers)
      .values({ initiativeId, offerId })
      .onConflictDoUpdate({
        target: [initiativeOffers.initiativeId, initiativeOffers.offerId],
        set: { removedAt: null },
      })
      .run()
  }
}
