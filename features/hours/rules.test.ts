import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_RULES } from '@/db/schema'
import {
  divide,
  figuresOf,
  firstDayOf,
  lastDayOf,
  minutesPresent,
  oncePerPerson,
  ruleOn,
  standingOf,
  totalOf,
} from './rules'

const MEETING = { heldOn: '2026-03-05', startsAt: '14:00', durationMinutes: 120 }
const whole = { arrivedAt: null, leftAt: null }
const sum = (parts: Map<unknown, number>) => [...parts.values()].reduce((all, part) => all + part, 0)

describe('the time somebody was present', () => {
  test('runs from their arrival to their leaving, within the meeting', () => {
    expect(minutesPresent(MEETING, whole)).toBe(120)
    expect(minutesPresent(MEETING, { arrivedAt: '14:20', leftAt: null })).toBe(100)
    expect(minutesPresent(MEETING, { arrivedAt: '14:20', leftAt: '15:01' })).toBe(41)
    expect(minutesPresent(MEETING, { arrivedAt: '13:30', leftAt: '17:00' })).toBe(120)
    expect(minutesPresent(MEETING, { arrivedAt: '16:30', leftAt: null })).toBe(0)
  })

  test('over the clock change is what the clock on the wall does not say', () => {
    const spring = { heldOn: '2026-03-29', startsAt: '01:30', durationMinutes: 120 }
    expect(minutesPresent(spring, { arrivedAt: null, leftAt: '03:30' })).toBe(60)
    const autumn = { heldOn: '2026-10-25', startsAt: '01:30', durationMinutes: 180 }
    expect(minutesPresent(autumn, { arrivedAt: '03:30', leftAt: null })).toBe(0)
  })
})

describe('hours divided between plans', () => {
  test('go to the plan an item names, and the rest equally to those active in the area', () => {
    const items = [
      { minutes: 30, planId: 'puls' },
      { minutes: 60, planId: null },
    ]
    expect(divide(90, items, ['puls', 'nv'])).toEqual(
      new Map([
        ['puls', 60],
        ['nv', 30],
      ]),
    )
    expect(divide(90, items, [])).toEqual(
      new Map<string | null, number>([
        [null, 60],
        ['puls', 30],
      ]),
    )
    expect(divide(100, [], ['a', 'b', 'c'])).toEqual(
      new Map([
        ['a', 34],
        ['b', 33],
        ['c', 33],
      ]),
    )
    expect(divide(100, [], [])).toEqual(new Map([[null, 100]]))
  })

  test('go by the rule of the forum', () => {
    const items = [
      { minutes: 30, planId: 'puls' },
      { minutes: 60, planId: null },
    ]
    expect(divide(90, items, ['puls', 'nv'], 'equal')).toEqual(
      new Map([
        ['nv', 45],
        ['puls', 45],
      ]),
    )
    expect(divide(90, items, ['puls', 'nv'], 'named_only')).toEqual(
      new Map<string | null, number>([
        ['puls', 30],
        [null, 60],
      ]),
    )
    expect(divide(90, [], ['puls'], 'named_only')).toEqual(new Map([[null, 90]]))
  })

  test('go by the rule of the day: the newest that had begun', () => {
    const rules = [
      { fromOn: '2026-07-01', rule: 'named_only' as const },
      { fromOn: '2026-01-01', rule: 'equal' as const },
    ]
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => ruleOn(rules, day))).toEqual(
      ['named_then_equal', 'equal', 'equal', 'named_only'],
    )
  })

  test('always make up the whole to the minute', () => {
    const planId = fc.option(fc.constantFrom('a', 'b', 'c', 'd'))
    const items = fc.array(fc.record({ minutes: fc.nat(240), planId }), { maxLength: 12 })
    const active = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'e', 'f'))
    const rule = fc.constantFrom(...HOUR_RULES)
    fc.assert(
      fc.property(fc.nat(100_000), items, active, rule, (minutes, agenda, plans, by) => {
        const parts = divide(minutes, agenda, plans, by)
        expect(sum(parts)).toBe(minutes)
        expect([...parts.values()].every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
      }),
    )
  })

  test('by any cut of any meetings, under any rules, are the sum of all minutes given', () => {
    const planId = fc.option(fc.constantFrom('a', 'b', 'c'))
    const meeting = fc.record({
      partyId: fc.constantFrom('bif', 'buf', 'sof'),
      quarter: fc.integer({ min: 1, max: 4 }),
      minutes: fc.nat(2000),
      items: fc.array(fc.record({ minutes: fc.nat(120), planId }), { maxLength: 6 }),
      active: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
      rule: fc.constantFrom(...HOUR_RULES),
    })
    const cut = fc.subarray(['planId', 'partyId', 'quarter'] as const)
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 20 }), cut, (meetings, keys) => {
        const rows = meetings.flatMap(({ minutes, items, active, rule, ...of }) =>
          [...divide(minutes, items, active, rule)].map(([plan, part]) => ({
            ...of,
            planId: plan,
            minutes: part,
          })),
        )
        const cuts = Map.groupBy(rows, (row) => keys.map((key) => row[key]).join())
        const added = [...cuts.values()].map((own) => ({ minutes: totalOf(own) }))
        expect(totalOf(added)).toBe(totalOf(meetings))
      }),
    )
  })
})

