import 'server-only'
import { and, desc, eq, isNull, ne, or, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  actionItems,
  agendaItems,
  forums,
  goals,
  initiatives,
  masterPlans,
  meetings,
  parties,
} from '@/db/schema'
import { can, type Viewer, visible } from '@/policy'
import type { Named as Kind } from './input'

type Named = { planId: string } | { initiativeId: string }

const MOST = 20

/** The agenda items and action items that name a plan or an initiative, newest first, as far as the viewer may see them. */
export function listMentions(viewer: Viewer, of: Named) {
  const [onAgenda, onItem] =
    'planId' in of
      ? [eq(agendaItems.planId, of.planId), eq(actionItems.planId, of.planId)]
      : [eq(agendaItems.initiativeId, of.initiativeId), eq(actionItems.initiativeId, of.initiativeId)]
  return {
    agendaItems: db()
      .select({
        id: agendaItems.id,
        title: agendaItems.title,
        meetingId: meetings.id,
        heldOn: meetings.heldOn,
        forum: forums.name,
      })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .innerJoin(forums, eq(forums.id, meetings.forumId))
      .where(and(onAgenda, isNull(agendaItems.removedAt), visible.agendaItems(viewer)))
      .orderBy(desc(meetings.heldOn))
      .limit(MOST)
      .all(),
    actionItems: db()
      .select({
        id: actionItems.id,
        title: actionItems.title,
        party: parties.shortName,
        dueOn: actionItems.dueOn,
        state: actionItems.state,
      })
      .from(actionItems)
      .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
      .where(and(onItem, isNull(actionItems.removedAt), visible.actionItems(viewer)))
      .orderBy(desc(actionItems.dueOn))
      .limit(MOST)
      .all(),
  }
}

export type About = { kind: Kind; id: string; title: string }

/** What each agenda item of a meeting is about, as far as the viewer may read that. One statement. */
export function listAbout(viewer: Viewer, meetingId: string): Map<string, About> {
  const rows = aboutOf(
    viewer,
    agendaItems,
    and(
      eq(agendaItems.meetingId, meetingId),
      or(
        ...[agendaItems.planId, agendaItems.initiativeId, agendaItems.goalId].map((column) => ne(column, '')),
      ),
    ),
  )
  return new Map(rows.flatMap(({ itemId, ...row }) => (named(row) ? [[itemId, named(row) as About]] : [])))
}

/** What an action item is about; the item itself is read elsewhere, with its own rights. */
export function getAbout(viewer: Viewer, actionItemId: string): About | null {
  const [row] = aboutOf(viewer, actionItems, eq(actionItems.id, actionItemId))
  return row ? named(row) : null
}

const aboutOf = (viewer: Viewer, table: typeof agendaItems | typeof actionItems, where: SQL | undefined) =>
  db()
    .select({
      itemId: table.id,
      plan: { id: masterPlans.id, title: masterPlans.name },
      initiative: { id: initiatives.id, title: initiatives.title },
      goal: { id: goals.id, title: goals.title },
    })
    .from(table as typeof agendaItems)
    .leftJoin(initiatives, and(eq(initiatives.id, table.initiativeId), isNull(initiatives.removedAt)))
    .leftJoin(masterPlans, or(eq(masterPlans.id, table.planId), eq(masterPlans.id, initiatives.planId)))
    .leftJoin(goals, eq(goals.id, table.goalId))
    .where(
      and(
        where,
        or(isNull(initiatives.id), visible.initiatives(viewer)),
        or(isNull(table.planId), visible.plans(viewer)),
      ),
    )
    .all()

type Found = Omit<ReturnType<typeof aboutOf>[number], 'itemId'>

function named({ initiative, plan, goal }: Found): About | null {
  if (initiative) return { kind: 'initiative', ...initiative }
  if (goal) return { kind: 'goal', ...goal }
  return plan ? { kind: 'plan', ...plan } : null
}

/** What an item of a forum can be about: its goals, and the plans and initiatives of its area. For the coordinators. Three statements. */
export function aboutChoices(viewer: Viewer, forumId: string) {
  if (!can.conveneMeetings(viewer)) return []
  const forum = db().select().from(forums).where(eq(forums.id, forumId)).get()
  const areaId = forum?.areaId ?? ''
  const choice = (kind: Kind) => (row: { id: string; title: string }) => ({
    value: `${kind}/${row.id}`,
    label: row.title,
    kind,
  })
  return [
    ...db()
      .select({ id: goals.id, title: goals.title })
      .from(goals)
      .where(eq(goals.forumId, forumId))
      .orderBy(goals.position)
      .all()
      .map(choice('goal')),
    ...db()
      .select({ id: masterPlans.id, title: masterPlans.name })
      .from(masterPlans)
      .where(eq(masterPlans.areaId, areaId))
      .orderBy(masterPlans.name)
      .all()
      .map(choice('plan')),
    ...db()
      .select({ id: initiatives.id, title: initiatives.title })
      .from(initiatives)
      .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
      .where(
        and(eq(masterPlans.areaId, areaId), isNull(initiatives.removedAt), ne(initiatives.state, 'ended')),
      )
      .orderBy(initiatives.title)
      .all()
      .map(choice('initiative')),
  ]
}
