import { and, eq, or } from 'drizzle-orm'
import { db, write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { overlaps } from '@/db/schema'
import { indexWords } from '@/db/search-index'
import { record } from '@/features/activity/record'
import { findPlan } from '@/features/plans/queries'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer, visible } from '@/policy'
import { findInitiative } from '../queries'
import type { PointOutInput, ReopenOverlapInput, ResolveOverlapInput, WrittenInput } from './input'
import { effortOf, effortOfOffer, findCandidates, listLeadingTo } from './queries/candidates'
import { type Match, suggestOverlaps } from './rules'

/**
 * In the transaction in which an initiative was written: makes its words findable, and notes what may already do the
 * same. What was noted before, or settled, stays as it is.
 */
export function noteOverlaps(
  tx: Transaction,
  person: Viewer,
  { initiativeId }: { initiativeId: string },
  now: Date,
): void {
  const written = effortOf(tx, initiativeId)
  indexWords(tx, { kind: 'initiative', id: initiativeId }, `${written.title} ${written.text}`)
  for (const { effort, match } of suggestOverlaps(written, findCandidates(tx, written))) {
    const [otherInitiativeId, offerId] = effort.kind === 'offer' ? [null, effort.id] : [effort.id, null]
    notePair(tx, person, { initiativeId, otherInitiativeId, offerId }, match, now)
  }
}

/** The same from the other side: an offer was written, and initiatives that are under way may already do it. */
export function noteOverlapsOfOffer(
  tx: Transaction,
  person: Viewer,
  { offerId }: { offerId: string },
  now: Date,
): void {
  const written = effortOfOffer(tx, offerId)
  indexWords(tx, { kind: 'offer', id: offerId }, `${written.title} ${written.text}`)
  const leading = listLeadingTo(tx, offerId)
  const initiatives = findCandidates(tx, written).filter(
    ({ kind, id }) => kind === 'initiative' && !leading.includes(id),
  )
  for (const { effort, match } of suggestOverlaps(written, initiatives)) {
    notePair(tx, person, { initiativeId: effort.id, otherInitiativeId: null, offerId }, match, now)
  }
}

type Pair = Other & { initiativeId: string }

function notePair(tx: Transaction, person: Viewer, pair: Pair, match: Match, now: Date): void {
  const { initiativeId, otherInitiativeId, offerId } = pair
  if (isNoted(tx, initiativeId, pair)) return
  const id = newId()
  const { score } = match
  const reasons = JSON.stringify(match.reasons)
  tx.insert(overlaps)
    .values({ id, ...pair, score, reasons, foundAt: now, foundById: person.personId })
    .run()
  const data = { initiative: initiativeId, other: otherInitiativeId ?? offerId, score }
  record(tx, person, { kind: 'overlap.found', subject: ['overlap', id], data }, now)
}

type Other = { otherInitiativeId: string | null; offerId: string | null }

/** Two initiatives are one pair, whichever was written last. */
const isNoted = (tx: Transaction, initiativeId: string, { otherInitiativeId, offerId }: Other): boolean =>
  tx
    .select({ id: overlaps.id })
    .from(overlaps)
    .where(
      offerId
        ? and(eq(overlaps.initiativeId, initiativeId), eq(overlaps.offerId, offerId))
        : or(
            and(
              eq(overlaps.initiativeId, initiativeId),
              eq(overlaps.otherInitiativeId, otherInitiativeId ?? ''),
            ),
            and(
              eq(overlaps.initiativeId, otherInitiativeId ?? ''),
              eq(overlaps.otherInitiativeId, initiativeId),
            ),
          ),
    )
    .get() !== undefined

/** Merged, referred on, or justified with a reason; "not the same" is remembered, and not suggested again. */
export function resolveOverlap(person: Viewer, input: ResolveOverlapInput, now: Date): void {
  write((tx) => {
    const { id, version, state } = input
    const { overlap, initiative, other } = load(tx, person, id)
    authorize(can.resolveOverlap(person, initiative, other))
    if (overlap.state !== 'found') throw new Conflict('overlapSettled')
    if (overlap.version !== version) throw new Conflict('overlapChanged')
    const reason = 'reason' in input ? input.reason : ''
    tx.update(overlaps)
      .set({ state, reason, resolvedAt: now, resolvedById: person.personId, version: version + 1 })
      .where(eq(overlaps.id, id))
      .run()
    const data = { initiative: overlap.initiativeId, state }
    record(tx, person, { kind: 'overlap.resolved', subject: ['overlap', id], data }, now)
  })
}

export function reopenOverlap(person: Viewer, { id, version }: ReopenOverlapInput, now: Date): void {
  write((tx) => {
    const { overlap } = load(tx, person, id)
    authorize(can.approveInitiatives(person))
    if (overlap.state === 'found') return
    if (overlap.version !== version) throw new Conflict('overlapChanged')
    tx.update(overlaps)
      .set({ state: 'found', reason: '', resolvedAt: null, resolvedById: null, version: version + 1 })
      .where(eq(overlaps.id, id))
      .run()
    const data = { initiative: overlap.initiativeId, stateBefore: overlap.state }
    record(tx, person, { kind: 'overlap.reopened', subject: ['overlap', id], data }, now)
  })
}

/** "Findes allerede": what a department knows of that stands in no register. */
export function pointOutOverlap(
  person: Viewer,
  { initiativeId, known, link }: PointOutInput,
  now: Date,
): void {
  write((tx) => {
    const initiative = findInitiative(tx, person, initiativeId)
    authorize(can.pointOutOverlap(person))
    if (initiative.state === 'ended') throw new Refused('initiativeIs_ended')
    const id = newId()
    const found = { foundAt: now, foundById: person.personId }
    tx.insert(overlaps)
      .values({ id, initiativeId, known, link: link || null, ...found })
      .run()
    const data = { initiative: initiativeId }
    record(tx, person, { kind: 'overlap.pointed-out', subject: ['overlap', id], data }, now)
  })
}

/** Who may write an initiative of the plan may ask what already does the same. Changes nothing, so nothing is recorded. */
export function requireWriter(person: Viewer, { planId }: WrittenInput): void {
  const plan = findPlan(db(), person, planId)
  authorize(can.countBridges(person, { ...plan, state: 'draft', forumIds: [] }))
}

function load(tx: Transaction, person: Viewer, id: string) {
  const overlap = tx
    .select()
    .from(overlaps)
    .where(and(eq(overlaps.id, id), visible.overlaps(person)))
    .get()
  if (!overlap) throw new NotFound()
  const initiative = findInitiative(tx, person, overlap.initiativeId)
  const other = overlap.otherInitiativeId ? findInitiative(tx, person, overlap.otherInitiativeId) : null
  return { overlap, initiative, other }
}
