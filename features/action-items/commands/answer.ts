import { revokeSignedLinks } from '@/auth/signed-links'
import { type PlainDate, today } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { findResponsible } from '../queries/responsible'
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

type HandingOver = ActionItemStamp & { personId: string; text: string }
/** To a colleague who acts for the same party. The due date stays, and who gave the item is told. */
export function handOverActionItem(
  person: Viewer,
  { personId, text, ...stamp }: HandingOver,
  now: Date,
): void {
  takeStep(person, 'handed_over', stamp, now, (item, tx) => {
    const { responsiblePartyId: partyId, responsiblePersonId: personBefore } = item
    if (!findResponsible(tx, { partyId, personId }, today(now))) {
      throw new Refused('unknown', undefined, 'personId')
    }
    if (personId === personBefore) throw new Refused('sameResponsible', undefined, 'personId')
    for (const purpose of ['action_item.accept', 'action_item.answer']) {
      revokeSignedLinks(tx, { purpose, subjectId: item.id }, now)
    }
    return { set: { responsiblePersonId: personId }, step: { text, personBefore, personAfter: personId } }
  })
}
