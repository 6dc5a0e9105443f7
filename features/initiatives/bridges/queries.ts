import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { bridgeCounts, municipalOffers } from '@/db/schema'
import { can, type Viewer } from '@/policy'
import { findInitiative } from '../queries'
import { type Shown, shown, shownOf, shownSum } from './rules'

export type BridgeRow = { year: number; quarter: number; offer: string; contacts: Shown; ledOn: Shown }

/** What was counted, quarter by quarter, as it may be shown, with its sums; nothing for who may not read the plan. Two statements. */
export function listBridgeCounts(viewer: Viewer, initiativeId: string) {
  const initiative = findInitiative(db(), viewer, initiativeId)
  const counted = can.readPlan(viewer, initiative) ? countsOf(initiativeId) : []
  const rows: BridgeRow[] = counted.map(({ year, quarter, offer, contacts, ledOn }) => ({
    year,
    quarter,
    offer,
    contacts: shown(contacts),
    ledOn: shownOf(ledOn, contacts),
  }))
  return {
    rows,
    contacts: shownSum(rows.map(({ contacts }) => contacts)),
    ledOn: shownSum(rows.map(({ ledOn }) => ledOn)),
  }
}

const countsOf = (initiativeId: string) =>
  db()
    .select({
      year: bridgeCounts.year,
      quarter: bridgeCounts.quarter,
      offer: municipalOffers.title,
      contacts: bridgeCounts.contacts,
      ledOn: bridgeCounts.ledOn,
    })
    .from(bridgeCounts)
    .innerJoin(municipalOffers, eq(municipalOffers.id, bridgeCounts.offerId))
    .where(eq(bridgeCounts.initiativeId, initiativeId))
    .orderBy(desc(bridgeCounts.year), desc(bridgeCounts.quarter), municipalOffers.title)
    .all()
