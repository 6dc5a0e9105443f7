import 'server-only'
import { and, count, eq, gte, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { attendances, hourConfirmations, hourConfirmers, meetings, parties, people } from '@/db/schema'
import { compareDanish } from '@/lib/danish-order'
import { lastQuarters, type PlainDate, quarterOf } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { firstDayOf, isOver, lastDayOf, positionOf, type Quarter } from '../rules'
import { listHourAccounts } from './accounts'

export type Account = ReturnType<typeof readAccount>

/** A department's quarter, line by line, and who may confirm it. Throws NotFound for all but its people and the team. Ten statements. */
export function readAccount(viewer: Viewer, partyId: string, quarter: Quarter, today: PlainDate) {
  const party = listDepartments().find(({ id }) => id === partyId)
  if (!party || !can.readHourConfirmation(viewer, { partyId })) throw new NotFound()
  const { plans, given, accounts } = listHourAccounts(viewer, firstDayOf(quarter), lastDayOf(quarter))
  const confirmers = confirmersOf(db(), partyId)
  const names = new Map(plans.map(({ id, name }) => [id, name]))
  return {
    party,
    quarter,
    lines: accounts
      .filter((account) => account.partyId === partyId)
      .map((account) => ({
        ...account,
        plan: account.planId === null ? null : (names.get(account.planId) ?? ''),
        meetings: given.filter((row) => row.partyId === partyId && row.planId === account.planId),
      }))
      .sort((a, b) =>
        a.plan === null || b.plan === null ? Number(a.plan === null) : compareDanish(a.plan, b.plan),
      ),
    history: historyOf(partyId, quarter),
    /** Held, and not counted before the minutes are approved. */
    unfinished: countUnfinished(quarter, today),
    confirmers,
    colleagues: can.nameHourConfirmer(viewer, { partyId }) ? listColleagues(partyId) : [],
    isOver: isOver(quarter, today),
    mayConfirm: can.confirmHours(viewer, { partyId, confirmerIds: confirmers.map(({ id }) => id) }),
  }
}

export const departmentsOf = (reader: Reader) =>
  reader
    .select({ id: parties.id, shortName: parties.shortName, name: parties.name })
    .from(parties)
    .where(eq(parties.kind, 'department'))
    .orderBy(parties.sortKey)
    .all()

export const listDepartments = () => departmentsOf(db())

/** Whom the lead has named, as long as they come from the department. */
export const confirmersOf = (reader: Reader, partyId: string) =>
  reader
    .select({ id: people.id, name: people.name })
    .from(hourConfirmers)
    .innerJoin(
      people,
      and(eq(people.id, hourConfirmers.personId), eq(people.partyId, hourConfirmers.partyId)),
    )
    .where(and(eq(hourConfirmers.partyId, partyId), isNull(hourConfirmers.removedAt)))
    .all()

const listColleagues = (partyId: string) =>
  db()
    .select({ value: people.id, label: people.name })
    .from(people)
    .where(
      and(eq(people.partyId, partyId), eq(people.role, 'department_staff'), isNull(people.deactivatedAt)),
    )
    .all()
    .sort((a, b) => compareDanish(a.label, b.label))

const historyOf = (partyId: string, { year, quarter }: Quarter) =>
  db()
    .select({ id: hourConfirmations.id, at: hourConfirmations.confirmedAt, by: people.name })
    .from(hourConfirmations)
    .innerJoin(people, eq(people.id, hourConfirmations.confirmedById))
    .where(
      and(
        eq(hourConfirmations.partyId, partyId),
        eq(hourConfirmations.year, year),
        eq(hourConfirmations.quarter, quarter),
      ),
    )
    .orderBy(hourConfirmations.confirmedAt)
    .all()

const countUnfinished = (quarter: Quarter, today: PlainDate): number =>
  db()
    .select({ count: count() })
    .from(meetings)
    .where(
      and(
        gte(meetings.heldOn, firstDayOf(quarter)),
        lte(meetings.heldOn, lastDayOf(quarter)),
        lte(meetings.heldOn, today),
        ne(meetings.state, 'closed'),
        ne(meetings.state, 'cancelled'),
      ),
    )
    .get()?.count ?? 0

/** The last four quarters that are over, the newest first. */
export const pastQuarters = (today: PlainDate): Quarter[] => {
  const { year, quarter } = quarterOf(today)
  const before = quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 }
  return lastQuarters(firstDayOf(before))
    .map((one) => ({ year: one.year, quarter: one.quarter }))
    .reverse()
}

/** The past quarters in which the viewer's department gave hours that wait for the viewer to confirm them. One statement, none for who is of no department. */
export function listUnconfirmed(viewer: Viewer, today: PlainDate): Quarter[] {
  const { partyId, personId } = viewer
  if (!can.readOwnHours(viewer)) return []
  const quarters = pastQuarters(today)
  const [newest, oldest] = [quarters[0]!, quarters.at(-1)!]
  const waiting = db()
    .selectDistinct({
      heldOn: meetings.heldOn,
      named: sql`EXISTS (
        SELECT 1 FROM ${hourConfirmers} WHERE ${hourConfirmers.partyId} = ${partyId}
          AND ${hourConfirmers.personId} = ${personId} AND ${hourConfirmers.removedAt} IS NULL
      )`.mapWith(Boolean),
    })
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .where(
      and(
        eq(attendances.partyId, partyId),
        inArray(attendances.status, ['present', 'deputy']),
        isNull(attendances.removedAt),
        eq(meetings.state, 'closed'),
        gte(meetings.heldOn, firstDayOf(oldest)),
        lte(meetings.heldOn, lastDayOf(newest)),
        sql`NOT EXISTS (
          SELECT 1 FROM ${hourConfirmations} WHERE ${hourConfirmations.partyId} = ${partyId}
            AND ${hourConfirmations.year} = CAST(substr(${meetings.heldOn}, 1, 4) AS INTEGER)
            AND ${hourConfirmations.quarter} = (CAST(substr(${meetings.heldOn}, 6, 2) AS INTEGER) + 2) / 3
        )`,
      ),
    )
    .all()
    .filter(({ named }) => can.confirmHours(viewer, { partyId, confirmerIds: named ? [personId] : [] }))
  const open = new Set(waiting.map(({ heldOn }) => positionOf(quarterOf(heldOn))))
  return quarters.filter((quarter) => open.has(positionOf(quarter)))
}

/** Which departments have confirmed which of some quarters, and when last. Throws NotFound for all but the municipality. Two statements. */
export function listConfirmedQuarters(viewer: Viewer, quarters: Quarter[]) {
  if (!can.seeDrafts(viewer)) throw new NotFound()
  const given = db().select().from(hourConfirmations).orderBy(hourConfirmations.confirmedAt).all()
  const newest = new Map(given.map((one) => [`${one.partyId} ${positionOf(one)}`, one.confirmedAt]))
  return listDepartments().map((party) => ({
    ...party,
    mayRead: can.readHourConfirmation(viewer, { partyId: party.id }),
    quarters: quarters.map((quarter) => ({
      ...quarter,
      at: newest.get(`${party.id} ${positionOf(quarter)}`) ?? null,
    })),
  }))
}
