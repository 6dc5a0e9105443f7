import { revokeSignedLinks } from '@/auth/signed-links'
import type { PlainDate } from '@/lib/dates'
import { today } from '@/lib/dates'
import { Question, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { findResponsible } from '../queries/responsible'
import { visibilityFor } from '../rules'
import { askAboutDueDate } from './due-date'
import type { ActionItemStamp } from './load'
import { takeStep } from './take-step'

type Reasoned = ActionItemStamp & { reason: string }

/** Only the coordinator closes: what was reported done is done. */
export function confirmActionItem(person: Viewer, input: ActionItemStamp, now: Date): void {
  takeStep(person, 'closed', input, now)
}

export function sendBack(person: Viewer, { reason, ...stamp }: Reasoned, now: Date): void {
  takeStep(person, 'sent_back', stamp, now, () => ({ step: { text: reason } }))
}

export function cancelActionItem(person: Viewer, { reason, ...stamp }: Reasoned, now: Date): void {
  takeStep(person, 'cancelled', stamp, now, () => ({ step: { text: reason } }))
}

type NewResponsible = ActionItemStamp & {
  partyId: string
  personId: string
  dueOn: PlainDate
  text: string
  confirm: string[]
}

/** To another person or party, with a date they can meet. Giving an internal item to an outsider shares it, so that asks first. */
export function reassignActionItem(person: Viewer, input: NewResponsible, now: Date): void {
  const { partyId, personId, dueOn, text, confirm, ...stamp } = input
  takeStep(person, 'reassigned', stamp, now, (item, tx) => {
    const next = findResponsible(tx, { partyId, personId }, today(now))
    if (!next) throw new Refused('unknown', undefined, 'responsible')
    const same = partyId === item.responsiblePartyId && personId === item.responsiblePersonId
    if (same && item.state !== 'refused') throw new Refused('sameResponsible', undefined, 'responsible')

    const visibility = visibilityFor(next.partyKind, item.visibility)
    if (visibility !== item.visibility && !confirm.includes('sharesInternal')) {
      throw new Question('responsible', 'sharesInternal', { party: next.party })
    }
    if (dueOn !== item.dueOn) askAboutDueDate(person, dueOn, confirm, now)
    for (const purpose of ['action_item.accept', 'action_item.answer']) {
      revokeSignedLinks(tx, { purpose, subjectId: item.id }, now)
    }
    return {
      set: {
        responsiblePartyId: partyId,
        responsiblePersonId: personId,
        visibility,
        dueOn,
        askedDueOn: null,
      },
      step: {
        text,
        dueBefore: item.dueOn,
        dueAfter: dueOn,
        partyBefore: item.responsiblePartyId,
        partyAfter: partyId,
      },
    }
  })
}
