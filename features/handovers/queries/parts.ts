import 'server-only'
import {
  and,
  asc,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { db } from '@/db/client'
import {
  actionItems,
  agendaItems,
  areas,
  decisions,
  enquiries,
  enquiryParts,
  forums,
  initiativeOffers,
  initiativeParties,
  initiatives,
  masterPlans,
  meetings,
  municipalOffers,
  parties,
  people,
  seats,
} from '@/db/schema'
import { seenBy, selectRows, withoutOthersWords } from '@/features/action-items/queries/row'
import { OPEN_STATES } from '@/features/action-items/rules'
import { selectEnquiries, withTurns } from '@/features/enquiries/queries/rows'
import { shortName } from '@/features/forums/queries/short-name'
import type { PlainDate } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'
import type { HandoverOf } from './choices'

const one = { one: sql`1` }

/** A department's own; a coordinator's own, and all that is settled in the forums they convene. */
export const listOpenItems = (viewer: Viewer, of: HandoverOf, forumIds: string[]) =>
  selectRows(db(), viewer)
    .where(
      and(
        seenBy(viewer),
        inArray(actionItems.state, [...OPEN_STATES]),
        'partyId' in of
          ? eq(actionItems.responsiblePartyId, of.partyId)
          : or(eq(actionItems.responsiblePersonId, of.personId), inArray(actionItems.forumId, forumIds)),
      ),
    )
    .orderBy(asc(actionItems.dueOn), asc(actionItems.title))
    .all()
    .map((row) => withoutOthersWords(viewer, row))

/** Those a department was asked about and has not answered, or answers for all; those a coordinator owns. */
export function listOpenEnquiriesOf(viewer: Viewer, of: HandoverOf, today: PlainDate) {
  const rows = selectEnquiries(db(), viewer)
    .where(
      and(
        visible.enquiries(viewer),
        notInArray(enquiries.state, ['answered', 'closed']),
        'partyId' in of ? asks(of.partyId) : eq(enquiries.ownerId, of.personId),
      ),
    )
    .orderBy(asc(enquiries.expectedOn), asc(enquiries.number))
    .all()
  return withTurns(db(), rows, today)
}

const asks = (partyId: string): SQL =>
  exists(
    db()
      .select(one)
      .from(enquiryParts)
      .where(
        and(
          eq(enquiryParts.enquiryId, enquiries.id),
          eq(enquiryParts.partyId, partyId),
          or(
            inArray(enquiryParts.state, ['routed', 'accepted']),
            and(eq(enquiryParts.leads, true), eq(enquiryParts.state, 'answered')),
          ),
        ),
      ),
  )

/** Sent out, and neither carried out, lapsed nor replaced. */
export const listDecisionsInForce = (viewer: Viewer, forumIds: string[]) =>
  db()
    .select({
      id: decisions.id,
      number: sql<number>`${decisions.number}`,
      visibility: decisions.visibility,
      body: decisions.body,
      decidedOn: decisions.decidedOn,
      reviewOn: decisions.reviewOn,
      meetingId: decisions.meetingId,
      forum: shortName,
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(forums, eq(forums.id, decisions.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .where(
      and(
        visible.records(viewer, decisions),
        inArray(decisions.forumId, forumIds),
        eq(decisions.state, 'in_force'),
        isNotNull(decisions.number),
        isNull(decisions.removedAt),
      ),
    )
    .orderBy(forums.position, desc(decisions.decidedOn), desc(decisions.number))
    .all()

/** Who sits there today or from a later day on, and how to reach them. */
export const listSeatsIn = (viewer: Viewer, forumIds: string[], today: PlainDate) =>
  db()
    .select({
      id: seats.id,
      partyId: seats.partyId,
      party: parties.shortName,
      person: people.name,
      title: people.title,
      mail: people.email,
      kind: seats.kind,
      validFrom: seats.validFrom,
      validTo: seats.validTo,
      forum: shortName,
    })
    .from(seats)
    .innerJoin(forums, eq(forums.id, seats.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .innerJoin(people, eq(people.id, seats.personId))
    .where(
      and(
        visible.forums(viewer),
        inArray(seats.forumId, forumIds),
        or(isNull(seats.validTo), and(gte(seats.validTo, today), gte(seats.validTo, seats.validFrom))),
        isNull(people.deactivatedAt),
      ),
    )
    .orderBy(forums.position, forums.name, parties.sortKey, desc(seats.kind), people.name)
    .all()

/** Planned and announced ones, and those held of which the minutes are not approved yet. */
export const listUnfinishedMeetings = (viewer: Viewer, forumIds: string[]) =>
  db()
    .select({
      id: meetings.id,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      place: meetings.place,
      state: meetings.state,
      forum: shortName,
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .where(
      and(
        visible.meetings(viewer),
        inArray(meetings.forumId, forumIds),
        notInArray(meetings.state, ['closed', 'cancelled']),
      ),
    )
    .orderBy(meetings.heldOn, meetings.startsAt, forums.position)
    .all()

/** Those a department takes part in, or whose people are led on to its offers; those of a coordinator's areas (S65). */
export const listInitiativesSupported = (viewer: Viewer, of: HandoverOf, forumIds: string[]) =>
  db()
    .select({
      id: initiatives.id,
      title: initiatives.title,
      plan: masterPlans.name,
      area: areas.name,
      coreService: initiatives.coreService,
      state: initiatives.state,
      endsOn: initiatives.endsOn,
    })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .where(
      and(
        visible.initiatives(viewer),
        visible.plans(viewer),
        ne(initiatives.state, 'ended'),
        isNull(initiatives.removedAt),
        'partyId' in of ? supports(of.partyId) : inAreasOf(forumIds),
      ),
    )
    .orderBy(areas.name, masterPlans.name, initiatives.title)
    .all()

const inAreasOf = (forumIds: string[]) =>
  inArray(
    masterPlans.areaId,
    db().select({ areaId: forums.areaId }).from(forums).where(inArray(forums.id, forumIds)),
  )

function supports(partyId: string): SQL | undefined {
  const takesPart = db()
    .select(one)
    .from(initiativeParties)
    .where(
      and(
        eq(initiativeParties.initiativeId, initiatives.id),
        eq(initiativeParties.partyId, partyId),
        isNull(initiativeParties.removedAt),
      ),
    )
  const leadsOn = db()
    .select(one)
    .from(initiativeOffers)
    .innerJoin(municipalOffers, eq(municipalOffers.id, initiativeOffers.offerId))
    .where(
      and(
        eq(initiativeOffers.initiativeId, initiatives.id),
        eq(municipalOffers.partyId, partyId),
        isNull(initiativeOffers.removedAt),
      ),
    )
  return or(exists(takesPart), exists(leadsOn))
}
