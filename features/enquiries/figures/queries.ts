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
 * Of the enquiries received between two days that the viewer may see: how long the answers took, what was refused, and
 * what was asked. For the municipality; throws NotFound for others. Three statements.
 */
export function countEnquiries(viewer: Viewer, from: PlainDate, to: PlainDate, today: PlainDate) {
  if (!can.seeDrafts(viewer)) throw new NotFound()
  const within = and(
    gte(enquiries.receivedAt, instantOf(from, '00:00')),
    lt(enquiries.receivedAt, instantOf(addDays(to, 1), '00:00')),
    visible.enquiries(viewer),
  )
  const rows = db()
    .select({
      id: enquiries.id,
      areaId: enquiries.areaId,
      area: areas.name,
      themeId: enquiries.themeId,
      receivedAt: enquiries.receivedAt,
      firstAnsweredAt: enquiries.firstAnsweredAt,
    })
    .from(enquiries)
    .leftJoin(areas, eq(areas.id, enquiries.areaId))
    .where(within)
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
  const waits = (id: string) => waitsOf(said.get(id) ?? [], today)
  const timed = rows.map((row) => ({
    ...row,
    days: row.firstAnsweredAt
      ? [workedDays(plainDateOf(row.receivedAt), plainDateOf(row.firstAnsweredAt), waits(row.id))]
      : [],
  }))
  const withMessage = (kind: 'reopened' | 'delayed') =>
    rows.filter(({ id }) => said.get(id)?.some((message) => message.kind === kind)).length
  const byArea = Map.groupBy(timed, ({ areaId }) => areaId)
  const byTheme = Map.groupBy(timed, ({ themeId }) => themeId)
  return {
    asked: rows.length,
    ...timesOf(timed.flatMap(({ days }) => days)),
    reopened: withMessage('reopened'),
    delayed: withMessage('delayed'),
    departments: countParts(viewer, within, waits),
    areas: [...byArea].map(([id, ones]): Counted & Times => ({
      id,
      name: ones[0]?.area ?? null,
      asked: ones.length,
      ...timesOf(ones.flatMap(({ days }) => days)),
    })),
    themes: [...byTheme].map(([id, ones]) => ({ id, asked: ones.length })).sort((a, b) => b.asked - a.asked),
  }
}

/** Enquiries a department was asked about, answered and refused; its time runs from when it was asked. */
function countParts(
  viewer: Viewer,
  within: Parameters<typeof and>[0],
  waits: (enquiryId: string) => ReturnType<typeof waitsOf>,
) {
  const parts = db()
    .select({
      enquiryId: enquiryParts.enquiryId,
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
  const distinct = (some: typeof parts) => new Set(some.map(({ enquiryId }) => enquiryId)).size
  return [...Map.groupBy(parts, ({ partyId }) => partyId)].map(([id, own]) => {
    const answered = own.filter(({ state }) => state === 'answered')
    const days = answered.flatMap(({ enquiryId, routedAt, settledAt }) =>
      settledAt ? [workedDays(plainDateOf(routedAt), plainDateOf(settledAt), waits(enquiryId))] : [],
    )
    return {
      id,
      name: own[0]?.party ?? '',
      asked: distinct(own),
      ...timesOf(days),
      answered: distinct(answered),
      refused: distinct(own.filter(({ state }) => state === 'refused')),
    }
  })
}
