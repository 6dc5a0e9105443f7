import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { estates, overlaps } from '@/db/schema'
import { findPlan } from '@/features/plans/queries'
import type { Viewer } from '@/policy'
import type { WrittenInput } from '../input'
import { type Effort, type Match, suggestOverlaps } from '../rules'
import { asEffort, type Candidate, findCandidates } from './candidates'

export type Suggestion = { id: string; kind: Candidate['kind']; title: string; party: string; match: Match }

/** While it is written: what the viewer may see that may already do this, save what was said not to be the same. */
export function suggestWhileWritten(
  viewer: Viewer,
  { planId, initiativeId, ...words }: WrittenInput,
): Suggestion[] {
  const plan = findPlan(db(), viewer, planId)
  const estate =
    words.estateId === null
      ? undefined
      : db().select().from(estates).where(eq(estates.id, words.estateId)).get()
  const written: Effort = {
    ...asEffort({ ...words, id: initiativeId ?? '' }),
    areaId: plan.areaId,
    latitude: estate?.latitude ?? null,
    longitude: estate?.longitude ?? null,
  }
  const different = initiativeId ? listDifferent(initiativeId) : []
  const candidates = findCandidates(db(), written, viewer).filter(({ id }) => !different.includes(id))
  return suggestOverlaps(written, candidates).map(({ effort: { id, kind, title, party }, match }) => ({
    id,
    kind,
    title,
    party,
    match,
  }))
}

const listDifferent = (initiativeId: string): string[] =>
  db()
    .select({ other: overlaps.otherInitiativeId, offer: overlaps.offerId })
    .from(overlaps)
    .where(and(eq(overlaps.initiativeId, initiativeId), eq(overlaps.state, 'not_same')))
    .all()
    .flatMap(({ other, offer }) => other ?? offer ?? [])
