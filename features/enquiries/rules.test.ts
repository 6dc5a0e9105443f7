import { expect, test } from 'vitest'
import {
  canReopen,
  expectedAfter,
  expectedAfterWaiting,
  isThirdRefusal,
  partDueOn,
  percentile,
  REOPEN_DAYS,
  stateOfParts,
  turnOf,
  workedDays,
} from './rules'

test('an answer is promised in working days, by kind, past weekends and holidays', () => {
  expect(expectedAfter('question', '2026-11-24')).toBe('2026-12-01')
  expect(expectedAfter('case', '2026-12-18')).toBe('2027-01-06')
})

test('a part is due the working day before the answer, and never in the past', () => {
  expect(partDueOn('2026-12-01', '2026-11-24')).toBe('2026-11-30')
  expect(partDueOn('2026-11-30', '2026-11-24')).toBe('2026-11-27')
  expect(partDueOn('2026-11-24', '2026-11-24')).toBe('2026-11-24')
})

test('while the asker is waited for the clock stands', () => {
  const stopped = { expectedOn: '2026-12-01', stoppedOn: '2026-11-25' }
  expect(expectedAfterWaiting(stopped, '2026-11-30')).toBe('2026-12-04')
  expect(expectedAfterWaiting(stopped, '2026-11-25')).toBe('2026-12-01')
  expect(expectedAfterWaiting({ expectedOn: '2026-12-01', stoppedOn: null }, '2026-12-20')).toBe('2026-12-01')
})

test('an enquiry is where its worst open part is', () => {
  expect(stateOfParts([{ state: 'answered' }, { state: 'routed' }])).toBe('routed')
  expect(stateOfParts([{ state: 'answered' }, { state: 'refused' }])).toBe('with_department')
  expect(stateOfParts([{ state: 'refused' }, { state: 'dropped' }])).toBe('received')
})

test('from the third refusal on it is the coordinator who finds the place', () => {
  const refusals = (count: number) => Array.from({ length: count }, () => ({ state: 'refused' as const }))
  expect([1, 2, 3, 4].map((count) => isThirdRefusal(refusals(count)))).toEqual([false, false, true, true])
})

test('whose turn it is, and since when', () => {
  const [monday, tuesday] = [new Date('2026-11-23T09:00:00Z'), new Date('2026-11-24T09:00:00Z')]
  const enquiry = { state: 'with_department' as const, movedAt: tuesday, stoppedOn: null }
  const part = { party: 'BIF', leads: true, routedAt: monday }
  const open = turnOf(enquiry, [{ ...part, state: 'accepted' }])
  expect(open).toEqual({ of: 'departments', parties: ['BIF'], since: '2026-11-23' })
  const answered = turnOf(enquiry, [{ ...part, state: 'answered' }])
  expect(answered).toEqual({ of: 'lead', parties: ['BIF'], since: '2026-11-24' })
  expect(turnOf({ ...enquiry, state: 'received' }, [{ ...part, state: 'refused' }]).of).toBe('team')
  const waiting = { ...enquiry, state: 'awaiting_asker' as const, stoppedOn: '2026-11-24' }
  expect(turnOf(waiting, [{ ...part, state: 'accepted' }]).of).toBe('asker')
  expect(turnOf({ ...enquiry, state: 'answered' }, []).of).toBe('nobody')
})

test('answer times are working days without those on which the asker was waited for', () => {
  expect(workedDays('2026-11-02', '2026-11-13', [])).toBe(9)
  expect(workedDays('2026-11-02', '2026-11-13', [{ from: '2026-11-04', to: '2026-11-09' }])).toBe(6)
  expect(workedDays('2026-11-05', '2026-11-13', [{ from: '2026-11-04', to: '2026-11-09' }])).toBe(4)
  expect(workedDays('2026-11-02', '2026-11-04', [{ from: '2026-11-05', to: '2026-11-09' }])).toBe(2)
})

test('the median and the ninetieth percentile are values that were measured', () => {
  const ten = [10, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  expect([percentile(ten, 0.5), percentile(ten, 0.9), percentile([4], 0.9)]).toEqual([5, 9, 4])
  expect(percentile([], 0.5)).toBeNull()
})

test('an answer can be taken up again for twenty working days', () => {
  const answered = { state: 'closed' as const, answeredOn: '2026-11-02' }
  expect(REOPEN_DAYS).toBe(20)
  expect(canReopen(answered, '2026-11-30')).toBe(true)
  expect(canReopen(answered, '2026-12-01')).toBe(false)
  expect(canReopen({ state: 'received', answeredOn: '2026-11-02' }, '2026-11-03')).toBe(false)
})
