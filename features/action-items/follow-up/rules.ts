import { type News, RUNGS, type Rung } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { addWorkingDays, nextWorkingDay } from '@/lib/working-days'
import type { TakenStep } from '../rules'

/** Until somebody says otherwise on `/me`: what asks something of one at once, the rest once a day. */
export const USUAL = {
  assigned: 'mail',
  returned: 'mail',
  answered: 'digest',
  followed: 'digest',
  rhythm: 'daily',
  hour: 7,
} as const

/** Working days from the due date (R23). */
const WORKING_DAYS: Record<Rung, number> = { before: -3, due: 0, issuer: 2, convener: 7 }

/** The day on which a rung of the ladder is reached; a due date on a closed day counts on the next working day. */
export const rungDay = (rung: Rung, dueOn: PlainDate): PlainDate =>
  rung === 'due' ? nextWorkingDay(dueOn) : addWorkingDays(dueOn, WORKING_DAYS[rung])

/** Due dates later than this are on no rung yet. */
export const farthestDue = (today: PlainDate): PlainDate => addWorkingDays(today, -WORKING_DAYS.before)

/**
 * The highest rung reached today, counting only those that came after the item was given: who got it yesterday with a
 * short date need not be reminded of it today. Null below the first.
 */
export const rungOn = (dueOn: PlainDate, givenOn: PlainDate, today: PlainDate): Rung | null =>
  RUNGS.findLast((rung) => {
    const day = rungDay(rung, dueOn)
    return day <= today && day > givenOn
  }) ?? null

export const isHigher = (rung: Rung, than: Rung): boolean => RUNGS.indexOf(rung) > RUNGS.indexOf(than)

/** Whom a step concerns beside the one who takes it, and as what. */
export const NEWS_OF: Partial<Record<TakenStep, { news: News; to: 'responsible' | 'issuer' }[]>> = {
  reassigned: [{ news: 'assigned', to: 'responsible' }],
  handed_over: [
    { news: 'assigned', to: 'responsible' },
    { news: 'answered', to: 'issuer' },
  ],
  refused: [{ news: 'answered', to: 'issuer' }],
  date_asked: [{ news: 'answered', to: 'issuer' }],
  reported_done: [{ news: 'answered', to: 'issuer' }],
  sent_back: [{ news: 'returned', to: 'responsible' }],
  date_moved: [{ news: 'returned', to: 'responsible' }],
  date_kept: [{ news: 'returned', to: 'responsible' }],
  cancelled: [{ news: 'returned', to: 'responsible' }],
}

/** What those hear who only follow: whose it is, when it is due and how it ended. */
export const FOLLOWED: readonly TakenStep[] = [
  'reassigned',
  'handed_over',
  'date_moved',
  'reported_done',
  'closed',
  'cancelled',
]
