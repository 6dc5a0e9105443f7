import { and, asc, eq } from 'drizzle-orm'
import { agendaItems, meetings, proposalSteps, proposals } from '@/db/schema'
import type { SeedContext } from './context'

type Proposed = {
  forumId: string
  /** Of the agenda item it became, the first time it stood on an agenda. */
  title: string
  description: string
  by: { id: string; partyId: string }
  proposedAt: Date
}

/** What a coordinator proposed for a meeting that was held since, and took onto its agenda; returns the proposal's id. */
export function writeProposal(
  { tx, id, tell }: SeedContext,
  { forumId, title, description, by, proposedAt }: Proposed,
): string {
  const item = tx
    .select({ id: agendaItems.id, meetingId: meetings.id, minutes: agendaItems.minutes })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(meetings.forumId, forumId), eq(agendaItems.title, title)))
    .orderBy(asc(meetings.heldOn))
    .get()
  if (!item) throw new Error(`The forum never had on its agenda: ${title}`)
  const { id: agendaItemId, meetingId, minutes } = item
  const proposal = { id: id(), forumId, meetingId, agendaItemId, title, description, minutes }
  const settledAt = new Date(proposedAt.getTime() + 60 * 60_000)
  tx.insert(proposals)
    .values({
      ...proposal,
      partyId: by.partyId,
      proposerId: by.id,
      kind: 'discussion',
      visibility: 'forum',
      state: 'on_agenda',
      proposedAt,
      settledAt,
      version: 2,
    })
    .run()
  const taken = { kind: 'accepted', text: null, takenAt: settledAt, takenById: by.id } as const
  tx.insert(proposalSteps)
    .values({ id: id(), proposalId: proposal.id, ...taken })
    .run()
  const subject: [string, string] = ['proposal', proposal.id]
  tell({ kind: 'proposal.made', subject, forumId, data: { meeting: meetingId } }, proposedAt, by.id)
  tell({ kind: 'proposal.accepted', subject, forumId, data: { item: agendaItemId } }, settledAt, by.id)
  return proposal.id
}
