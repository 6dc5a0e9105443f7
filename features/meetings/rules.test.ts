import { describe, expect, test } from 'vitest'
import { MEETING_STATES } from '@/db/schema'
import { dateDoubts, isBeforeHeld, MEETING_STEPS, mayBecome } from './rules'

describe('states', () => {
  test('what is closed or cancelled stays so', () => {
    expect(MEETING_STEPS.closed).toEqual([])
    expect(MEETING_STEPS.cancelled).toEqual([])
  })

  test('a meeting can be cancelled exactly until it was held', () => {
    const cancellable = MEETING_STATES.filter((state) => mayBecome(state, 'cancelled'))
    expect(cancellable).toEqual(MEETING_STATES.filter(isBeforeHeld))
  })

  test('every state can be reached from planned', () => {
    const reached = new Set<string>(['planned'])
    for (const state of reached) for (const next of MEETING_STEPS[state as 'planned']) reached.add(next)
    expect([...reached].sort()).toEqual([...MEETING_STATES].sort())
  })
})

describe('a date is doubted', () => {
  const TODAY = '2026-11-23'
  test.each([
    ['2026-11-24', []],
    ['2026-11-23', []],
    ['2026-11-22', ['meetingInPast']],
    ['2026-11-28', ['meetingOnClosedDay']],
    ['2026-12-24', ['meetingOnClosedDay']],
    ['2027-02-16', ['meetingInQuietWeek']],
    ['2027-02-21', ['meetingOnClosedDay', 'meetingInQuietWeek']],
    ['2027-07-14', ['meetingInQuietWeek']],
    ['2028-11-23', []],
    ['2028-11-24', ['meetingFarAway']],
  ])('%s: %j', (date, doubts) => {
    expect(dateDoubts(date, TODAY)).toEqual(doubts)
  })
})
