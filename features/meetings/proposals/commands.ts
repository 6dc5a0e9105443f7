import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { people, proposalSteps, proposals } from '@/db/schema'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { today } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import { addItem, itemAdded } from '../agenda/commands/add'
import { bringToAgenda, bringToProposal } from '../attachments/commands'
import { findComingMeeting, findMeeting, type Meeting } from '../queries'
import { isBeforeHeld } from '../rules'
import type { ProposeInput, StepInput } from './input'
import { findProposal, partySeatedFor } from './queries'
import { isLate, isSettled, mayStep, PROPOSAL_WAYS, type ProposalStep, STATE_AFTER } from './rules'

type Proposal = typeof proposals.$inferSelect

/** Who sits in the forum that day suggests an item; after the deadline it is marked late. Returns the proposal's id. */
export function propose(person: Viewer, { meetingId, ...words }: ProposeInput, now: Date): string {
  return write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.propose(person, meeting))
    requireComing(meeting)
    const party = partySeatedFor(person, meeting, tx)
    authorize(party !== undefined)
    if (words.visibility === 'internal' && party.kind !== 'department') {
      throw new Refused('proposalNotInternal', undefined, 'visibility')
    }
    if (words.visibility === 'own' && party.kind === 'department') {
      throw new Refused('ownNeedsProposer', undefined, 'visibility')
    }
    const proposal = { ...words, partyId: party.id, proposerId: person.personId }
    const id = insertProposal(tx, meeting, proposal, now)
    const data = { meeting: meetingId, party: party.id, kind: words.kind, visibility: words.visibility }
    record(
      tx,
      person,
      { kind: 'proposal.made', subject: ['proposal', id], forumId: meeting.forumId, data },
      now,
    )
    return id
  })
}

/** Asked, answered, taken up, passed on, declined or withdrawn: one step on, as PROPOSAL_WAYS allows. */
export function stepProposal(person: Viewer, input: StepInput, now: Date): void {
  const { id, step } = input
  write((tx) => {
    const { proposal, meeting } = findProposal(tx, person, id)
    authorize(mayStep(step, person, proposal))
    if (!PROPOSAL_WAYS[proposal.state].includes(step)) throw new Refused('proposalSettled')
    const text = 'text' in input ? input.text : null
    const state = STATE_AFTER[step]
    const agendaItemId = step === 'accepted' ? takeUp(tx, person, proposal, meeting, now) : null
    const passedToForumId = input.step === 'passed_on' ? passOn(tx, person, proposal, input, now) : null
    const settledAt = isSettled(state) ? now : null
    tx.update(proposals)
      .set({ state, agendaItemId, passedToForumId, settledAt, version: proposal.version + 1 })
      .where(eq(proposals.id, id))
      .run()
    tx.insert(proposalSteps)
      .values({ id: newId(), proposalId: id, kind: step, text, takenAt: now, takenById: person.personId })
      .run()
    if (TOLD_BY_MAIL.has(step)) tellProposer(tx, proposal, step, now)
    const data = { meeting: meeting.id, item: agendaItemId, passedTo: passedToForumId }
    record(
      tx,
      person,
      { kind: `proposal.${step}`, subject: ['proposal', id], forumId: proposal.forumId, data },
      now,
    )
  })
}

/** What the coordinators do with it. */
const TOLD_BY_MAIL: ReadonlySet<ProposalStep> = new Set(['asked', 'accepted', 'passed_on', 'declined'])

function tellProposer(tx: Transaction, { id, proposerId }: Proposal, step: ProposalStep, now: Date): void {
  const to = tx
    .select({ personId: people.id, locale: people.locale })
    .from(people)
    .where(and(eq(people.id, proposerId), isNull(people.deactivatedAt)))
    .get()
  if (to) post(tx, { kind: 'proposal_answered', to, payload: { proposalId: id, step } }, now)
}

function takeUp(tx: Transaction, person: Viewer, proposal: Proposal, meeting: Meeting, now: Date): string {
  requireComing(meeting)
  const { title, kind, minutes, description, visibility, partyId: proposerPartyId } = proposal
  const item = addItem(
    tx,
    person,
    meeting,
    { title, kind, minutes, description, visibility, proposerPartyId },
    now,
  )
  bringToAgenda(tx, proposal.id, item.id)
  record(tx, person, itemAdded(meeting, item), now)
  return item.id
}

/** A proposal at the other forum's next meeting, with the words it had and why it comes; returns that forum's id. */
function passOn(
  tx: Transaction,
  person: Viewer,
  proposal: Proposal,
  { text, forumId }: { text: string; forumId: string },
  now: Date,
): string {
  if (forumId === proposal.forumId) throw new Refused('unknown', undefined, 'forumId')
  const next = findComingMeeting(tx, person, forumId, today(now))
  if (!next) throw new Refused('noComingMeeting', undefined, 'forumId')
  const { title, kind, minutes, visibility, partyId, proposerId } = proposal
  const description = [proposal.description, text].filter(Boolean).join('\n\n')
  const passed = { title, description, kind, minutes, visibility, partyId, proposerId }
  bringToProposal(tx, proposal.id, insertProposal(tx, next, passed, now))
  return forumId
}

/** For another command: a topic at the forum's next meeting, from the team itself. Throws Refused where none is planned. */
export function proposeForTeam(
  tx: Transaction,
  person: Viewer,
  { forumId, title, description }: { forumId: string; title: string; description: string },
  now: Date,
): string {
  authorize(can.conveneMeetings(person))
  const next = findComingMeeting(tx, person, forumId, today(now))
  if (!next) throw new Refused('noComingMeeting', undefined, 'forumId')
  const { partyId, personId: proposerId } = person
  const words = { title, description, kind: 'discussion', visibility: 'forum' } as const
  const id = insertProposal(tx, next, { ...words, partyId, proposerId }, now)
  const data = { meeting: next.id, party: partyId, kind: words.kind, visibility: words.visibility }
  record(tx, person, { kind: 'proposal.made', subject: ['proposal', id], forumId, data }, now)
  return id
}

type NewProposal = Omit<typeof proposals.$inferInsert, 'id' | 'forumId' | 'meetingId' | 'late' | 'proposedAt'>

function insertProposal(tx: Transaction, meeting: Meeting, proposal: NewProposal, now: Date): string {
  const id = newId()
  const { id: meetingId, forumId } = meeting
  const late = isLate(meeting, today(now))
  tx.insert(proposals)
    .values({ ...proposal, id, forumId, meetingId, late, proposedAt: now })
    .run()
  return id
}

function requireComing({ state }: Meeting): void {
  if (!isBeforeHeld(state)) throw new Refused(`proposalTo_${state}`)
}
