import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divide, minutesPresent } from './rules'

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

  test('always make up the whole to the minute', () => {
    const planId = fc.option(fc.constantFrom('a', 'b', 'c', 'd'))
    const items = fc.array(fc.record({ minutes: fc.nat(240), planId }), { maxLength: 12 })
    const active = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'e', 'f'))
    fc.assert(
      fc.property(fc.nat(100_000), items, active, (minutes, agenda, plans) => {
        const parts = divide(minutes, agenda, plans)
        expect(sum(parts)).toBe(minutes)
        expect([...parts.values()].every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
      }),
    )
  })
})
