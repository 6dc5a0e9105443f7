import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItems, agendaItems, forums, meetings, parties } from '@/db/schema'
import { type Viewer, visible } from '@/policy'

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
