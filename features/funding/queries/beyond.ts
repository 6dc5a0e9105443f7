import 'server-only'
import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, notInArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  actionItems,
  agendaItems,
  commitments,
  decisions,
  forums,
  initiatives,
  masterPlans,
  meetings,
  parties,
  planSuccessions,
} from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'

/**
 * What reaches beyond a day, as far as the viewer may see it: what the team leaves behind unless it goes on (S24, S61).
 * Throws NotFound for outsiders. Seven statements.
 */
export function listBeyond(viewer: Viewer, day: PlainDate) {
  if (!can.readFunding(viewer)) throw new NotFound()
  return {
    plans: plansBeyond(viewer, day),
    initiatives: initiativesBeyond(viewer, day),
    actionItems: actionItemsBeyond(viewer, day),
    meetings: meetingsBeyond(viewer, day),
    series: seriesBeyond(viewer, day),
    commitments: commitmentsBeyond(viewer, day),
    decisions: decisionsBeyond(viewer, day),
  }
}

const plansBeyond = (viewer: Viewer, day: PlainDate) =>
  db()
    .select({ id: masterPlans.id, name: masterPlans.name, on: sql<PlainDate>`${masterPlans.endsOn}` })
    .from(masterPlans)
    .leftJoin(planSuccessions, eq(planSuccessions.predecessorId, masterPlans.id))
    .where(and(gt(masterPlans.endsOn, day), isNull(planSuccessions.successorId), visible.plans(viewer)))
    .orderBy(asc(masterPlans.endsOn), asc(masterPlans.name))
    .all()

const initiativesBeyond = (viewer: Viewer, day: PlainDate) =>
  db()
    .select({
      id: initiatives.id,
      name: initiatives.title,
      plan: masterPlans.name,
      on: sql<PlainDate>`${initiatives.endsOn}`,
    })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .where(
      and(
        gt(initiatives.endsOn, day),
        ne(initiatives.state, 'ended'),
        isNull(initiatives.removedAt),
        visible.initiatives(viewer),
      ),
    )
    .orderBy(asc(initiatives.endsOn), asc(initiatives.title))
    .all()

const actionItemsBeyond = (viewer: Viewer, day: PlainDate) =>
  db()
    .select({ id: actionItems.id, name: actionItems.title, party: parties.shortName, on: actionItems.dueOn })
    .from(actionItems)
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .where(
      and(
        gt(actionItems.dueOn, day),
        notInArray(actionItems.state, ['closed', 'cancelled']),
        isNull(actionItems.removedAt),
        visible.actionItems(viewer),
      ),
    )
    .orderBy(asc(actionItems.dueOn), asc(actionItems.title))
    .all()

const meetingsBeyond = (viewer: Viewer, day: PlainDate) =>
  db()
    .select({ id: meetings.id, forum: forums.name, on: meetings.heldOn })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(
      and(
        gt(meetings.heldOn, day),
        inArray(meetings.state, ['announced', 'agenda_sent']),
        visible.meetings(viewer),
      ),
    )
    .orderBy(asc(meetings.heldOn))
    .all()

/** By their meetings that are not cancelled: the last of each is the day it reaches to. */
const seriesBeyond = (viewer: Viewer, day: PlainDate) =>
  db()
    .select({
      id: sql<string>`${meetings.seriesId}`,
      slug: forums.slug,
      forum: forums.name,
      on: sql<PlainDate>`max(${meetings.heldOn})`,
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(
      and(
        isNotNull(meetings.seriesId),
        gt(meetings.heldOn, day),
        ne(meetings.state, 'cancelled'),
        visible.meetings(viewer),
      ),
    )
    .groupBy(meetings.seriesId)
    .orderBy(sql`max(${meetings.heldOn})`)
    .all()

/** Hours promised for quarters that begin after the day, in minutes; two rows of a plan and a department are two promises. */
const commitmentsBeyond = (viewer: Viewer, day: PlainDate) =>
  db()
    .select({
      id: commitments.id,
      planId: masterPlans.id,
      name: masterPlans.name,
      party: parties.shortName,
      year: commitments.year,
      quarter: commitments.quarter,
      minutes: commitments.minutes,
    })
    .from(commitments)
    .innerJoin(masterPlans, eq(masterPlans.id, commitments.planId))
    .innerJoin(parties, eq(parties.id, commitments.partyId))
    .where(
      and(
        sql`printf('%d-%02d-01', ${commitments.year}, ${commitments.quarter} * 3 - 2) > ${day}`,
        gt(commitments.minutes, 0),
        visible.plans(viewer),
      ),
    )
    .orderBy(asc(commitments.year), asc(commitments.quarter), asc(masterPlans.name), asc(parties.sortKey))
    .all()

/** Decisions in force that are to be looked at again after the day. */
const decisionsBeyond = (viewer: Viewer, day: PlainDate) =>
  db()
    .select({
      id: decisions.id,
      name: decisions.body,
      meetingId: meetings.id,
      forum: forums.name,
      on: sql<PlainDate>`${decisions.reviewOn}`,
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(forums, eq(forums.id, decisions.forumId))
    .where(
      and(
        gt(decisions.reviewOn, day),
        eq(decisions.state, 'in_force'),
        isNull(decisions.removedAt),
        visible.records(viewer, decisions),
      ),
    )
    .orderBy(asc(decisions.reviewOn))
    .all()
