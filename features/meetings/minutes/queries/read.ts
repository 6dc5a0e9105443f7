import 'server-only'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { minutes, people } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { findMeeting, type Meeting } from '../../queries'
import { buildEdition, contentHash, type Edition, editionFor } from '../edition'
import { readMinutesFacts } from './facts'

/**
 * The minutes as this viewer may read them: what was sent, frozen as it was sent, or the draft as it stands now,
 * which only the municipality sees. Throws NotFound where there is nothing to see.
 */
export function getMinutes(viewer: Viewer, meetingId: string) {
  const meeting = findMeeting(db(), viewer, meetingId)
  const sent = latestSent(db(), meeting.id)
  const facts = can.seeDrafts(viewer) && isOpen(meeting) ? readMinutesFacts(db(), meeting.id) : null
  const draft = facts && { forum: buildEdition(facts, 'forum'), internal: buildEdition(facts, 'internal') }
  const read = sent ? frozen(sent) : draft
  if (!read) throw new NotFound()
  return {
    meetingId: meeting.id,
    forumId: meeting.forumId,
    meetingState: meeting.state,
    state: sent?.state ?? ('drafting' as const),
    version: sent?.version ?? 0,
    sentAt: sent?.sentAt ?? null,
    reviewUntil: sent?.reviewUntil ?? null,
    approvedAt: sent?.approvedAt ?? null,
    approvedBy: sent?.approvedBy ?? null,
    edition: editionFor(viewer, read.forum, read.internal),
    /** Corrected since it was sent for review: approving sends it anew. */
    changedSinceSent: sent !== undefined && draft !== null && hashOf(draft) !== sent.contentHash,
  }
}

/** From the moment the log was opened until the minutes are approved. */
const isOpen = (meeting: Meeting) => meeting.startedAt !== null && meeting.closedAt === null

type Editions = { forum: Edition; internal: Edition }
const hashOf = ({ forum, internal }: Editions) => contentHash(forum, internal)

/** The newest version that left the house. */
const latestSent = (reader: Reader, meetingId: string) =>
  reader
    .select({
      version: minutes.version,
      state: minutes.state,
      sentAt: minutes.sentAt,
      reviewUntil: minutes.reviewUntil,
      approvedAt: minutes.approvedAt,
      approvedBy: people.name,
      forumEdition: minutes.forumEdition,
      internalEdition: minutes.internalEdition,
      contentHash: minutes.contentHash,
    })
    .from(minutes)
    .leftJoin(people, eq(people.id, minutes.approvedById))
    .where(and(eq(minutes.meetingId, meetingId), isNotNull(minutes.sentAt)))
    .orderBy(desc(minutes.version))
    .limit(1)
    .get()

const frozen = (row: { forumEdition: string | null; internalEdition: string | null }): Editions => ({
  forum: JSON.parse(row.forumEdition ?? 'null'),
  internal: JSON.parse(row.internalEdition ?? 'null'),
})
