import 'server-only'
import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Reader } from '@/db/open'
import { areas, enquiries, estates, forums, parties, people } from '@/db/schema'
import { deputiesOn } from '@/features/absences/queries'
import type { PlainDate } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'
import { turnOf } from '../rules'
import { partsOf } from './find'
import { listTeam, ownerToday } from './owner'

const asker = alias(people, 'asker')
const original = alias(enquiries, 'original')

/** Enquiries as they are listed and read, those that the viewer may see. */
export const selectEnquiries = (reader: Reader, viewer: Viewer) =>
  reader
    .select({
      id: enquiries.id,
      number: enquiries.number,
      kind: enquiries.kind,
      via: enquiries.via,
      partyId: enquiries.partyId,
      party: parties.shortName,
      asker: asker.name,
      ownerId: enquiries.ownerId,
      deputyConvenerId: forums.deputyConvenerId,
      areaId: enquiries.areaId,
      area: areas.name,
      estateId: enquiries.estateId,
      estate: estates.name,
      themeId: enquiries.themeId,
      targetGroupId: enquiries.targetGroupId,
      text: enquiries.text,
      state: enquiries.state,
      receivedAt: enquiries.receivedAt,
      movedAt: enquiries.movedAt,
      expectedOn: enquiries.expectedOn,
      stoppedOn: enquiries.stoppedOn,
      answeredAt: enquiries.answeredAt,
      closedAt: enquiries.closedAt,
      outcome: enquiries.outcome,
      duplicateOfId: enquiries.duplicateOfId,
      duplicateOf: original.number,
      version: enquiries.version,
    })
    .from(enquiries)
    .innerJoin(parties, eq(parties.id, enquiries.partyId))
    .innerJoin(asker, eq(asker.id, enquiries.askerId))
    .leftJoin(areas, eq(areas.id, enquiries.areaId))
    .leftJoin(estates, eq(estates.id, enquiries.estateId))
    .leftJoin(forums, and(eq(forums.areaId, enquiries.areaId), eq(forums.kind, 'forum')))
    .leftJoin(original, eq(original.id, enquiries.duplicateOfId))
    .where(visible.enquiries(viewer))
    .$dynamic()

type Row = ReturnType<ReturnType<typeof selectEnquiries>['all']>[number]
type Parted = Pick<ReturnType<typeof partsOf>[number], 'enquiryId' | 'party' | 'state' | 'leads' | 'routedAt'>
export type ListedEnquiry = ReturnType<typeof withTurns>[number]

/**
 * Each with whose turn it is, and whose it is in the team today. Three statements, however many rows; two where their
 * parts are known.
 */
export function withTurns(reader: Reader, rows: Row[], day: PlainDate, known?: Parted[]) {
  const ids = rows.map(({ id }) => id)
  const parts = Map.groupBy(known ?? partsOf(reader, ids), ({ enquiryId }) => enquiryId)
  const deputies = deputiesOn(reader, day)
  const team = new Map(listTeam(reader).map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    turn: turnOf(row, parts.get(row.id) ?? []),
    owner: team.get(ownerToday(row.ownerId, row.deputyConvenerId, deputies)) ?? '',
    ownerAway: deputies.has(row.ownerId) ? (team.get(row.ownerId) ?? '') : null,
  }))
}
