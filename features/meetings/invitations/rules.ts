import type { RsvpAnswer } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { addWorkingDays } from '@/lib/working-days'

/** How sure one can be of a party before a meeting. */
export type Coverage = 'coming' | 'silent' | 'nobody'

/** One who comes, in part or by deputy, is enough; only when everybody has said no does nobody come. */
export function coverageOf(answers: readonly (RsvpAnswer | null)[]): Coverage {
  if (answers.some((answer) => answer !== null && answer !== 'nobody')) return 'coming'
  return answers.includes(null) ? 'silent' : 'nobody'
}

const REMIND_WORKING_DAYS = 3

/** The last day whose meetings one is reminded of today. */
export const remindUntil = (today: PlainDate): PlainDate => addWorkingDays(today, REMIND_WORKING_DAYS)
