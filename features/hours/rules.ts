import type { AttendanceStatus, HourRule } from '@/db/schema'
import { apportion } from '@/lib/apportion'
import { addDays, addMonths, instantOf, type LocalTime, type PlainDate, quarterOf } from '@/lib/dates'

/** A plan; null where an hour serves none. */
export type PlanId = string | null

const MINUTE = 60_000

/**
 * Whole minutes somebody sat in a meeting, within its own time, as the clock ran: a night in which it is changed is an
 * hour longer or shorter. No arrival means from the beginning, no leaving to the end.
 */
export function minutesPresent(
  meeting: { heldOn: PlainDate; startsAt: LocalTime; durationMinutes: number },
  { arrivedAt, leftAt }: { arrivedAt: LocalTime | null; leftAt: LocalTime | null },
): number {
  const at = (time: LocalTime) => instantOf(meeting.heldOn, time).getTime()
  const begins = at(meeting.startsAt)
  const ends = begins + meeting.durationMinutes * MINUTE
  const from = arrivedAt === null ? begins : Math.max(at(arrivedAt), begins)
  const to = leftAt === null ? ends : Math.min(at(leftAt), ends)
  return Math.max(0, Math.round((to - from) / MINUTE))
}

/**
 * Minutes given to a meeting, divided between plans by the rule of its forum. As a rule the time of an item goes to the
 * plan it names, the rest equally to the plans active in the area that day, to none where none was. `equal` asks no item;
 * `named_only` gives what no item names to none. The parts make up the whole to the minute.
 */
export function divide(
  minutes: number,
  items: readonly { minutes: number; planId: PlanId }[],
  active: readonly string[],
  rule: HourRule = 'named_then_equal',
): Map<PlanId, number> {
  const others: PlanId[] = active.length > 0 && rule !== 'named_only' ? [...active] : [null]
  const named = rule === 'equal' ? [] : items.filter(({ planId }) => planId !== null)
  const planned = sum(items)
  const weights = new Map<PlanId, number>(
    others.map((planId) => [planId, planned === 0 ? 1 : planned - sum(named)]),
  )
  for (const { planId, minutes: own } of named)
    weights.set(planId, (weights.get(planId) ?? 0) + own * others.length)
  return apportion(minutes, new Map([...weights].toSorted(([a], [b]) => byId(a, b))))
}

/** Of even remainders the first id gets the minute: a plan that gets another name moves no hours. */
const byId = (a: PlanId, b: PlanId) =>
  Number(a === null) - Number(b === null) || (String(a) < String(b) ? -1 : 1)

const sum = (items: readonly { minutes: number }[]) => items.reduce((all, { minutes }) => all + minutes, 0)

/** The rule of a day: of those given, newest first, the first that had begun. Without any, as named, the rest equally. */
export const ruleOn = (rules: readonly { fromOn: PlainDate; rule: HourRule }[], day: PlainDate): HourRule =>
  rules.find(({ fromOn }) => fromOn <= day)?.rule ?? 'named_then_equal'

type Seated = {
  id: string
  name: string
  personId: string | null
  status: AttendanceStatus | null
  deputyName: string | null
  minutes: number
}

/**
 * Who sat on two seats at a meeting sat there once: of several seats the one with most minutes counts, of even ones the
 * first id. A deputy is known by name among those present.
 */
export function oncePerPerson<Row extends Seated>(rows: readonly Row[]): Row[] {
  const present = new Map(
    rows.filter(({ status }) => status === 'present').map((row) => [row.name, row.personId ?? row.id]),
  )
  const bodyOf = (row: Row) =>
    row.status === 'deputy' && row.deputyName !== null
      ? (present.get(row.deputyName) ?? `deputy ${row.deputyName}`)
      : (row.personId ?? row.id)
  return [...Map.groupBy(rows, bodyOf).values()].map((seats) =>
    seats.reduce((best, seat) =>
      seat.minutes > best.minutes || (seat.minutes === best.minutes && seat.id < best.id) ? seat : best,
    ),
  )
}

export const QUARTERS = [1, 2, 3, 4] as const

export type Quarter = { year: number; quarter: number }

/** Quarters in a row, so that they can be compared. */
export const positionOf = ({ year, quarter }: Quarter): number => year * 4 + quarter - 1

export const firstDayOf = ({ year, quarter }: Quarter): PlainDate =>
  `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`

export const lastDayOf = (quarter: Quarter): PlainDate => addDays(addMonths(firstDayOf(quarter), 3), -1)

export const isOver = (quarter: Quarter, today: PlainDate): boolean =>
  positionOf(quarter) < positionOf(quarterOf(today))

export const totalOf = (rows: readonly { minutes: number }[]): number => sum(rows)

type Confirmable = {
  computed: number
  confirmed: { minutes: number; computed: number } | null
}

type Account = Confirmable & { promised: { minutes: number } | null }
/**
 * In minutes. `promised` is null where nothing is; `kept` is what was delivered where something was promised, so that one
 * department's hours never make up for another's promise; `confirmed` is the computed figure where nobody confirmed another.
 */
export type Figures = { promised: number | null; computed: number; kept: number; confirmed: number }

/** What some accounts make up together. */
export const figuresOf = (accounts: readonly Account[]): Figures => {
  const promised = accounts.filter((account) => account.promised !== null)
  const computed = ({ computed: minutes }: Account) => ({ minutes })
  return {
    promised:
      promised.length === 0 ? null : sum(promised.map((account) => account.promised ?? { minutes: 0 })),
    computed: sum(accounts.map(computed)),
    kept: sum(promised.map(computed)),
    confirmed: sum(accounts.map((account) => account.confirmed ?? computed(account))),
  }
}

export type Standing = 'open' | 'confirmed' | 'corrected' | 'moved'

/** How the confirmed figure stands to the one computed today: put right by the department, or overtaken by a change. */
export function standingOf({ computed, confirmed }: Confirmable): Standing {
  if (confirmed === null) return 'open'
  if (confirmed.minutes === computed) return 'confirmed'
  return confirmed.computed === computed ? 'corrected' : 'moved'
}
