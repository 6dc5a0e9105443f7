import type { PlainDate } from '@/lib/dates'
import type { Viewer } from '@/policy'
import type { ActionItemStamp } from './load'
import { takeStep } from './take-step'

/** The responsible party takes it on. */
export function acceptActionItem(person: Viewer, input: ActionItemStamp, now: Date): void {
  takeStep(person, 'accepted', input, now)
}

type Waiting = ActionItemStamp & { waitingOn: string; until?: PlainDate }

export function waitActionItem(person: Viewer, { waitingOn, until, ...stamp }: Waiting, now: Date): void {
  takeStep(person, 'waiting', stamp, now, () => ({
    set: { waitingOn, waitingUntil: until },
    step: { text: waitingOn, dueAfter: until },
  }))
}

export function resumeActionItem(person: Viewer, input: ActionItemStamp, now: Date): void {
  takeStep(person, 'resumed', input, now)
}

type Evidence = ActionItemStamp & { evidence: string; link: string }

export function reportDone(person: Viewer, { evidence, link, ...stamp }: Evidence, now: Date): void {
  takeStep(person, 'reported_done', stamp, now, () => ({ step: { text: evidence, link: link || null } }))
}

type Reasoned = ActionItemStamp & { reason: string }

/** "Not ours": back to the coordinator, who finds another or cancels. */
export function refuseActionItem(person: Viewer, { reason, ...stamp }: Reasoned, now: Date): void {
  takeStep(person, 'refused', stamp, now, () => ({ step: { text: reason } }))
}
