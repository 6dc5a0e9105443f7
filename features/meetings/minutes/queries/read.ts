import 'server-only'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { minutes, people } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { findMeeting, type Meeting } from '../../queries'
import { buildEdition, contentHash, type Edition, editionFor } from '../edition'
import { readMinutesFacts } from './facts'

type Sent = ReturnType<typeof listSent>[number]
export type MinutesVersion = Pick<Sent, 'id' | 'version' | 'state' | 'sentAt'>

/**
 * The minutes as this viewer may read them: a version that was sent, frozen as it was sent, or the draft as it stands
 * now, which only the municipality sees. Not asked for a version, one reads what was approved last, and before that
 * what was sent last; the coordinator, who is to send or approve it, the newest. Throws NotFound where there is nothing to see.
 */
export function getMinutes(viewer: Viewer, meetingId: string, version?: number) {
  const meeting = findMeeting(db(), viewer, meetingId)
  const versions = listSent(meeting.id)
  const [newest] = versions
  const drafting = isOpen(meeting) && newest?.state !== 'in_review'
  const shown = version === undefined ? usual(viewer, versions, drafting) : find(versions, version)
  const draft = can.seeDrafts(viewer) && isOpen(meeting) ? draftOf(meeting) : null
  const read = shown ? frozen(shown.id) : draft
  if (!read) throw new NotFound()
  return {
    meetingId: meeting.id,
    /** What rights are judged by. */
    facts: { forumId: meeting.forumId, heldOn: meeting.heldOn, announcedAt: meeting.announcedAt },
    meetingState: meeting.state,
    state: shown?.state ?? ('drafting' as const),
    version: shown?.version ?? 0,
    minutesId: shown?.id ?? null,
    sentAt: shown?.sentAt ?? null,
    reviewUntil: shown?.reviewUntil ?? null,
    approvedAt: shown?.approvedAt ?? null,
    approvedBy: shown?.approvedBy ?? null,
    approvedSilently: shown?.approvedSilently ?? false,
    correctionReason: shown?.correctionReason ?? null,
    overruleReason: can.seeDrafts(viewer) ? (shown?.overruleReason ?? null) : null,
    edition: editionFor(viewer, read.forum, read.internal),
    /** Corrected since it was sent for review: approving sends it anew. */
    changedSinceSent: newest?.state === 'in_review' && draft !== null && hashOf(draft) !== newest.contentHash,
    /** Everything that was ever sent, newest first. */
    versions: versions.map(
      ({ id, version, state, sentAt }): MinutesVersion => ({ id, version, state, sentAt }),
    ),
  }
}

function usual(viewer: Viewer, versions: Sent[], drafting: boolean): Sent | undefined {
  const [newest] = versions
  if (can.conveneMeetings(viewer)) return drafting ? undefined : newest
  return versions.find(({ state }) => state === 'approved') ?? newest
}

function find(versions: Sent[], version: number): Sent {
  const found = versions.find((one) => one.version === version)
  if (!found) throw new NotFound()
  return found
}

/** From the moment the log was opened until the minutes are approved, and while they are corrected. */
const isOpen = (meeting: Meeting) => meeting.startedAt !== null && meeting.closedAt === null

type Editions = { forum: Edition; internal: Edition }
const hashOf = ({ forum, internal }: Editions) => contentHash(forum, internal)

function draftOf(meeting: Meeting): Editions {
  const facts = readMinutesFacts(db(), meeting.id)
  return { forum: buildEdition(facts, 'forum'), internal: buildEdition(facts, 'internal') }
}

const listSent = (meetingId: string) =>
  db()
    .select({
      id: minutes.id,
      version: minutes.version,
      state: minutes.state,
      sentAt: minutes.sentAt,
      reviewUntil: minutes.reviewUntil,
      approvedAt: minutes.approvedAt,
      approvedBy: people.name,
      approvedSilently: minutes.approvedSilently,
      correctionReason: minutes.correctionReason,
      overruleReason: minutes.overruleReason,
      contentHash: minutes.contentHash,
    })
    .from(minutes)
    .leftJoin(people, eq(people.id, minutes.approvedById))
    .where(and(eq(minutes.meetingId, meetingId), isNotNull(minutes.sentAt)))
    .orderBy(desc(minutes.version))
    .all()

function frozen(id: string): Editions {
  const row = db()
    .select({ forum: minutes.forumEdition, internal: minutes.internalEdition })
    .from(minutes)
    .where(eq(minutes.id, id))
    .get()
  return { forum: JSON.parse(row?.forum ?? 'null'), internal: JSON.parse(row?.internal ?? 'null') }
}
