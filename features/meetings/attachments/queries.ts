import 'server-only'
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { actionItems, agendaItems, attachments, enquiries, meetings, proposals } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { readStoredFile } from '@/db/stored-files'
import { NotFound } from '@/lib/errors'
import { log } from '@/lib/log'
import { can, type Viewer, visible } from '@/policy'

export type Attachment = ReturnType<ReturnType<typeof select>['all']>[number]

/** The files at a meeting's agenda that the viewer may see, by agenda item, first attached first. */
export const listAttachments = (viewer: Viewer, meetingId: string) =>
  byItem(ofMeeting(db(), viewer, meetingId).all())

/** The same wherever a topic was on an agenda. */
export const listTopicAttachments = (viewer: Viewer, topicId: string) =>
  byItem(select(db(), viewer, eq(agendaItems.topicId, topicId)).all())

const byItem = (found: Attachment[]) => Map.groupBy(found, ({ itemId }) => itemId ?? '')

const ofMeeting = keptQuery((reader, viewer: Viewer, meetingId: string) =>
  select(reader, viewer, eq(agendaItems.meetingId, meetingId)).prepare(),
)

const select = (reader: Reader, viewer: Viewer, where: SQL) =>
  reader
    .select(row)
    .from(attachments)
    .innerJoin(agendaItems, eq(agendaItems.id, attachments.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(where, stands, isNull(agendaItems.removedAt), visible.attachments(viewer)))
    .orderBy(attachments.attachedAt)

export const listProposalAttachments = (viewer: Viewer, proposalId: string): Attachment[] =>
  db()
    .select(row)
    .from(attachments)
    .innerJoin(proposals, eq(proposals.id, attachments.proposalId))
    .innerJoin(meetings, eq(meetings.id, proposals.meetingId))
    .where(and(eq(attachments.proposalId, proposalId), stands, visible.proposals(viewer)))
    .orderBy(attachments.attachedAt)
    .all()

/** What shows that an action item is done, for who reads its story. */
export const listEvidence = (
  viewer: Viewer,
  item: Parameters<typeof can.readActionItemStory>[1] & { id: string },
): Attachment[] =>
  can.readActionItemStory(viewer, item)
    ? db()
        .select(row)
        .from(attachments)
        .where(and(eq(attachments.actionItemId, item.id), stands))
        .orderBy(attachments.attachedAt)
        .all()
    : []

/** What was sent along with an enquiry. */
export const listEnquiryAttachments = (viewer: Viewer, enquiryId: string): Attachment[] =>
  db()
    .select(row)
    .from(attachments)
    .innerJoin(enquiries, eq(enquiries.id, attachments.enquiryId))
    .where(and(eq(attachments.enquiryId, enquiryId), stands, visible.enquiryAttachments(viewer)))
    .orderBy(attachments.attachedAt)
    .all()

/** One file with its bytes. Throws NotFound for what the viewer may not see. */
export function readAttachment(viewer: Viewer, id: string) {
  const { name, medium, contentHash } = findAttachment(db(), viewer, id).attachment
  const body = readStoredFile(contentHash)
  if (!body) {
    log.error({ attachment: id }, 'attached file is missing or damaged')
    throw new NotFound()
  }
  return { name, medium, body }
}

/** For commands: the file, the forum it belongs to if any, and the proposal or action item it stands at. Throws NotFound for what the viewer may not see. */
export function findAttachment(reader: Reader, viewer: Viewer, id: string) {
  const here = and(eq(attachments.id, id), stands)
  const atItem = reader
    .select({ attachment: attachments, meeting: meetings })
    .from(attachments)
    .innerJoin(agendaItems, eq(agendaItems.id, attachments.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(here, isNull(agendaItems.removedAt), visible.attachments(viewer)))
    .get()
  const atProposal = reader
    .select({ attachment: attachments, meeting: meetings, proposal: proposals })
    .from(attachments)
    .innerJoin(proposals, eq(proposals.id, attachments.proposalId))
    .innerJoin(meetings, eq(meetings.id, proposals.meetingId))
    .where(and(here, visible.proposals(viewer)))
    .get()
  const evidence = reader
    .select({ attachment: attachments, actionItem: actionItems })
    .from(attachments)
    .innerJoin(actionItems, eq(actionItems.id, attachments.actionItemId))
    .where(and(here, isNull(actionItems.removedAt), visible.actionItems(viewer)))
    .get()
  const atEnquiry = reader
    .select({ attachment: attachments })
    .from(attachments)
    .innerJoin(enquiries, eq(enquiries.id, attachments.enquiryId))
    .where(and(here, visible.enquiryAttachments(viewer)))
    .get()
  const actionItem =
    evidence && can.readActionItemStory(viewer, evidence.actionItem) ? evidence.actionItem : null
  const attachment = (atItem ?? atProposal ?? (actionItem ? evidence : undefined) ?? atEnquiry)?.attachment
  const forumId = (atItem ?? atProposal)?.meeting.forumId ?? actionItem?.forumId ?? null
  if (!attachment) throw new NotFound()
  return { attachment, forumId, proposal: atProposal?.proposal ?? null, actionItem }
}

const stands = isNull(attachments.removedAt)

const row = {
  id: attachments.id,
  itemId: attachments.agendaItemId,
  name: attachments.name,
  bytes: attachments.bytes,
  internal: attachments.internal,
}
