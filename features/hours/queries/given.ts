import 'server-only'
import { and, asc, between, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import {
  agendaItems,
  areas,
  attendances,
  forumHourRules,
  forums,
  initiatives,
  masterPlans,
  meetings,
  parties,
} from '@/db/schema'
import { organisationIds } from '@/features/plans/queries'
import { compareDanish } from '@/lib/danish-order'
import { type PlainDate, quarterOf } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { divide, minutesPresent, oncePerPerson, type PlanId, ruleOn } from '../rules'

/** What a department gave a plan at one meeting; the meeting is not told to who may not see it. */
export type Given = {
  planId: PlanId
  /** Of the meeting. */
  areaId: string
  partyId: string
  party: string
  year: number
  quarter: number
  minutes: number
  meeting: { id: string; heldOn: PlainDate; forum: string } | null
}

/** From a day to a day, both of them counted. */
export type Span = { from: PlainDate; to: PlainDate }

/**
 * The hours that departments gave the plans the viewer may see, in minutes: people present × time present, and what they
 * told of preparation, of the closed meetings of some days (S16). Never of a person (R9): by meeting and department. What
 * no plan got is the municipality's to see. Throws NotFound. Four statements.
 */
export function listGiven(viewer: Viewer, { from, to }: Span, reader: Reader = db()) {
  if (!can.readHours(viewer)) throw new NotFound()
  const plans = listPlans(reader, viewer)
  const shown = new Set<PlanId>(plans.filter((plan) => plan.shown).map(({ id }) => id))
  if (can.seeDrafts(viewer)) shown.add(null)
  const within = and(eq(meetings.state, 'closed'), between(meetings.heldOn, from, to))
  const items = Map.groupBy(listItems(reader, within), ({ meetingId }) => meetingId)
  const rules = Map.groupBy(listRules(reader), ({ forumId }) => forumId)
  const seated = listPresent(reader, viewer, within).map((row) => ({
    ...row,
    minutes: minutesPresent(row, row) + (row.preparationMinutes ?? 0),
  }))
  const present = [...Map.groupBy(seated, ({ meetingId }) => meetingId).values()].flatMap(oncePerPerson)
  const given = [...Map.groupBy(present, keyOf).values()].flatMap((people): Given[] => {
    const { meetingId, heldOn, areaId, forum, forumId, partyId, party, mayRead } = people[0]!
    const active = plans.filter((plan) => plan.areaId === areaId && isActive(plan, heldOn))
    const parts = divide(
      people.reduce((all, { minutes }) => all + minutes, 0),
      items.get(meetingId) ?? [],
      active.map(({ id }) => id),
      ruleOn(rules.get(forumId) ?? [], heldOn),
    )
    const meeting = mayRead ? { id: meetingId, heldOn, forum } : null
    const of = { areaId, partyId, party, ...quarterOf(heldOn), meeting }
    return [...parts].map(([planId, minutes]) => ({ planId, minutes, ...of }))
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
const listPlans = (reader: Reader, viewer: Viewer) =>
  reader
    .select({
      id: masterPlans.id,
      name: masterPlans.name,
      areaId: masterPlans.areaId,
      area: areas.name,
      startsOn: masterPlans.startsOn,
      endsOn: masterPlans.endsOn,
      leadPartyId: masterPlans.leadPartyId,
      organisationIds,
      shown: sql`${visible.plans(viewer)}`.mapWith(Boolean),
    })
    .from(masterPlans)
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .all()
    .sort((a, b) => compareDanish(a.area, b.area) || compareDanish(a.name, b.name))

type Within = ReturnType<typeof and>

/** As they were that day: the party of an attendance stays when its person moves on. A group follows its forum's rule. */
const listPresent = (reader: Reader, viewer: Viewer, within: Within) =>
  reader
    .select({
      id: attendances.id,
      meetingId: meetings.id,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
      areaId: forums.areaId,
      forumId: sql<string>`coalesce(${forums.parentId}, ${forums.id})`,
      forum: forums.name,
      partyId: parties.id,
      party: parties.shortName,
      personId: attendances.personId,
      name: attendances.name,
      status: attendances.status,
      deputyName: attendances.deputyName,
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
    .orderBy(asc(meetings.heldOn), asc(meetings.id), asc(parties.sortKey), asc(attendances.id))
    .all()

/** The items with the time meant for them, and the plan each names, itself or by its initiative. */
const listItems = (reader: Reader, within: Within) =>
  reader
    .select({
      meetingId: agendaItems.meetingId,
      minutes: agendaItems.minutes,
      planId: sql<PlanId>`coalesce(${agendaItems.planId}, ${initiatives.planId})`,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .leftJoin(initiatives, eq(initiatives.id, agendaItems.initiativeId))
    .where(and(within, isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))
    .all()

/** Of each forum the newest first. */
const listRules = (reader: Reader) =>
  reader.select().from(forumHourRules).orderBy(desc(forumHourRules.fromOn)).all()
