import { and, between, eq, isNotNull, min } from 'drizzle-orm'
import { loadViewer } from '@/auth/viewer'
import {
  areas,
  attendances,
  commitments,
  forumHourRules,
  hourComments,
  hourConfirmationLines,
  hourConfirmations,
  hourConfirmers,
  masterPlans,
  meetings,
} from '@/db/schema'
import { type HourAccount, listHourAccounts } from '@/features/hours/queries/accounts'
import { pastQuarters } from '@/features/hours/queries/confirmation'
import { firstDayOf, lastDayOf, positionOf, QUARTERS, type Quarter } from '@/features/hours/rules'
import { addDays, addMonths, instantOf, quarterOf } from '@/lib/dates'
import { COMMENTS, CONFIRMED_BY, CORRECTION, NAMED, PREPARED_LATE, PROMISES, RULE } from './content/hours'
import type { SeedContext } from './context'
import type { Directory } from './directory'

/** What was promised, what the departments confirmed of it, and what both sides say. */
export function writeHours(context: SeedContext, directory: Directory): void {
  writePromises(context, directory)
  writeRule(context, directory)
  const quarters = pastQuarters(context.today)
  const told = tellPreparationLater(context, directory, quarters[1]!)
  const team = loadViewer(context.tx, directory.person('Mette Holm').id, context.now)!
  for (const [index, quarter] of quarters.entries()) {
    const { accounts } = listHourAccounts(team, firstDayOf(quarter), lastDayOf(quarter), context.tx)
    for (const [party, { lead, waiting }] of Object.entries(CONFIRMED_BY))
      if (index >= waiting)
        confirm(context, directory, { party, lead, quarter, accounts, corrects: index === 1 })
  }
  told()
  nameConfirmer(context, directory)
  writeComments(context, directory, quarters[0]!)
}

const planNamed = ({ tx }: SeedContext, name: string) => {
  const plan = tx.select().from(masterPlans).where(eq(masterPlans.name, name)).get()
  if (!plan) throw new Error(`The demo knows no plan called ${name}.`)
  return plan
}

/** From the quarter of the demo's first meeting to the end of this year, as long as the plan runs. */
function writePromises(context: SeedContext, directory: Directory): void {
  const { tx, id, founded, tell, today } = context
  const first = tx
    .select({ day: min(meetings.heldOn) })
    .from(meetings)
    .get()?.day
  const { year } = quarterOf(today)
  const quarters = [year - 1, year]
    .flatMap((one) => QUARTERS.map((quarter) => ({ year: one, quarter })))
    .filter((quarter) => positionOf(quarter) >= positionOf(quarterOf(first ?? today)))
  const { id: mette } = directory.person('Mette Holm')
  const everyPlan = tx
    .select({ plan: masterPlans, area: areas })
    .from(masterPlans)
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .orderBy(masterPlans.name)
    .all()
  for (const { plan, area } of everyPlan) {
    for (const [party, minutes] of Object.entries(PROMISES[area.slug] ?? {})) {
      const { id: partyId } = directory.party(party)
      for (const quarter of quarters.filter((one) => runs(plan, one))) {
        const key = { planId: plan.id, partyId, ...quarter }
        const source = `Samarbejdsaftale ${quarter.year} for ${area.name}, bilag 2`
        const commitmentId = id()
        tx.insert(commitments)
          .values({ id: commitmentId, ...key, minutes, source })
          .run()
        const data = { ...key, minutesAfter: minutes }
        tell({ kind: 'commitment.created', subject: ['commitment', commitmentId], data }, founded, mette)
      }
    }
  }
}

const runs = (plan: { startsOn: string | null; endsOn: string | null }, quarter: Quarter) =>
  (plan.startsOn === null || plan.startsOn <= lastDayOf(quarter)) &&
  (plan.endsOn === null || plan.endsOn >= firstDayOf(quarter))

function writeRule({ tx, today, tell }: SeedContext, directory: Directory): void {
  const { id: forumId } = directory.forum(RULE.forum)
  const { id: setById } = directory.person(RULE.by)
  const fromOn = addMonths(today, -5)
  const setAt = instantOf(addDays(fromOn, -3), '10:20')
  const { rule, reason } = RULE
  tx.insert(forumHourRules).values({ forumId, fromOn, rule, reason, setAt, setById }).run()
  const data = { fromOn, ruleBefore: 'named_then_equal', ruleAfter: rule }
  tell({ kind: 'forum.hour-rule-set', subject: ['forum', forumId], forumId, data }, setAt, setById)
}

