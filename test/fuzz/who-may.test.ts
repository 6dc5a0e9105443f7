import { beforeAll, expect, test } from 'vitest'
import { bombard, prepare } from './bombard'
import { everyWrite } from './writes'

const { writes } = await everyWrite()
const neverDone: string[] = []
let demo: ReturnType<typeof prepare>

beforeAll(() => {
  demo = prepare()
})

test.each(writes)(
  '$name does or refuses whatever comes, and never fails',
  async (target) => {
    const { done, refused } = await bombard(target, demo, demo.mayMuch)
    expect(done + refused).toBeGreaterThan(0)
    if (done === 0) neverDone.push(target.name)
  },
  300_000,
)

test('the inputs reach far: most forms were also done what they ask', () => {
  expect(neverDone.length).toBeLessThan(writes.length / 2)
})

test('no input reached what all objects share', () => {
  expect('polluted' in {}).toBe(false)
})
