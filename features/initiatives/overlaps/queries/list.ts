import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import { areas, initiatives, masterPlans, municipalOffers, overlaps, parties, people } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { type Viewer, visible } from '@/policy'
import type { Reason } from '../rules'

const other = alias(initiatives, 'other')

export type ListedOverlap = ReturnType<typeof listOverlaps>[number]

type Filter = { initiativeId?: string; areaId?: string; open?: boolean; limit?: number }

/** What may be done twice, as far as the viewer may see both; the newest first. One statement. */
export const listOverlaps = (viewer: Viewer, filter: Filter) => overlapsOf(db(), viewer, filter).all()

const overlapsOf = keptQuery((reader, viewer: Viewer, { initiativeId, areaId, open, limit = 100 }: Filter) =>
  reader
    .select({
      id: overlaps.id,
      state: overlaps.state,
      score: overlaps.score,
      reasons: sql<Reason[]>`coalesce(${overlaps.reasons}, '[]')`.mapWith(
        (stored: string) => JSON.parse(stored) as Reason[],
      ),
      known: overlaps.known,
      link: overlaps.link,
      reason: overlaps.reason,
      foundAt: overlaps.foundAt,
      resolvedAt: overlaps.resolvedAt,
      resolvedBy: people.name,
      version: overlaps.version,
      initiative: { id: initiatives.id, title: initiatives.title, plan: masterPlans.name, area: areas.name },
      other: { id: other.id, title: other.title },
      offer: { id: municipalOffers.id, title: municipalOffers.title, party: parties.shortName },
    })
    .from(overlaps)
    .innerJoin(initiatives, eq(initiatives.id, overlaps.initiativeId))
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .leftJoin(other, eq(other.id, overlaps.otherInitiativeId))
    .leftJoin(municipalOffers, eq(municipalOffers.id, overlaps.offerId))
    .leftJoin(parties, eq(parties.id, municipalOffers.partyId))
    .leftJoin(people, eq(people.id, overlaps.resolvedById))
    .where(
      and(
        visible.overlaps(viewer),
        isNull(initiatives.removedAt),
        initiativeId ? eq(overlaps.initiativeId, initiativeId) : undefined,
        areaId ? eq(masterPlans.areaId, areaId) : undefined,
        open ? eq(overlaps.state, 'found') : undefined,
      ),
    )
    .orderBy(desc(overlaps.foundAt), desc(overlaps.score))
    .limit(limit)
    .prepare(),
)
