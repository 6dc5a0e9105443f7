import { and, eq, exists, gte, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import {
  actionItems,
  agendaItems,
  attachments,
  decisions,
  enquiries,
  enquiryMessages,
  enquiryParts,
  events,
  forums,
  givenReports,
  initiatives,
  masterPlans,
  meetings,
  minutes,
  minutesComments,
  notes,
  overlaps,
  planOrganisations,
  planRemarks,
  proposals,
} from '@/db/schema'
import { isOutsider, isTeam, seesEveryForum, seesOnlySent, type Viewer } from './viewer'

const everything = sql`1`
const nothing = sql`0`

/** Joined by hand: drizzle drops an undefined condition, and a dropped condition here is a leak. */
const all = (...conditions: SQL[]): SQL => and(...conditions) ?? nothing
const any = (...conditions: SQL[]): SQL => or(...conditions) ?? nothing

const inWindow = (viewer: Viewer, forumId: AnySQLiteColumn, date: AnySQLiteColumn): SQL =>
  any(
    ...viewer.windows.map(({ forumId: forum, from, to }) =>
      to === null
        ? all(eq(forumId, forum), gte(date, from))
        : all(eq(forumId, forum), gte(date, from), lte(date, to)),
    ),
  )

const isOwn = (viewer: Viewer, partyId: AnySQLiteColumn): SQL => inArray(partyId, viewer.ownParties)

const sharedWith = (viewer: Viewer, visibility: AnySQLiteColumn, partyId: AnySQLiteColumn): SQL =>
  any(eq(visibility, 'forum'), all(eq(visibility, 'own'), isOwn(viewer, partyId)))

type Sendable = SQLiteTable & { id: AnySQLiteColumn }

/** An event about something that was sent. */
const subjectIn = (kind: string, table: Sendable, sentAt: AnySQLiteColumn): SQL =>
  all(
    eq(events.subjectKind, kind),
    inArray(
      events.subjectId,
      new QueryBuilder({ casing: 'snake_case' })
        .select({ id: table.id })
        .from(table)
        .where(isNotNull(sentAt)),
    ),
  )

type RecordColumns = { visibility: AnySQLiteColumn; releasedAt: AnySQLiteColumn }

/** What a party says stays between it and the municipality. */
const ofOneParty = (viewer: Viewer, partyId: AnySQLiteColumn): SQL => {
  if (seesOnlySent(viewer)) return nothing
  const own = isOwn(viewer, partyId)
  return isOutsider(viewer) ? own : any(own, visible.meetings(viewer))
}

const initiativesWhere = (condition: SQL) =>
  new QueryBuilder({ casing: 'snake_case' })
    .select({ id: initiatives.id })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .where(condition)

/** The rights to read of `can`, as conditions for a WHERE. Items need `meetings` joined, records need both. */
export const visible = {
  forums: (viewer: Viewer): SQL =>
    seesEveryForum(viewer)
      ? everything
      : inArray(
          forums.id,
          viewer.windows.map(({ forumId }) => forumId),
        ),

  meetings: (viewer: Viewer): SQL => {
    if (isTeam(viewer) || viewer.role === 'department_lead') return everything
    if (seesOnlySent(viewer)) return isNotNull(meetings.announcedAt)
    const seated = inWindow(viewer, meetings.forumId, meetings.heldOn)
    return isOutsider(viewer) ? all(seated, isNotNull(meetings.announcedAt)) : seated
  },

  agendaItems: (viewer: Viewer): SQL => {
    const meeting = visible.meetings(viewer)
    if (seesOnlySent(viewer)) return all(meeting, isNotNull(agendaItems.sentAt))
    if (!isOutsider(viewer)) return meeting
    return all(
      meeting,
      isNotNull(agendaItems.sentAt),
      sharedWith(viewer, agendaItems.visibility, agendaItems.proposerPartyId),
    )
  },

  attachments: (viewer: Viewer): SQL => {
    const item = visible.agendaItems(viewer)
    return isOutsider(viewer) ? all(item, eq(attachments.internal, false)) : item
  },

  /** Notes or decisions, given the columns of the table. */
  records: (viewer: Viewer, record: RecordColumns): SQL => {
    const item = visible.agendaItems(viewer)
    if (seesOnlySent(viewer)) return all(item, isNotNull(record.releasedAt))
    if (!isOutsider(viewer)) return item
    return all(
      item,
      isNotNull(record.releasedAt),
      sharedWith(viewer, record.visibility, agendaItems.proposerPartyId),
    )
  },

  actionItems: (viewer: Viewer): SQL => {
    if (isTeam(viewer) || viewer.role === 'department_lead') return everything
    if (seesOnlySent(viewer)) return isNotNull(actionItems.releasedAt)
    const seated = inWindow(viewer, actionItems.forumId, actionItems.agreedOn)
    const own = isOwn(viewer, actionItems.responsiblePartyId)
    if (!isOutsider(viewer)) return any(seated, own)
    return all(
      isNotNull(actionItems.releasedAt),
      ne(actionItems.visibility, 'internal'),
      any(all(eq(actionItems.visibility, 'forum'), seated), own),
    )
  },

  /** These need `meetings` joined. */
  proposals: (viewer: Viewer): SQL => ofOneParty(viewer, proposals.partyId),
  comments: (viewer: Viewer): SQL => ofOneParty(viewer, minutesComments.partyId),

  enquiries: (viewer: Viewer): SQL => {
    if (isTeam(viewer)) return everything
    if (seesOnlySent(viewer)) return nothing
    if (isOutsider(viewer)) return isOwn(viewer, enquiries.partyId)
    const routedHere = new QueryBuilder({ casing: 'snake_case' })
      .select({ one: sql`1` })
      .from(enquiryParts)
      .where(and(eq(enquiryParts.enquiryId, enquiries.id), isOwn(viewer, enquiryParts.partyId)))
    return exists(routedHere)
  },
  /** These need `enquiries` joined. */
  enquiryMessages: (viewer: Viewer): SQL =>
    isOutsider(viewer)
      ? all(visible.enquiries(viewer), ne(enquiryMessages.kind, 'internal'))
      : visible.enquiries(viewer),
  enquiryParts: (viewer: Viewer): SQL => (isOutsider(viewer) ? nothing : visible.enquiries(viewer)),
  enquiryAttachments: (viewer: Viewer): SQL =>
    isOutsider(viewer)
      ? all(visible.enquiries(viewer), eq(attachments.internal, false))
      : visible.enquiries(viewer),

  events: (viewer: Viewer): SQL => {
    if (isTeam(viewer)) return everything
    if (viewer.role !== 'auditor') return nothing
    return any(
      subjectIn('meeting', meetings, meetings.announcedAt),
      subjectIn('agenda-item', agendaItems, agendaItems.sentAt),
      subjectIn('minutes', minutes, minutes.sentAt),
      subjectIn('note', notes, notes.releasedAt),
      subjectIn('decision', decisions, decisions.releasedAt),
      subjectIn('action-item', actionItems, actionItems.releasedAt),
    )
  },

  /** Needs `forums`. */
  hourRules: (viewer: Viewer): SQL => {
    if (!isOutsider(viewer)) return everything
    if (viewer.role === 'partner') return nothing
    const theirAreas = new QueryBuilder({ casing: 'snake_case' })
      .select({ areaId: masterPlans.areaId })
      .from(masterPlans)
      .where(visible.plans(viewer))
    return any(visible.forums(viewer), inArray(forums.areaId, theirAreas))
  },

  /** Remarks and initiatives need `master_plans` joined. */
  planRemarks: (viewer: Viewer): SQL => {
    const plan = visible.plans(viewer)
    return !isOutsider(viewer) && !seesOnlySent(viewer) ? plan : all(plan, isNotNull(planRemarks.sharedAt))
  },

  initiatives: (viewer: Viewer): SQL => {
    if (seesOnlySent(viewer)) return ne(initiatives.state, 'draft')
    if (!isOutsider(viewer)) return everything
    const inTheirArea = inArray(
      masterPlans.areaId,
      new QueryBuilder({ casing: 'snake_case' })
        .select({ areaId: forums.areaId })
        .from(forums)
        .where(visible.forums(viewer)),
    )
    return any(visible.plans(viewer), all(ne(initiatives.state, 'draft'), inTheirArea))
  },

  overlaps: (viewer: Viewer): SQL => {
    const readable = initiativesWhere(visible.initiatives(viewer))
    const other = any(isNull(overlaps.otherInitiativeId), inArray(overlaps.otherInitiativeId, readable))
    if (!isOutsider(viewer)) return all(inArray(overlaps.initiativeId, readable), other)
    return all(inArray(overlaps.initiativeId, initiativesWhere(visible.plans(viewer))), other)
  },

  reports: (viewer: Viewer): SQL => {
    if (isTeam(viewer)) return everything
    const committee = seesEveryForum(viewer) ? eq(givenReports.reader, 'committee') : nothing
    if (viewer.role === 'partner' || seesOnlySent(viewer)) return committee
    const reader = isOutsider(viewer) ? 'organisation' : 'department'
    return any(committee, all(eq(givenReports.reader, reader), isOwn(viewer, givenReports.partyId)))
  },

  plans: (viewer: Viewer): SQL => {
    if (viewer.role === 'partner') return nothing
    if (!isOutsider(viewer)) return everything
    const takesPart = new QueryBuilder({ casing: 'snake_case' })
      .select({ one: sql`1` })
      .from(planOrganisations)
      .where(
        and(
          eq(planOrganisations.planId, masterPlans.id),
          isNull(planOrganisations.removedAt),
          isOwn(viewer, planOrganisations.partyId),
        ),
      )
    return any(isOwn(viewer, masterPlans.leadPartyId), exists(takesPart))
  },
}
