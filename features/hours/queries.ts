import 'server-only'
import { and, asc, between, eq, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  agendaItems,
  areas,
  attendances,
  forums,
  initiatives,
  masterPlans,
  meetings,
  parties,
} from '@/db/schema'
import { type PlainDate, quarterOf } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { divide, minutesPresent, type PlanId } from './rules'

/** What a department gave a plan at one meeting; the meeting is not told to who may not see it. */
export type Given = {
  planId: PlanId
  /** Of the meeting. */
  areaId: string
  partyId: string
  party: string
  quarter: number
  minutes: number
  meeting: { id: string; heldOn: PlainDate; forum: string } | null
}

/**
 * The hours that departments gave the plans the viewer may see, in minutes: people present × time present, and what they
 * told of preparation, of the year's closed meetings (S16). Never of a person (R9): by meeting and department. What no
 * plan got is the municipality's to see. Throws NotFound. Three statements.
 */
export const listHours = (viewer: Viewer, year: number) =>
  listHoursBetween(viewer, `${year}-01-01`, `${year}-12-31`)

/** The same of the meetings held from one day to another. */
export function listHoursBetween(viewer: Viewer, from: PlainDate, to: PlainDate) {
  if (!can.readHours(viewer)) throw new NotFound()
  const plans = listPlans(viewer)
  const shown = new Set<PlanId>(plans.filter((plan) => plan.shown).map(({ id }) => id))
  if (can.seeDrafts(viewer)) shown.add(null)
  const within = and(eq(meetings.state, 'closed'), between(meetings.heldOn, from, to))
  const items = Map.groupBy(listItems(within), ({ meetingId }) => meetingId)
  const given = [...Map.groupBy(listPresent(viewer, within), keyOf).values()].flatMap((people): Given[] => {
    const { meetingId, heldOn, areaId, forum, partyId, party, mayRead } = people[0]!
    const minutes = people.reduce(
      (all, person) => all + minutesPresent(person, person) + (person.preparationMinutes ?? 0),
      0,
    )
    const active = plans.filter((plan) => plan.areaId === areaId && isActive(plan, heldOn))
    const parts = divide(
      minutes,
      items.get(meetingId) ?? [],
      active.map(({ id }) => id),
    )
    const { quarter } = quarterOf(heldOn)
    const meeting = mayRead ? { id: meetingId, heldOn, forum } : null
    return [...parts].map(([planId, part]) => ({
      planId,
      areaId,
      partyId,
      party,
      quarter,
      minutes: part,
      meeting,
    }))
  })
  return {
    plans: plans.filter((plan) => plan.shown),
    given: given.filter(({ planId, minutes }) => shown.has(planId) && minutes > 0),
  }
}

const keyOf = ({ meetingId, partyId }: { meetingId: string; partyId: string }) => `${meetingId} ${partyId}`

const isActive = (
  { startsOn, endsOn }: { startsOn: PlainDate | null; endsOn: PlainDate | null },
  day: PlainDate,
) => (startsOn === null || startsOn <= day) && (endsOn === null || day <= endsOn)

/** All of them, for an hour is divided between all; and which of them the viewer may be told of. */
const listPlans = (viewer: Viewer) =>
  db()
    .select({
      id: masterPlans.id,
      name: masterPlans.name,
      areaId: masterPlans.areaId,
      area: areas.name,
      startsOn: masterPlans.startsOn,
      endsOn: masterPlans.endsOn,
      shown: sql`${visible.plans(viewer)}`.mapWith(Boolean),
    })
    .from(masterPlans)
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .orderBy(asc(areas.name), asc(masterPlans.name))
    .all()

type Within = ReturnType<typeof and>

const listPresent = (viewer: Viewer, within: Within) =>
  db()
    .select({
      meetingId: meetings.id,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
      areaId: forums.areaId,
      forum: forums.name,
      partyId: parties.id,
      party: parties.shortName,
      arrivedAt: attendances.arrivedAt,
      leftAt: attendances.leftAt,
      preparationMinutes: attendances.preparationMinutes,
      mayRead: sql`${visible.meetings(viewer)}`.mapWith(Boolean),
    })
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .innerJoin(parties, eq(parties.id, attendances.partyId))
    .where(
      and(
        within,
        eq(parties.kind, 'department'),
        or(eq(attendances.status, 'present'), eq(attendances.status, 'deputy')),
        isNull(attendances.removedAt),
      ),
    )
    .orderBy(asc(meetings.heldOn), asc(meetings.id), asc(parties.sortKey))
    .all()

/** The items with the time meant for them, and the plan each names, itself or by its initiative. */
const listItems = (within: Within) =>
  db()
    .select({
      meetingId: agendaItems.meetingId,
      minutes: agendaItems.minutes,
      planId: sql<PlanId>`coalesce(${agendaItems.planId}, ${initiatives.planId})`,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .leftJoin(initiatives, eq(initiatives.id, agendaItems.initiativeId))
    .where(and(within, isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.position))
    .all()

/** Of one plan. Throws NotFound for what the viewer may not see. */
export function listHoursOfPlan(viewer: Viewer, planId: string, year: number) {
  const { plans, given } = listHours(viewer, year)
  const plan = plans.find(({ id }) => id === planId)
  if (!plan) throw new NotFound()
  return { plan, given: given.filter((row) => row.planId === planId) }
}
