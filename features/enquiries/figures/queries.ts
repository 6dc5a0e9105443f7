import 'server-only'
import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, enquiries, enquiryMessages, enquiryParts, parties } from '@/db/schema'
import { addDays, instantOf, type PlainDate, plainDateOf } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { percentile, waitsOf, workedDays } from '../rules'

/** Answer times in whole working days; null where none was answered. */
export type Times = { answered: number; median: number | null; ninetieth: number | null }
type Counted = { id: string | null; name: string | null; asked: number }
export type Figures = ReturnType<typeof countEnquiries>

const HALF = 0.5
const NINE_OF_TEN = 0.9

const timesOf = (days: number[]): Times => ({
  answered: days.length,
  median: percentile(days, HALF),
  ninetieth: percentile(days, NINE_OF_TEN),
})

/**
 * The enquiries received between two days that the viewer may see, and what each department was asked about them; `days`
 * are whole working days to the answer, null where there is none. Three statements.
 */
export function listTimed(viewer: Viewer, from: PlainDate, to: PlainDate, today: PlainDate) {
  const within = and(
    gte(enquiries.receivedAt, instantOf(from, '00:00')),
    lt(enquiries.receivedAt, instantOf(addDays(to, 1), '00:00')),
    visible.enquiries(viewer),
  )
  const rows = db()
    .select({
      id: enquiries.id,
      number: enquiries.number,
      areaId: enquiries.areaId,
      area: areas.name,
      themeId: enquiries.themeId,
      receivedAt: enquiries.receivedAt,
      firstAnsweredAt: enquiries.firstAnsweredAt,
    })
    .from(enquiries)
    .leftJoin(areas, eq(areas.id, enquiries.areaId))
    .where(within)
    .orderBy(asc(enquiries.receivedAt))
    .all()
  const said = Map.groupBy(
    db()
      .select({
        enquiryId: enquiryMessages.enquiryId,
        kind: enquiryMessages.kind,
        writtenAt: enquiryMessages.writtenAt,
      })
      .from(enquiryMessages)
      .innerJoin(enquiries, eq(enquiries.id, enquiryMessages.enquiryId))
      .where(within)
      .orderBy(asc(enquiryMessages.writtenAt))
      .all(),
    ({ enquiryId }) => enquiryId,
  )
  const daysOf = (id: string, asked: Date, answered: Date | null) =>
    answered && workedDays(plainDateOf(asked), plainDateOf(answered), waitsOf(said.get(id) ?? [], today))
  return {
    rows: rows.map((row) => ({
      ...row,
      days: daysOf(row.id, row.receivedAt, row.firstAnsweredAt),
      said: new Set(said.get(row.id)?.map(({ kind }) => kind)),
    })),
    parts: listParts(viewer, within).map((part) => ({
      ...part,
      days: part.state === 'answered' ? daysOf(part.enquiryId, part.routedAt, part.settledAt) : null,
    })),
  }
}

/**
 * Of the enquiries received between two days that the viewer may see: how long the answers took, what was refused, and
 * what was asked. For the municipality; throws NotFound for others. Three statements.
 */
export function countEnquiries(viewer: Viewer, from: PlainDate, to: PlainDate, today: PlainDate) {
  if (!can.seeDrafts(viewer)) throw new NotFound()
  const { rows, parts } = listTimed(viewer, from, to, today)
  const byArea = Map.groupBy(rows, ({ areaId }) => areaId)
  const byTheme = Map.groupBy(rows, ({ themeId }) => themeId)
  return {
    asked: rows.length,
    ...timesOf(daysIn(rows)),
    reopened: rows.filter(({ said }) => said.has('reopened')).length,
    delayed: rows.filter(({ said }) => said.has('delayed')).length,
    departments: countParts(parts),
    areas: [...byArea].map(([id, ones]): Counted & Times => ({
      id,
      name: ones[0]?.area ?? null,
      asked: ones.length,
      ...timesOf(daysIn(ones)),
    })),
    themes: [...byTheme].map(([id, ones]) => ({ id, asked: ones.length })).sort((a, b) => b.asked - a.asked),
  }
}

const daysIn = (rows: { days: number | null }[]) => rows.flatMap(({ days }) => days ?? [])

const listParts = (viewer: Viewer, within: Parameters<typeof and>[0]) =>
  db()
    .select({
      enquiryId: enquiryParts.enquiryId,
      number: enquiries.number,
      areaId: enquiries.areaId,
      partyId: enquiryParts.partyId,
      party: parties.shortName,
      state: enquiryParts.state,
      routedAt: enquiryParts.routedAt,
      settledAt: enquiryParts.settledAt,
    })
    .from(enquiryParts)
    .innerJoin(enquiries, eq(enquiries.id, enquiryParts.enquiryId))
    .innerJoin(parties, eq(parties.id, enquiryParts.partyId))
    .where(and(within, visible.enquiryParts(viewer)))
    .orderBy(asc(parties.sortKey), asc(enquiryParts.routedAt))
    .all()

type TimedPart = ReturnType<typeof listTimed>['parts'][number]

/** Enquiries a department was asked about, answered and refused; its time runs from when it was asked. */
function countParts(parts: TimedPart[]) {
  const distinct = (some: TimedPart[]) => new Set(some.map(({ enquiryId }) => enquiryId)).size
  return [...Map.groupBy(parts, ({ partyId }) => partyId)].map(([id, own]) => ({
    id,
    name: own[0]?.party ?? '',
    asked: distinct(own),
    ...timesOf(daysIn(own)),
    answered: distinct(own.filter(({ state }) => state === 'answered')),
    refused: distinct(own.filter(({ state }) => state === 'refused')),
  }))
}
