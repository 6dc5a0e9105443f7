import 'server-only'
import { and, between, eq, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import {
  commitments,
  hourConfirmationLines,
  hourConfirmations,
  masterPlans,
  meetings,
  parties,
} from '@/db/schema'
import { compareDanish } from '@/lib/danish-order'
import { type PlainDate, quarterOf } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { firstDayOf, lastDayOf, type PlanId, positionOf, type Quarter } from '../rules'
import { listGiven } from './given'

/** Of one department and one plan in one quarter; all in minutes. */
export type HourAccount = Quarter & {
  planId: PlanId
  partyId: string
  party: string
  /** Null where nothing is promised. */
  promised: { id: string; minutes: number; source: string; version: number } | null
  /** As the attendance says today. */
  computed: number
  /** The newest confirmation: its figure, what was computed that day, why they differ. Null until there is one. */
  confirmed: { minutes: number; computed: number; reason: string; at: Date } | null
}

/**
 * Promised, computed and confirmed hours, in minutes: a row for each plan × department × quarter of which there is
 * anything to tell the viewer, by department and quarter. A quarter that the days touch is counted whole, since a promise
 * and a confirmation are of a whole quarter. With them come the plans, and the meetings behind the computed figures. What
 * no plan got is told to the municipality only. Throws NotFound. Six statements.
 */
export function listHourAccounts(viewer: Viewer, from: PlainDate, to: PlainDate, reader: Reader = db()) {
  const [first, last] = [quarterOf(from), quarterOf(to)]
  const { plans, given } = listGiven(viewer, { from: firstDayOf(first), to: lastDayOf(last) }, reader)
  const accounts = new Map<string, HourAccount>()
  const accountOf = ({ planId, partyId, party, year, quarter }: Key): HourAccount => {
    const key = `${partyId} ${year} ${quarter} ${planId}`
    const account = accounts.get(key) ?? {
      ...{ planId, partyId, party, year, quarter },
      ...{ promised: null, computed: 0, confirmed: null },
    }
    accounts.set(key, account)
    return account
  }
  for (const row of given) accountOf(row).computed += row.minutes
  for (const { promised, ...key } of listPromised(reader, viewer, first, last))
    accountOf(key).promised = promised
  const confirmations = listConfirmations(reader, viewer, first, last)
  for (const { line, ...key } of confirmations) if (line) accountOf({ ...key, planId: line.planId })
  const known = Map.groupBy(confirmations, ({ partyId, year, quarter }) => `${partyId} ${year} ${quarter}`)
  for (const account of accounts.values())
    account.confirmed = confirmedOf(
      account,
      known.get(`${account.partyId} ${account.year} ${account.quarter}`) ?? [],
    )
  return { plans, given, accounts: inOrder([...accounts.values()]) }
}

type Key = Quarter & { planId: PlanId; partyId: string; party: string }

/** There are few departments, and thousands of rows to each. */
const inOrder = (accounts: HourAccount[]) =>
  [...Map.groupBy(accounts, ({ party }) => party)]
    .sort(([a], [b]) => compareDanish(a, b))
    .flatMap(([, own]) => own.sort((a, b) => positionOf(a) - positionOf(b)))

/** Who confirmed a quarter confirmed that there was nothing where there is no line. */
function confirmedOf({ planId }: HourAccount, lines: ReturnType<typeof listConfirmations>) {
  const [any] = lines
  if (!any) return null
  const line = lines.find((one) => one.line?.planId === planId)?.line
  const { minutes, computed, reason } = line ?? { minutes: 0, computed: 0, reason: '' }
  return { minutes, computed, reason, at: any.at }
}

const listPromised = (reader: Reader, viewer: Viewer, first: Quarter, last: Quarter) =>
  reader
    .select({
      planId: commitments.planId,
      partyId: parties.id,
      party: parties.shortName,
      year: commitments.year,
      quarter: commitments.quarter,
      promised: {
        id: commitments.id,
        minutes: commitments.minutes,
        source: commitments.source,
        version: commitments.version,
      },
    })
    .from(commitments)
    .innerJoin(masterPlans, eq(masterPlans.id, commitments.planId))
    .innerJoin(parties, eq(parties.id, commitments.partyId))
    .where(
      and(
        between(commitments.year, first.year, last.year),
        between(
          sql`${commitments.year} * 4 + ${commitments.quarter} - 1`,
          positionOf(first),
          positionOf(last),
        ),
        visible.plans(viewer),
      ),
    )
    .all()

/** The newest of each department and quarter, with those of its lines that the viewer may read; without any, bare. */
function listConfirmations(reader: Reader, viewer: Viewer, first: Quarter, last: Quarter) {
  const { year, quarter } = hourConfirmations
  const newest = sql`(
    SELECT newer.id FROM hour_confirmations newer
    WHERE newer.party_id = ${hourConfirmations.partyId} AND newer.year = ${year} AND newer.quarter = ${quarter}
    ORDER BY newer.confirmed_at DESC, newer.rowid DESC LIMIT 1
  )`
  const ofPlan = sql`${hourConfirmationLines.planId} IN (
    SELECT ${masterPlans.id} FROM ${masterPlans} WHERE ${visible.plans(viewer)}
  )`
  const readable = can.seeDrafts(viewer) ? or(isNull(hourConfirmationLines.planId), ofPlan) : ofPlan
  return reader
    .select({
      partyId: parties.id,
      party: parties.shortName,
      year,
      quarter,
      at: hourConfirmations.confirmedAt,
      // What is never null first: by it drizzle tells whether there is a line.
      line: {
        minutes: hourConfirmationLines.confirmedMinutes,
        planId: hourConfirmationLines.planId,
        computed: hourConfirmationLines.computedMinutes,
        reason: hourConfirmationLines.reason,
      },
    })
    .from(hourConfirmations)
    .innerJoin(parties, eq(parties.id, hourConfirmations.partyId))
    .leftJoin(
      hourConfirmationLines,
      and(eq(hourConfirmationLines.confirmationId, hourConfirmations.id), readable),
    )
    .where(
      and(
        between(sql`${year} * 4 + ${quarter} - 1`, positionOf(first), positionOf(last)),
        eq(hourConfirmations.id, newest),
      ),
    )
    .all()
}

/** Of one plan. Throws NotFound for what the viewer may not see. */
export function listPlanAccounts(viewer: Viewer, planId: string, from: PlainDate, to: PlainDate) {
  const { plans, given, accounts } = listHourAccounts(viewer, from, to)
  const plan = plans.find(({ id }) => id === planId)
  if (!plan) throw new NotFound()
  const ofPlan = (row: { planId: PlanId }) => row.planId === planId
  return { plan, given: given.filter(ofPlan), accounts: accounts.filter(ofPlan) }
}

/** The earliest calendar year of which there may be hours, of meetings or promised; null when there are none. Throws NotFound. One statement. */
export function firstYearOfHours(viewer: Viewer): number | null {
  if (!can.readHours(viewer) && !can.readOwnHours(viewer)) throw new NotFound()
  const held = sql`SELECT CAST(substr(min(${meetings.heldOn}), 1, 4) AS integer) AS year FROM ${meetings} WHERE ${meetings.state} = 'closed'`
  const promised = sql`SELECT min(${commitments.year}) AS year FROM ${commitments}`
  const { first } = db().get<{ first: number | null }>(
    sql`SELECT min(year) AS first FROM (${held} UNION ALL ${promised})`,
  )
  return first
}
