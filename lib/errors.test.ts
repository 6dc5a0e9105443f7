import { expect, test } from 'vitest'
import { Conflict, ExpectedError, NotFound, Question, Refused } from './errors'

test('each is expected, and says in the log what it is', () => {
  const errors = [
    new NotFound(),
    new Conflict('changed', { field: 'text', theirs: 'deres', theirVersion: 2 }),
    new Refused('agendaEmpty'),
    new Question('date', 'holiday', { day: 'grundlovsdag' }),
  ]
  expect(errors.every((error) => error instanceof ExpectedError && error instanceof Error)).toBe(true)
  expect(errors.map(String)).toEqual([
    'NotFound',
    'Conflict: changed',
    'Refused: agendaEmpty',
    'Question: holiday',
  ])
})
