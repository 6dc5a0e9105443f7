import { describe, expect, test } from 'vitest'
import { agendaStateOf, greetingAt, isOnTime, isUrgent, missedInARow, needOf, presenceOf } from './rules'

describe('how a party was there', () => {
  test('is the best any of its people did', () => {
    expect(presenceOf(['absent', 'present', 'apology'])).toBe('present')
    expect(presenceOf(['absent', 'deputy'])).toBe('deputy')
    expect(presenceOf(['absent', 'apology'])).toBe('apology')
    expect(presenceOf(['absent', null])).toBe('absent')
  })

  test('is unknown when nobody was invited or nothing was set', () => {
    expect(presenceOf([])).toBeNull()
    expect(presenceOf([null])).toBeNull()
  })

  test.each([
    [['present', 'absent', 'apology', 'absent'], 3],
    [['absent', 'absent', 'absent', 'deputy'], 0],
    [['absent', 'apology'], 2],
    [['present', null, 'absent'], 1],
    [[], 0],
  ] as const)('%j: missed in a row %i', (marks, missed) => expect(missedInARow([...marks])).toBe(missed))
})

describe('on time is by the Copenhagen clock', () => {
  test.each([
    ['2026-11-20', '2026-11-20T22:59:59Z', true], // 23.59 in winter
    ['2026-11-20', '2026-11-20T23:00:00Z', false], // midnight
    ['2026-07-10', '2026-07-10T21:59:59Z', true], // 23.59 in summer
    ['2026-07-10', '2026-07-10T22:00:00Z', false],
    ['2026-07-10', '2026-07-09T23:30:00Z', true],
    ['2026-07-10', '2026-07-11T08:00:00Z', false],
  ])('due %s, done %s: %s', (dueOn, doneAt, onTime) =>
    expect(isOnTime({ dueOn, doneAt: new Date(doneAt) })).toBe(onTime),
  )
})

describe('what a meeting asks of its convener', () => {
  const today = '2026-11-23'
  const meeting = { heldOn: '2026-11-30', minutesState: null, reviewUntil: null }

  test('an agenda, when it is within two weeks and not sent', () => {
    expect(needOf({ ...meeting, state: 'planned' }, today)).toBe('agenda')
    expect(needOf({ ...meeting, state: 'announced' }, today)).toBe('agenda')
    expect(needOf({ ...meeting, state: 'agenda_sent' }, today)).toBeNull()
    expect(needOf({ ...meeting, state: 'planned', heldOn: '2026-12-07' }, today)).toBe('agenda')
    expect(needOf({ ...meeting, state: 'planned', heldOn: '2026-12-08' }, today)).toBeNull()
  })

  test('a log, when its day has passed and nobody wrote what happened', () => {
    expect(needOf({ ...meeting, state: 'agenda_sent', heldOn: '2026-11-22' }, today)).toBe('log')
    expect(needOf({ ...meeting, state: 'agenda_sent', heldOn: today }, today)).toBeNull()
  })

  test('minutes, until they are sent; an approval, when the review is over', () => {
    const held = { ...meeting, state: 'held' as const, heldOn: '2026-11-10' }
    expect(needOf(held, today)).toBe('minutes')
    expect(needOf({ ...held, minutesState: 'drafting' }, today)).toBe('minutes')
    expect(needOf({ ...held, minutesState: 'in_review', reviewUntil: today }, today)).toBeNull()
    expect(needOf({ ...held, minutesState: 'in_review', reviewUntil: '2026-11-22' }, today)).toBe('approve')
    expect(needOf({ ...held, minutesState: 'approved' }, today)).toBeNull()
  })

  test('nothing once it is closed or cancelled', () => {
    expect(needOf({ ...meeting, state: 'closed', heldOn: '2026-11-10' }, today)).toBeNull()
    expect(needOf({ ...meeting, state: 'cancelled', heldOn: '2026-11-10' }, today)).toBeNull()
  })

  test('and urgently, three days before the meeting or a week after it', () => {
    expect(isUrgent('agenda', '2026-11-26', today)).toBe(true)
    expect(isUrgent('agenda', '2026-11-27', today)).toBe(false)
    expect(isUrgent('minutes', '2026-11-16', today)).toBe(true)
    expect(isUrgent('minutes', '2026-11-17', today)).toBe(false)
  })
})

test('an agenda is sent, a draft, or not begun', () => {
  expect(agendaStateOf({ agendaSentAt: new Date(), items: 3 })).toBe('sent')
  expect(agendaStateOf({ agendaSentAt: null, items: 3 })).toBe('draft')
  expect(agendaStateOf({ agendaSentAt: null, items: 0 })).toBe('none')
})

test.each([
  ['04:59', 'evening'],
  ['05:00', 'morning'],
  ['09:59', 'morning'],
  ['10:00', 'forenoon'],
  ['12:00', 'afternoon'],
  ['17:59', 'afternoon'],
  ['18:00', 'evening'],
])('at %s one says good %s', (time, greeting) => expect(greetingAt(time)).toBe(greeting))
