import { lastQuarters, type PlainDate, quarterKey, quarterOf } from '@/lib/dates'

/** How the seats of one party sat at one meeting; each of its people is counted once, however many seats they hold. */
export type Attended = {
  meetingId: string
  heldOn: PlainDate
  forumId: string
  partyId: string
  invited: number
  present: number
  deputy: number
  apology: number
  absent: number
}

/** Of the seats invited, those that were sat on: in person or by deputy. */
export type Tally = { came: number; invited: number }

export function tally(rows: Pick<Attended, 'present' | 'deputy' | 'invited'>[]): Tally {
  return rows.reduce(
    (sum, { present, deputy, invited }) => ({
      came: sum.came + present + deputy,
      invited: sum.invited + invited,
    }),
    { came: 0, invited: 0 },
  )
}

export const PERIODS = ['meeting', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** Which meeting, quarter (`2026 4`) or year a row belongs to. */
export function periodOf(by: Period, { meetingId, heldOn }: Pick<Attended, 'meetingId' | 'heldOn'>): string {
  if (by === 'meeting') return meetingId
  return by === 'quarter' ? quarterKey(heldOn) : String(quarterOf(heldOn).year)
}

/** The first and the last day of a quarter or a year. */
export function daysOf(by: 'quarter' | 'year', day: PlainDate): { from: PlainDate; to: PlainDate } {
  const { year, quarter } = quarterOf(day)
  if (by === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
  const last = ['03-31', '06-30', '09-30', '12-31'][quarter - 1]
  return { from: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`, to: `${year}-${last}` }
}

const YEARS_SHOWN = 5

/** Unless another day is asked for: the quarter of the last day and the three before it, or five calendar years. */
export function firstDay(by: Period, to: PlainDate): PlainDate {
  if (by === 'year') return `${quarterOf(to).year - YEARS_SHOWN + 1}-01-01`
  return lastQuarters(to)[0]?.startsOn ?? to
}

type Figures = { rows: Attended[]; departments: { id: string }[]; forums: { id: string }[]; total: Tally }

/** Of one department, with the forums it was invited to. */
export function ofParty<Some extends Figures>(figures: Some, partyId: string): Some {
  const rows = figures.rows.filter((row) => row.partyId === partyId)
  const forumIds = new Set(rows.map(({ forumId }) => forumId))
  return {
    ...figures,
    rows,
    departments: figures.departments.filter(({ id }) => id === partyId),
    forums: figures.forums.filter(({ id }) => forumIds.has(id)),
    total: tally(rows),
  }
}
