import { describe, expect, test } from 'vitest'
import { ACTION_ITEM_STATES, type ActionItemState } from '@/db/schema'
import {
  daysLate,
  dueDoubts,
  isPossible,
  nextState,
  STEPS,
  sectionOf,
  type TakenStep,
  visibilityFor,
} from './rules'

/** Design § 3, written out by hand: what may happen to an item in each state, and what it becomes. */
const MAY_BECOME: Record<ActionItemState, Partial<Record<TakenStep, ActionItemState>>> = {
  open: {
    accepted: 'in_progress',
    waiting: 'waiting',
    reported_done: 'reported_done',
    refused: 'refused',
    reassigned: 'open',
    handed_over: 'open',
    cancelled: 'cancelled',
    date_asked: 'open',
    date_moved: 'open',
    date_kept: 'open',
  },
  in_progress: {
    waiting: 'waiting',
    reported_done: 'reported_done',
    refused: 'refused',
    reassigned: 'open',
    handed_over: 'open',
    cancelled: 'cancelled',
    date_asked: 'in_progress',
    date_moved: 'in_progress',
    date_kept: 'in_progress',
  },
  waiting: {
    resumed: 'in_progress',
    reported_done: 'reported_done',
    reassigned: 'open',
    handed_over: 'open',
    cancelled: 'cancelled',
    date_asked: 'waiting',
    date_moved: 'waiting',
    date_kept: 'waiting',
  },
  reported_done: { closed: 'closed', sent_back: 'in_progress', cancelled: 'cancelled' },
  refused: { reassigned: 'open', cancelled: 'cancelled' },
  closed: {},
  cancelled: {},
}

describe('the states are those of the design', () => {
  test.each(ACTION_ITEM_STATES)('from %s', (state) => {
    const possible = (Object.keys(STEPS) as TakenStep[]).filter((step) => isPossible(step, state))
    expect(Object.fromEntries(possible.map((step) => [step, nextState(step, state)]))).toEqual(
      MAY_BECOME[state],
    )
  })
})

describe('lateness is computed from the day one looks', () => {
  const item = { state: 'open' as const, dueOn: '2026-11-20' }

  test.each([
    ['2026-11-19', 0],
    ['2026-11-20', 0],
    ['2026-11-21', 1],
    ['2026-12-01', 11],
  ])('on %s it is %i days late', (today, days) => expect(daysLate(item, today)).toBe(days))

  test.each(['reported_done', 'refused', 'closed', 'cancelled'] as const)(
    'what is %s presses nobody, however old',
    (state) => expect(daysLate({ ...item, state }, '2026-12-01')).toBe(0),
  )
})

describe('an item stands in the list by whose turn it is and how soon', () => {
  test.each([
    ['in_progress', '2026-11-22', 'late'],
    ['in_progress', '2026-11-23', 'thisWeek'],
    ['open', '2026-11-29', 'thisWeek'],
    ['waiting', '2026-11-30', 'later'],
    ['reported_done', '2026-11-01', 'withCoordinator'],
    ['refused', '2026-12-24', 'withCoordinator'],
    ['closed', '2026-12-24', 'settled'],
    ['cancelled', '2026-11-01', 'settled'],
  ] as const)('%s, due %s: %s', (state, dueOn, section) =>
    expect(sectionOf({ state, dueOn }, '2026-11-23')).toBe(section),
  )

  test('the week ends on Sunday, also when one looks on a Sunday', () => {
    expect(sectionOf({ state: 'open', dueOn: '2026-11-29' }, '2026-11-29')).toBe('thisWeek')
    expect(sectionOf({ state: 'open', dueOn: '2026-11-30' }, '2026-11-29')).toBe('later')
  })
})

describe('a due date is doubted', () => {
  test.each([
    ['2026-11-22', [{ code: 'dueInPast' }]],
    ['2026-11-23', []],
    ['2026-11-28', [{ code: 'dueOnClosedDay', workingDay: '2026-11-30' }]],
    ['2026-12-24', [{ code: 'dueOnClosedDay', workingDay: '2026-12-28' }]],
    ['2028-11-23', []],
    ['2028-11-24', [{ code: 'dueFarAway' }]],
    ['2029-01-01', [{ code: 'dueFarAway' }, { code: 'dueOnClosedDay', workingDay: '2029-01-02' }]],
  ])('%s, seen from 23 November 2026', (dueOn, doubts) =>
    expect(dueDoubts(dueOn, '2026-11-23')).toEqual(doubts),
  )
})

test('what an outsider is to do is never internal', () => {
  expect(visibilityFor('housing_organisation', 'internal')).toBe('own')
  expect(visibilityFor('partner', 'internal')).toBe('own')
  expect(visibilityFor('partner', 'forum')).toBe('forum')
  expect(visibilityFor('department', 'internal')).toBe('internal')
})
