import { describe, expect, test } from 'vitest'
import { listAddress, movePersonInput, newPersonInput } from './input'

const typed = {
  name: 'Anna Berg',
  title: '',
  email: 'anna@example.dk',
  role: 'partner',
  locale: 'da',
  partyId: 'p',
}
const keyOf = (change: object) => {
  const issue = newPersonInput.safeParse({ ...typed, ...change }).error?.issues[0]
  return issue && [issue.path.join('.'), issue.code === 'custom' ? issue.params?.key : issue.code]
}

describe('a person is typed in', () => {
  test('and cleaned: the address in small letters, nothing that cannot be seen', () => {
    const person = { ...typed, name: ' Anna\u200b  Berg ', email: ' Anna@Example.DK ' }
    expect(newPersonInput.parse(person)).toMatchObject({ name: 'Anna Berg', email: 'anna@example.dk' })
  })

  test.each([
    ['no name', { name: ' ' }, ['name', 'required']],
    ['a name too long', { name: 'a'.repeat(121) }, ['name', 'tooLong']],
    ['a CPR number in the title', { title: 'leder 010180-1234' }, ['title', 'personalNumber']],
    ['half a character', { name: 'Anna \ud800' }, ['name', 'brokenText']],
    ['no address', { email: '' }, ['email', 'required']],
    ['half an address', { email: 'anna@example' }, ['email', 'badMail']],
    ['two addresses', { email: 'a@example.dk, b@example.dk' }, ['email', 'badMail']],
    ['a CPR number as address', { email: '010180-1234@example.dk' }, ['email', 'personalNumber']],
    ['a role nobody has', { role: 'boss' }, ['role', 'invalid_value']],
    ['a party that is no id', { partyId: '../x' }, ['partyId', 'unknown']],
  ])('%s is refused at its field', (_, change, key) => expect(keyOf(change)).toEqual(key))
})

test('a move has a day that is one', () => {
  const move = { ...typed, id: 'p', version: '1', seats: 'end' }
  expect(movePersonInput.safeParse({ ...move, movedOn: '31.02.2026' }).success).toBe(false)
  expect(movePersonInput.parse({ ...move, movedOn: '1.12.2026' })).toMatchObject({
    movedOn: '2026-12-01',
    confirm: [],
  })
})

test('what makes no sense in the address of the list narrows nothing', () => {
  expect(
    listAddress.parse({ role: 'boss', state: ['active'], q: ['a', 'b'], party: 'x'.repeat(300) }),
  ).toEqual({
    role: undefined,
    state: undefined,
    q: undefined,
    party: undefined,
  })
})
