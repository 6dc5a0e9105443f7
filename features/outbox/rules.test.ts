import { describe, expect, test } from 'vitest'
import { MAIL_STATES } from '@/db/schema'
import { da } from '@/i18n/da'
import {
  doubtAboutSendingAgain,
  isTooOld,
  leavesAt,
  MAIL_KINDS,
  mayBeRead,
  nextAttempt,
  outboxAddress,
  PROBLEMS,
} from './rules'

const WRITTEN = new Date('2026-11-23T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The attempts a mail gets that nobody ever takes, in minutes after it was written. */
function attempts(first: Date): number[] {
  const at: number[] = []
  for (let now: Date | null = first; now; now = nextAttempt({ attempts: at.length, createdAt: WRITTEN }, now))
    at.push((now.getTime() - WRITTEN.getTime()) / MINUTE)
  return at
}

describe('what is not taken is tried again', () => {
  test('after 1, 5, 15 and 60 minutes, then every fourth hour', () => {
    expect(attempts(WRITTEN).slice(0, 7)).toEqual([0, 1, 6, 21, 81, 81 + 240, 81 + 480])
  })

  test('for three days and no longer, grace or not', () => {
    for (const first of [WRITTEN, leavesAt('agenda', WRITTEN)]) {
      const last = attempts(first).at(-1) ?? 0
      expect(last).toBeLessThanOrEqual(72 * 60)
      expect(last).toBeGreaterThan(67 * 60)
    }
  })

  test('and what was written longer ago is not even tried once', () => {
    expect(isTooOld({ createdAt: WRITTEN }, new Date(WRITTEN.getTime() + 72 * HOUR))).toBe(false)
    expect(isTooOld({ createdAt: WRITTEN }, new Date(WRITTEN.getTime() + 72 * HOUR + 1))).toBe(true)
  })
})

test('what goes to many can be taken back for ten minutes; what one person waits for leaves at once', () => {
  expect(leavesAt('agenda', WRITTEN)).toEqual(new Date('2026-11-23T09:10:00Z'))
  expect(leavesAt('minutes', WRITTEN)).toEqual(new Date('2026-11-23T09:10:00Z'))
  expect(leavesAt('sign_in', WRITTEN)).toEqual(WRITTEN)
  expect(leavesAt('invitation', WRITTEN)).toEqual(WRITTEN)
})

test('everything may be read by a coordinator but what signs somebody in', () => {
  expect(['agenda', 'minutes', 'invitation', 'sign_in'].filter(mayBeRead)).toEqual([
    'agenda',
    'minutes',
    'invitation',
  ])
})

test.each([
  ['uncertain', 'noAnswer', 'mailMayArriveTwice'],
  ['failed', 'recipientRefused', 'mailFailedBefore'],
  ['withdrawn', 'regretted', 'mailWasStopped'],
  ['withdrawn', 'unreadable', null],
  ['withdrawn', 'deactivated', null],
  ['waiting', 'deferred', null],
  ['sending', null, null],
  ['sent', null, null],
] as const)('sending again what is %s (%s) asks %s', (state, problem, doubt) => {
  expect(doubtAboutSendingAgain({ state, problem })).toBe(doubt)
})

test('the address names what was chosen and nothing else', () => {
  expect(outboxAddress({ state: undefined })).toBe('/admin/outbox')
  expect(outboxAddress({ state: 'failed', kind: undefined, meeting: 'm1' })).toBe(
    '/admin/outbox?state=failed&meeting=m1',
  )
})

test('every state, kind and problem has its words', () => {
  expect(Object.keys(da.outbox.states)).toEqual([...MAIL_STATES])
  expect(Object.keys(da.outbox.kinds)).toEqual([...MAIL_KINDS])
  expect(Object.keys(da.outbox.problems)).toEqual([...PROBLEMS])
})