describe('who sat on two seats', () => {
  const seat = (id: string, more: object) => ({
    id,
    name: id,
    personId: id,
    status: 'present' as const,
    deputyName: null,
    minutes: 60,
    ...more,
  })
  const ids = (...seats: ReturnType<typeof seat>[]) => oncePerPerson(seats).map(({ id }) => id)

  test('counts once, on the seat with most minutes, of even ones the first', () => {
    expect(ids(seat('a', { personId: 'x' }), seat('b', { personId: 'x', minutes: 90 }))).toEqual(['b'])
    expect(ids(seat('b', { personId: 'x' }), seat('a', { personId: 'x' }))).toEqual(['a'])
    expect(ids(seat('a', {}), seat('b', {}))).toEqual(['a', 'b'])
  })

  test('as a deputy counts once beside the own seat, and once for two seats stood in for', () => {
    const louise = seat('a', { name: 'Louise Damsbo' })
    const standsIn = { status: 'deputy' as const, deputyName: 'Louise Damsbo', minutes: 30 }
    expect(ids(louise, seat('b', standsIn))).toEqual(['a'])
    expect(ids(seat('b', standsIn), seat('c', standsIn))).toEqual(['b'])
    expect(ids(louise, seat('b', { ...standsIn, deputyName: 'Mikkel Aaby' }))).toEqual(['a', 'b'])
  })

  test('and whom a deputy stands in for may be there on another seat', () => {
    const deputy = seat('b', { personId: 'x', status: 'deputy', deputyName: 'Mikkel Aaby' })
    expect(ids(seat('a', { personId: 'x' }), deputy)).toEqual(['a', 'b'])
  })
})

test('a quarter has its first and its last day', () => {
  expect([1, 2, 3, 4].map((quarter) => firstDayOf({ year: 2028, quarter }))).toEqual([
    '2028-01-01',
    '2028-04-01',
    '2028-07-01',
    '2028-10-01',
  ])
  expect([1, 2, 3, 4].map((quarter) => lastDayOf({ year: 2028, quarter }))).toEqual([
    '2028-03-31',
    '2028-06-30',
    '2028-09-30',
    '2028-12-31',
  ])
})

test('what is confirmed stands to what is computed today as confirmed, corrected or moved', () => {
  const of = (computed: number, confirmed: { minutes: number; computed: number } | null) =>
    standingOf({ computed, confirmed })
  expect(of(60, null)).toBe('open')
  expect(of(60, { minutes: 60, computed: 60 })).toBe('confirmed')
  expect(of(60, { minutes: 90, computed: 60 })).toBe('corrected')
  expect(of(75, { minutes: 60, computed: 60 })).toBe('moved')
  // The department knew better, and the attendance was mended to say so too.
  expect(of(90, { minutes: 90, computed: 60 })).toBe('confirmed')
})

test('one department’s hours never make up for the promise of another', () => {
  const figures = figuresOf([
    { promised: { minutes: 60 }, computed: 0, confirmed: null },
    { promised: null, computed: 120, confirmed: { minutes: 150, computed: 120 } },
  ])
  expect(figures).toEqual({ promised: 60, computed: 120, kept: 0, confirmed: 150 })
  expect(figuresOf([]).promised).toBeNull()
})
