import { beforeAll, describe, expect, test } from 'vitest'
import type { ActionItemState } from '@/db/schema'
import { demoDatabase, forumId, viewerOf } from '@/test/demo'
import type { ActionItemDetail } from '../queries/detail'
import { offeredSteps } from './offered-steps'

beforeAll(() => {
  demoDatabase()
})

const itemOf = (name: string, state: ActionItemState, askedDueOn: string | null = null) => {
  const { partyId, personId } = viewerOf(name)
  return {
    forumId: forumId('noerrebro'),
    agreedOn: '2026-11-01',
    responsiblePartyId: partyId,
    responsiblePersonId: personId,
    visibility: 'forum',
    releasedAt: new Date('2026-11-02T09:00:00Z'),
    state,
    askedDueOn,
  } as ActionItemDetail
}
const offered = (name: string, item: ActionItemDetail, wanted?: string) =>
  offeredSteps(viewerOf(name), item, wanted)

describe('what the page offers', () => {
  test('Søren Bak has the report of his own item open before him', () => {
    expect(offered('Søren Bak', itemOf('Søren Bak', 'open'))).toEqual({
      main: 'reported_done',
      others: ['date_asked', 'accepted', 'waiting', 'handed_over', 'refused'],
      onBehalf: [],
      blocked: [],
    })
  })

  test('the form the address asks for is open instead, when it is his to use', () => {
    const item = itemOf('Søren Bak', 'open')
    expect(offered('Søren Bak', item, 'refused').main).toBe('refused')
    expect(offered('Søren Bak', item, 'closed').main).toBe('reported_done')
    expect(offered('Søren Bak', item, 'nonsense').main).toBe('reported_done')
  })

  test('what he cannot do while he waits stays visible', () => {
    expect(offered('Søren Bak', itemOf('Søren Bak', 'waiting')).blocked).toEqual(['refused'])
  })

  test.each([
    ['reported_done', null, 'closed'],
    ['refused', null, 'reassigned'],
    ['in_progress', '2026-12-18', 'grant'],
    ['in_progress', null, null],
  ] as const)('Mette Holm, item %s, date asked %s: %s', (state, askedDueOn, main) => {
    expect(offered('Mette Holm', itemOf('Søren Bak', state, askedDueOn)).main).toBe(main)
  })

  test('she may answer for BIF, but that is not what she is shown first', () => {
    const { main, onBehalf } = offered('Mette Holm', itemOf('Søren Bak', 'open'))
    expect(main).toBeNull()
    expect(onBehalf).toContain('reported_done')
  })

  test.each(['Pia Storm', 'Line Krogh', 'Ruth Vind'])("%s is offered nothing about BIF's item", (name) => {
    const nothing = { main: null, others: [], onBehalf: [], blocked: [] }
    expect(offered(name, itemOf('Søren Bak', 'open'), 'reported_done')).toEqual(nothing)
  })

  test.each(['closed', 'cancelled'] as const)('nothing is left to do when it is %s', (state) => {
    const nothing = { main: null, others: [], onBehalf: [], blocked: [] }
    expect(offered('Mette Holm', itemOf('Søren Bak', state))).toEqual(nothing)
  })
})
