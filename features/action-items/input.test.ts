import { describe, expect, test } from 'vitest'
import { createInput, dateAnswerInput, evidenceInput, listInput, reassignInput } from './input'

const stamp = { id: 'an-item', version: '3' }
const keysOf = (result: { error?: { issues: unknown[] } }) =>
  (result.error?.issues ?? []).map((issue) => (issue as { params?: { key?: string } }).params?.key)

describe('evidence', () => {
  test('needs a line, not a link', () => {
    const parsed = evidenceInput.safeParse({ ...stamp, evidence: '  Sendt den 20.  ' })
    expect(parsed.data).toEqual({ id: 'an-item', version: 3, evidence: 'Sendt den 20.', link: '' })
    expect(keysOf(evidenceInput.safeParse({ ...stamp, evidence: '   ' }))).toEqual(['required'])
  })

  test.each(['http://example.org', 'javascript:alert(1)', 'example.org', 'data:text/html,hej'])(
    'no link to %s',
    (link) =>
      expect(keysOf(evidenceInput.safeParse({ ...stamp, evidence: 'Sendt', link }))).toEqual(['badLink']),
  )

  test('no personal number (R7)', () =>
    expect(keysOf(evidenceInput.safeParse({ ...stamp, evidence: 'Ring til 010190-1234' }))).toEqual([
      'personalNumber',
    ]))
})

test('keeping a due date needs a reason, granting one does not', () => {
  expect(dateAnswerInput.safeParse({ ...stamp, answer: 'grant' }).success).toBe(true)
  expect(keysOf(dateAnswerInput.safeParse({ ...stamp, answer: 'keep' }))).toEqual(['required'])
})

describe('party and person come as one choice', () => {
  const given = { ...stamp, dueOn: '12.12.2026' }

  test('and go on as two', () =>
    expect(reassignInput.parse({ ...given, responsible: 'bif/soren' })).toMatchObject({
      partyId: 'bif',
      personId: 'soren',
      dueOn: '2026-12-12',
      confirm: [],
    }))

  test.each(['bif', 'bif/', '/soren', 'BIF OR 1=1/x'])('not as %s', (responsible) =>
    expect(keysOf(reassignInput.safeParse({ ...given, responsible }))).toEqual(['unknown']),
  )
})

test('a new item says who may read it', () => {
  const given = { forumId: 'f', title: 'Ring', responsible: 'bif/soren', dueOn: '12.12.2026' }
  expect(createInput.safeParse({ ...given, visibility: 'public' }).success).toBe(false)
  expect(createInput.safeParse({ ...given, visibility: 'internal' }).success).toBe(true)
})

test('what makes no sense in the address of the list is passed over', () =>
  expect(
    listInput.parse({
      scope: 'waiting',
      forum: "' OR 1=1 --",
      state: 'gone',
      late: 'yes',
      party: ['a', 'b'],
    }),
  ).toEqual({ scope: 'waiting' }))
