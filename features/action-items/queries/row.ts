import 'server-only'
import { aliasedTable, and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import { actionItems, agendaItems, areas, decisions, forums, meetings, parties, people } from '@/db/schema'
import { shortName } from '@/features/forums/queries/short-name'
import { can, type Viewer, visible } from '@/policy'

export type ListedActionItem = Awaited<ReturnType<ReturnType<typeof selectRows>['all']>>[number]

/** Action items with what a list says about them; where one came from only as far as the viewer may see that. */
export const selectRows = (reader: Reader, viewer: Viewer) =>
  reader
    .select({
      id: actionItems.id,
      title: actionItems.title,
      state: actionItems.state,
      dueOn: actionItems.dueOn,
      askedDueOn: actionItems.askedDueOn,
      waitingOn: actionItems.waitingOn,
      waitingUntil: actionItems.waitingUntil,
      visibility: actionItems.visibility,
      forumId: actionItems.forumId,
      agreedOn: actionItems.agreedOn,
      responsiblePartyId: actionItems.responsiblePartyId,
      responsiblePersonId: actionItems.responsiblePersonId,
      releasedAt: actionItems.releasedAt,
      closedAt: actionItems.closedAt,
      version: actionItems.version,
      forum: {
        id: forums.id,
        slug: forums.slug,
        name: forums.name,
        shortName,
        mark: forums.mark,
        position: forums.position,
      },
      party: { id: parties.id, name: parties.shortName, kind: parties.kind, sortKey: parties.sortKey },
      person: people.name,
      personLeftAt: people.deactivatedAt,
      issuer: issuers.name,
      meeting: { id: meetings.id, heldOn: meetings.heldOn },
      agendaItem: { id: agendaItems.id, title: agendaItems.title },
      decision: {
        id: decisions.id,
        number: decisions.number,
        visibility: decisions.visibility,
        decidedOn: decisions.decidedOn,
      },
    })
    .from(actionItems)
    .innerJoin(forums, eq(forums.id, actionItems.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .innerJoin(people, eq(people.id, actionItems.responsiblePersonId))
    .innerJoin(issuers, eq(issuers.id, actionItems.issuerId))
    .leftJoin(meetings, and(eq(meetings.id, actionItems.meetingId), visible.meetings(viewer)))
    .leftJoin(
      agendaItems,
      and(
        eq(agendaItems.id, actionItems.agendaItemId),
        isNull(agendaItems.removedAt),
        visible.agendaItems(viewer),
      ),
    )
    .leftJoin(
      decisions,
      and(
        eq(decisions.id, actionItems.decisionId),
        isNull(decisions.removedAt),
        visible.records(viewer, decisions),
      ),
    )
    .$dynamic()

/** Removed items are gone for everybody. */
export const seenBy = (viewer: Viewer) => and(isNull(actionItems.removedAt), visible.actionItems(viewer))

/** Takes out the words exchanged with the responsible party where the viewer may not read them. */
export const withoutOthersWords = (viewer: Viewer, row: ListedActionItem): ListedActionItem =>
  can.readActionItemStory(viewer, row)
    ? row
    : { ...row, askedDueOn: null, waitingOn: null, waitingUntil: null }

const issuers = aliasedTable(people, 'issuers')
