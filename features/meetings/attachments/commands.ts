import { and, count, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { attachments, type Medium } from '@/db/schema'
import { storeFile } from '@/db/stored-files'
import { loadActionItem } from '@/features/action-items/commands/load'
import { isOpen } from '@/features/action-items/rules'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import { findAgendaItem } from '../agenda/queries'
import { findProposal } from '../proposals/queries'
import { isSettled } from '../proposals/rules'
import type { AttachEvidenceInput, AttachInput, AttachToProposalInput, RemoveAttachmentInput } from './input'
import { findAttachment } from './queries'
import { MOST_FILES, mediumOf, nameOf } from './rules'

/** A file at an agenda item: who reads the item reads it, or the municipality alone. At once, where the item is sent. */
export async function attachToItem(person: Viewer, { itemId, file, readers }: AttachInput, now: Date) {
  const judged = await judge(file)
  write((tx) => {
    const { item, meeting } = findAgendaItem(tx, person, itemId)
    authorize(can.conveneMeetings(person))
    if (meeting.state === 'cancelled') throw new Refused('meetingIs_cancelled')
    const internal = readers === 'internal' || item.visibility === 'internal'
    const id = attach(tx, judged, { agendaItemId: itemId, internal, attachedById: person.personId }, now)
    if (!id) return
    const data = { meeting: meeting.id, item: itemId, internal, sent: item.sentAt !== null }
    const { forumId } = meeting
    record(tx, person, { kind: 'attachment.added', subject: ['attachment', id], forumId, data }, now)
  })
}

/** By the party that proposes, as long as the proposal is open. It comes along when the item is taken up. */
export async function attachToProposal(
  person: Viewer,
  { proposalId, file }: AttachToProposalInput,
  now: Date,
) {
  const judged = await judge(file)
  write((tx) => {
    const { proposal } = findProposal(tx, person, proposalId)
    authorize(can.answerProposal(person, proposal))
    if (isSettled(proposal.state)) throw new Refused('proposalSettled')
    const id = attach(tx, judged, { proposalId, internal: false, attachedById: person.personId }, now)
    if (!id) return
    const { forumId } = proposal
    const data = { proposal: proposalId }
    record(tx, person, { kind: 'attachment.added', subject: ['attachment', id], forumId, data }, now)
  })
}

/** What shows that an action item is done, by who may answer it, as long as it is open; read by who reads its story. */
export async function attachEvidence(person: Viewer, { actionItemId, file }: AttachEvidenceInput, now: Date) {
  const judged = await judge(file)
  write((tx) => {
    const item = loadActionItem(tx, person, actionItemId)
    authorize(can.answerActionItem(person, item))
    if (!isOpen(item.state)) throw new Refused(`actionItemIs_${item.state}`)
    const id = attach(tx, judged, { actionItemId, internal: false, attachedById: person.personId }, now)
    if (!id) return
    const { forumId } = item
    const data = { actionItem: actionItemId }
    record(tx, person, { kind: 'attachment.added', subject: ['attachment', id], forumId, data }, now)
  })
}

/** Nobody reads it any more; the bytes stay in the backups as long as those do. */
export function removeAttachment(person: Viewer, { id }: RemoveAttachmentInput, now: Date): void {
  write((tx) => {
    const { forumId, proposal, actionItem } = findAttachment(tx, person, id)
    const ownOpen =
      (proposal && !isSettled(proposal.state) && can.answerProposal(person, proposal)) ||
      (actionItem && isOpen(actionItem.state) && can.answerActionItem(person, actionItem))
    authorize(can.conveneMeetings(person) || ownOpen === true)
    tx.update(attachments).set({ removedAt: now }).where(eq(attachments.id, id)).run()
    record(tx, person, { kind: 'attachment.removed', subject: ['attachment', id], forumId }, now)
  })
}

/** What stood at a proposal stands at the item it became. */
export function bringToAgenda(tx: Transaction, proposalId: string, agendaItemId: string): void {
  tx.update(attachments).set({ agendaItemId }).where(eq(attachments.proposalId, proposalId)).run()
}

/** What stood at a proposal stands at the one it was passed on as, too. */
export function bringToProposal(tx: Transaction, from: string, proposalId: string): void {
  const standing = tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.proposalId, from), isNull(attachments.removedAt)))
    .all()
  for (const file of standing) {
    tx.insert(attachments)
      .values({ ...file, id: newId(), proposalId })
      .run()
  }
}

type Judged = { name: string; medium: Medium; content: Uint8Array }

/** What a file is, by its content. Throws Refused for what is not kept. */
export async function judge(file: File): Promise<Judged> {
  const content = new Uint8Array(await file.arrayBuffer())
  const medium = await mediumOf(content)
  if (!medium) throw new Refused('fileUnknown', undefined, 'file')
  return { name: nameOf(file.name, medium), medium, content }
}

type Place = { attachedById: string; internal: boolean } & (
  | { agendaItemId: string }
  | { proposalId: string }
  | { actionItemId: string }
  | { enquiryId: string }
)

/** For another command. Returns the id; null for a file that stands there already, as after a second press. */
export function attach(
  tx: Transaction,
  { name, medium, content }: Judged,
  place: Place,
  now: Date,
): string | null {
  const here = and(
    isNull(attachments.removedAt),
    'agendaItemId' in place ? eq(attachments.agendaItemId, place.agendaItemId) : undefined,
    'proposalId' in place ? eq(attachments.proposalId, place.proposalId) : undefined,
    'actionItemId' in place ? eq(attachments.actionItemId, place.actionItemId) : undefined,
    'enquiryId' in place ? eq(attachments.enquiryId, place.enquiryId) : undefined,
  )
  const contentHash = storeFile(content)
  const same = and(here, eq(attachments.contentHash, contentHash), eq(attachments.name, name))
  if (tx.select({ id: attachments.id }).from(attachments).where(same).get()) return null
  const standing = tx.select({ count: count() }).from(attachments).where(here).get()
  if ((standing?.count ?? 0) >= MOST_FILES) throw new Refused('tooManyFiles', { most: MOST_FILES }, 'file')
  const id = newId()
  const bytes = content.length
  tx.insert(attachments)
    .values({ ...place, id, name, medium, bytes, contentHash, attachedAt: now })
    .run()
  return id
}
