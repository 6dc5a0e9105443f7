import { type PlainDate, today } from '@/lib/dates'
import { Question, Refused } from '@/lib/errors'
import { formatDate } from '@/lib/format'
import type { Viewer } from '@/policy'
import { dueDoubts } from '../rules'
import type { ActionItemStamp } from './load'
import { takeStep } from './take-step'

/** Asks about a date in the past, far away or on a closed day, once for each doubt not yet answered with yes. */
export function askAboutDueDate(person: Viewer, dueOn: PlainDate, confirmed: string[], now: Date): void {
  const doubt = dueDoubts(dueOn, today(now)).find(({ code }) => !confirmed.includes(code))
  if (!doubt) return
  const written = (date: PlainDate) => formatDate(date, person.locale, 'full')
  const values = { due: written(dueOn) }
  if (!('workingDay' in doubt)) throw new Question('dueOn', doubt.code, values)
  throw new Question('dueOn', doubt.code, { ...values, workingDay: written(doubt.workingDay) })
}

type WantedDate = ActionItemStamp & { dueOn: PlainDate; reason: string; confirm: string[] }

/** The date stands until the coordinator has answered. */
export function askNewDueDate(person: Viewer, { dueOn, reason, confirm, ...stamp }: WantedDate, now: Date) {
  takeStep(person, 'date_asked', stamp, now, (item) => {
    if (dueOn === item.dueOn) throw new Refused('sameDueDate', undefined, 'dueOn')
    askAboutDueDate(person, dueOn, confirm, now)
    return { set: { askedDueOn: dueOn }, step: { text: reason, dueBefore: item.dueOn, dueAfter: dueOn } }
  })
}

type DateAnswer = ActionItemStamp & { answer: 'grant' | 'keep'; text: string }

/** Keeping the date is a no, and a no carries a reason. */
export function answerDueDate(person: Viewer, { answer, text, ...stamp }: DateAnswer, now: Date): void {
  takeStep(person, answer === 'grant' ? 'date_moved' : 'date_kept', stamp, now, ({ dueOn, askedDueOn }) => {
    if (askedDueOn === null) throw new Refused('noDateAsked')
    return {
      set: { askedDueOn: null, dueOn: answer === 'grant' ? askedDueOn : dueOn },
      step: { text, dueBefore: dueOn, dueAfter: answer === 'grant' ? askedDueOn : dueOn },
    }
  })
}

type MovedDate = ActionItemStamp & { dueOn: PlainDate; text: string; confirm: string[] }

/** The coordinator sets another date unasked; a date that was asked for is thereby answered. */
export function moveDueDate(person: Viewer, { dueOn, text, confirm, ...stamp }: MovedDate, now: Date): void {
  takeStep(person, 'date_moved', stamp, now, (item) => {
    if (dueOn === item.dueOn) throw new Refused('sameDueDate', undefined, 'dueOn')
    askAboutDueDate(person, dueOn, confirm, now)
    return { set: { askedDueOn: null, dueOn }, step: { text, dueBefore: item.dueOn, dueAfter: dueOn } }
  })
}
