import 'server-only'
import { and, asc, desc, eq, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { forums, meetings, parties, people, proposalSteps, proposals, seats } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'

export type ListedProposal = ReturnType<typeof select>[number]

/** Everything proposed to the coordinators, or by one's own parties; the latest first. */
export const listProposals = (viewer: Viewer): ListedProposal[] =>
  select(viewer, can.conveneMeetings(viewer) ? undefined : inArray(proposals.partyId, viewer.ownParties))

/** What waits for an answer before one meeting. */
export const listWaiting = (viewer: Viewer, meetingId: string): ListedProposal[] =>
  select(viewer, and(eq(proposals.meetingId, meetingId), isWaiting))

const isWaiting = inArray(proposals.state, ['suggested', 'asked_for_more'])

function select(viewer: Viewer, where: SQL | undefined) {
  return db()
    .select(row)
    .from(proposals)
    .innerJoin(meetings, eq(meetings.id, proposals.meetingId))
    .innerJoin(forums, eq(forums.id, proposals.forumId))
    .innerJoin(parties, eq(parties.id, proposals.partyId))
    .where(and(visible.proposals(viewer), where))
    .orderBy(desc(proposals.proposedAt))
    .limit(200)
    .all()
}

/** A proposal with what was said about it. Throws NotFound for what the viewer may not see. */
export function getProposal(viewer: Viewer, id: string) {
  const proposal = select(viewer, eq(proposals.id, id))[0]
  if (!proposal) throw new NotFound()
  const steps = db()
    .select({
      id: proposalSteps.id,
      kind: proposalSteps.kind,
      text: proposalSteps.text,
      takenAt: proposalSteps.takenAt,
      person: people.name,
    })
    .from(proposalSteps)
    .innerJoin(people, eq(people.id, proposalSteps.takenById))
    .where(eq(proposalSteps.proposalId, id))
    .orderBy(asc(proposalSteps.takenAt))
    .all()
  return { ...proposal, steps }
}

/** For commands. Throws NotFound for what the person may not see. */
export function findProposal(reader: Reader, person: Viewer, id: string) {
  const found = reader
    .select({ proposal: proposals, meeting: meetings })
    .from(proposals)
    .innerJoin(meetings, eq(meetings.id, proposals.meetingId))
    .where(and(eq(proposals.id, id), visible.proposals(person)))
    .get()
  if (!found) throw new NotFound()
  return found
}

/** The party the person sits for in the forum on the day of the meeting; undefined for who has no seat there. */
export const partySeatedFor = (
  viewer: Viewer,
  { forumId, heldOn }: { forumId: string; heldOn: string },
  reader: Reader = db(),
) =>
  reader
    .select({ id: parties.id, kind: parties.kind })
    .from(seats)
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(
      and(
        eq(seats.personId, viewer.personId),
        eq(seats.forumId, forumId),
        inArray(seats.partyId, viewer.ownParties),
        lte(seats.validFrom, heldOn),
        or(isNull(seats.validTo), gte(seats.validTo, heldOn)),
      ),
    )
    .get()

const row = {
  id: proposals.id,
  title: proposals.title,
  description: proposals.description,
  kind: proposals.kind,
  minutes: proposals.minutes,
  visibility: proposals.visibility,
  state: proposals.state,
  late: proposals.late,
  partyId: proposals.partyId,
  party: parties.shortName,
  proposedAt: proposals.proposedAt,
  forum: forums.name,
  forumId: proposals.forumId,
  meetingId: proposals.meetingId,
  heldOn: meetings.heldOn,
}
