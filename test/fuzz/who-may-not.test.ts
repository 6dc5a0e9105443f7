import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { contentHash } from '@/test/content-hash'
import { bombard, prepare } from './bombard'
import { everyWrite } from './writes'

const { writes, unwrapped } = await everyWrite()
/** Everybody's own to say, whoever they are (`can.changePreferences`, `can.setAbsence`). */
const OWN = new Set(['changeMailPreferencesAction', 'makeFeedAction', 'setAbsenceAction'])
const saving = writes.filter(({ command, name }) => command && !OWN.has(name))
let demo: ReturnType<typeof prepare>

beforeAll(() => {
  demo = prepare()
})

test('everything a write can reach is wrapped, so that no form is forgotten here', () => {
  expect(unwrapped).toEqual([])
  expect(saving.length).toBeGreaterThan(60)
})

test.each(saving)(
  '$name refuses whatever comes from people who may nothing',
  async (target) => {
    const outcomes = await bombard(target, demo, demo.mayNothing)
    expect(outcomes.done).toBe(0)
    expect(outcomes.refused).toBeGreaterThan(0)
  },
  300_000,
)

test('nothing was changed by any of it', () => {
  expect(contentHash(db().$client)).toBe(demo.untouched)
})
