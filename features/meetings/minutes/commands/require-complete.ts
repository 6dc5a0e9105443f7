import type { Transaction } from '@/db/open'
import { Refused } from '@/lib/errors'
import { formatList } from '@/lib/format'
import type { Viewer } from '@/policy'
import { closingGaps } from '../../rules'
import { readGaps } from '../queries/gaps'

/** Throws Refused with the names of what is missing, all of it at once, unless a reason overrules it; true when one did. */
export function requireComplete(
  tx: Transaction,
  person: Viewer,
  meetingId: string,
  overruleReason: string,
): boolean {
  const { attendance, items } = readGaps(tx, meetingId)
  const gaps = closingGaps({
    unsetAttendance: attendance.length,
    pendingItems: items.length,
    minutesApproved: true,
  })
  if (gaps.length === 0) return false
  if (overruleReason) return true
  const who = formatList(
    attendance.map(({ name }) => name),
    person.locale,
  )
  const which = formatList(
    items.map(({ number }) => number),
    person.locale,
  )
  if (gaps.length > 1) throw new Refused('attendanceAndOutcomesMissing', { who, which })
  if (gaps.includes('attendance')) throw new Refused('attendanceMissing', { who })
  throw new Refused('outcomesMissing', { which })
}
