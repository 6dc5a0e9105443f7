import { expect, test } from 'vitest'
import {
  canReopen,
  expectedAfter,
  expectedAfterWaiting,
  partDueOn,
  REOPEN_DAYS,
  refusalGoesTo,
  stateOfParts,
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

test('the third refusal goes to the coordinator', () => {
  expect([1, 2, 3, 4].map(refusalGoesTo)).toEqual(['lead', 'lead', 'coordinator', 'coordinator'])
})

test('an answer can be taken up again for twenty working days', () => {
  const answered = { state: 'closed' as const, answeredOn: '2026-11-02' }
  expect(REOPEN_DAYS).toBe(20)
  expect(canReopen(answered, '2026-11-30')).toBe(true)
  expect(canReopen(answered, '2026-12-01')).toBe(false)
  expect(canReopen({ state: 'received', answeredOn: '2026-11-02' }, '2026-11-03')).toBe(false)
})