const confirmedAt = (quarter: Quarter) => instantOf(addDays(lastDayOf(quarter), 12), '10:15')

type Confirming = {
  party: string
  lead: string
  quarter: Quarter
  accounts: HourAccount[]
  corrects: boolean
}

/** As the attendance stands; nothing where the department had no hours, or has not come to it yet. */
function confirm(context: SeedContext, directory: Directory, told: Confirming): void {
  const { tx, id, now, tell } = context
  const { quarter } = told
  const { id: partyId } = directory.party(told.party)
  const { id: confirmedById } = directory.person(told.lead)
  const accounts = told.accounts.filter((account) => account.partyId === partyId)
  const at = confirmedAt(quarter)
  if (accounts.every(({ computed }) => computed === 0) || at >= now) return
  const confirmationId = id()
  tx.insert(hourConfirmations)
    .values({ id: confirmationId, partyId, ...quarter, confirmedAt: at, confirmedById })
    .run()
  const corrected = told.corrects && told.party === CORRECTION.department
  for (const { planId, computed } of accounts) {
    const put = corrected && planId === planNamed(context, CORRECTION.plan).id
    const figures = {
      computedMinutes: computed,
      confirmedMinutes: put ? computed + CORRECTION.more : computed,
      reason: put ? CORRECTION.reason : '',
    }
    tx.insert(hourConfirmationLines)
      .values({ id: id(), confirmationId, planId, ...figures })
      .run()
  }
  const data = { party: partyId, ...quarter, lines: accounts.length, corrected: Number(corrected) }
  tell(
    { kind: 'hour-confirmation.given', subject: ['hour-confirmation', confirmationId], data },
    at,
    confirmedById,
  )
}

/** Forgets what somebody told of preparation, until the department has confirmed; then it comes in, and the figures part. */
function tellPreparationLater({ tx, tell }: SeedContext, directory: Directory, quarter: Quarter): () => void {
  const { id: personId } = directory.person(PREPARED_LATE.person)
  const found = tx
    .select()
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .where(
      and(
        eq(attendances.personId, personId),
        isNotNull(attendances.preparationMinutes),
        eq(meetings.state, 'closed'),
        between(meetings.heldOn, firstDayOf(quarter), lastDayOf(quarter)),
      ),
    )
    .get()
  if (!found) return () => undefined
  const { id, preparationMinutes, version } = found.attendances
  const ofRow = eq(attendances.id, id)
  tx.update(attendances).set({ preparationMinutes: null }).where(ofRow).run()
  return () => {
    tx.update(attendances)
      .set({ preparationMinutes, version: version + 1 })
      .where(ofRow)
      .run()
    const { id: meeting, forumId } = found.meetings
    const event = { kind: 'attendance.prepared', subject: ['attendance', id] as [string, string] }
    tell({ ...event, forumId, data: { meeting } }, addHours(confirmedAt(quarter), 9 * 24), personId)
  }
}

const addHours = (moment: Date, hours: number) => new Date(moment.getTime() + hours * 3_600_000)

function nameConfirmer({ tx, founded, tell }: SeedContext, directory: Directory): void {
  const { id: namedById, partyId } = directory.person(NAMED.lead)
  const { id: personId } = directory.person(NAMED.person)
  tx.insert(hourConfirmers).values({ partyId, personId, namedAt: founded, namedById }).run()
  const data = { party: partyId }
  tell({ kind: 'person.confirms-hours', subject: ['person', personId], data }, founded, namedById)
}

function writeComments(context: SeedContext, directory: Directory, quarter: Quarter): void {
  const { tx, id, today, tell } = context
  for (const { plan, about, by, daysAgo, text } of COMMENTS) {
    const { id: writtenById, partyId: writtenForId } = directory.person(by)
    const writtenAt = instantOf(addDays(today, -daysAgo), '10:40')
    const key = { planId: planNamed(context, plan).id, partyId: directory.party(about).id, ...quarter }
    const row = { id: id(), ...key, text, writtenAt, writtenById, writtenForId }
    tx.insert(hourComments).values(row).run()
    const data = { plan: row.planId, party: row.partyId, ...quarter }
    tell({ kind: 'hour-comment.written', subject: ['hour-comment', row.id], data }, writtenAt, writtenById)
  }
}
