import { describe, expect, test } from 'vitest'
import { groupOf, ownPath } from './rules'

describe('after signing in one comes to an address of our own', () => {
  test.each([
    '/',
    '/meetings',
    '/meetings/a-b?when=past&forum=noerrebro',
    '/forums/noerrebro#seats',
    '/a//b',
  ])('%s is kept', (path) => expect(ownPath(path)).toBe(path))

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'meetings',
    '',
    ' /meetings',
    '/\t/evil.example',
    '/\n/evil.example',
    '\\/evil.example',
  ])('%j is not', (path) => expect(ownPath(path)).toBe('/'))

  test('nothing wanted is the front page', () => expect(ownPath(undefined)).toBe('/'))
})

test('a person of the demo stands in one group', () => {
  expect(groupOf({ role: 'coordinator', partyKind: 'department' })).toBe('coordinators')
  expect(groupOf({ role: 'department_lead', partyKind: 'department' })).toBe('departments')
  expect(groupOf({ role: 'housing_organisation', partyKind: 'housing_organisation' })).toBe('organisations')
  expect(groupOf({ role: 'auditor', partyKind: 'department' })).toBe('others')
  expect(groupOf({ role: 'partner', partyKind: 'partner' })).toBe('others')
})
