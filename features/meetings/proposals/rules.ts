import type { MeetingState, PROPOSAL_STEPS, ProposalState } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { can, type Viewer } from '@/policy'

export type ProposalStep = (typeof PROPOSAL_STEPS)[number]

/** Which steps are open in which state; read by commands, screens and tests alike. */
export const PROPOSAL_WAYS: Record<ProposalState, readonly ProposalStep[]> = {
  suggested: ['accepted', 'asked', 'passed_on', 'declined', 'withdrawn'],
  asked_for_more: ['answered', 'accepted', 'passed_on', 'declined', 'withdrawn'],
  on_agenda: [],
  passed_on: [],
  declined: [],
  withdrawn: [],
}

export const isSettled = (state: ProposalState): boolean => PROPOSAL_WAYS[state].length === 0

export const STATE_AFTER: Record<ProposalStep, ProposalState> = {
  asked: 'asked_for_more',
  answered: 'suggested',
  accepted: 'on_agenda',
  passed_on: 'passed_on',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

/** Answering and withdrawing are the proposer's party's, the rest is the coordinators'. */
export const mayStep = (step: ProposalStep, viewer: Viewer, proposal: { partyId: string }): boolean =>
  step === 'answered' || step === 'withdrawn'
    ? can.answerProposal(viewer, proposal)
    : can.conveneMeetings(viewer)

type Deadline = { state: MeetingState; proposalsUntil: PlainDate | null }

/** After the meeting's deadline, or once the agenda is sent: it can only become a supplement. */
export const isLate = ({ state, proposalsUntil }: Deadline, today: PlainDate): boolean =>
  state === 'agenda_sent' || (proposalsUntil !== null && today > proposalsUntil)
