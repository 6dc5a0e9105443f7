import 'server-only'
import { desc, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { type AllocationCategory, periods, splitParts } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'

export type Period = ReturnType<typeof listPeriods>[number]

/** A part that is taken away is stored as nothing. */
const splitPart = (category: AllocationCategory) =>
  sql<number | null>`(
    SELECT nullif(${splitParts.basisPoints}, 0) FROM ${splitParts}
    WHERE ${splitParts.periodId} = ${periods.id} AND ${splitParts.category} = ${category}
  )`

/** With the split rule of each, in basis points. */
export const periodsOf = (reader: Reader) =>
  reader
    .select({
      id: periods.id,
      name: periods.name,
      startsOn: periods.startsOn,
      endsOn: periods.endsOn,
      source: periods.source,
      shareBasisPoints: periods.shareBasisPoints,
      activity: splitPart('activity'),
      coordination: splitPart('coordination'),
      teamEndsOn: periods.teamEndsOn,
      teamFteHundredths: periods.teamFteHundredths,
      teamPeople: periods.teamPeople,
      version: periods.version,
    })
    .from(periods)

/** The newest first. Throws NotFound for who may not read the funding. One statement. */
export function listPeriods(viewer: Viewer) {
  if (!can.readFunding(viewer)) throw new NotFound()
  return periodsOf(db()).orderBy(desc(periods.startsOn)).all()
}
