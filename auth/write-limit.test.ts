import { expect, test, vi } from 'vitest'
import { isWritingTooFast } from './write-limit'

test('a person may save so often a minute, whatever others do', async () => {
  vi.stubEnv('WRITES_A_MINUTE', '3')
  const presses = async (person: string, times: number) => {
    const answers: boolean[] = []
    for (let press = 0; press < times; press++) answers.push(await isWritingTooFast(person))
    return answers
  }
  expect(await presses('mette', 4)).toEqual([false, false, false, true])
  expect(await presses('jonas', 3)).toEqual([false, false, false])
})
