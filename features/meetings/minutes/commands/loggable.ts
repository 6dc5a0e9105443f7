import { Refused } from '@/lib/errors'
import type { Meeting } from '../../queries'
import { canBeLogged } from '../../rules'

/** Until the minutes are approved the log is open; afterwards a new version corrects them. */
export function requireLoggable({ state }: Pick<Meeting, 'state'>): void {
  if (!canBeLogged(state)) throw new Refused(`meetingIs_${state}`)
}
