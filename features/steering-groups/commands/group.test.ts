import { beforeEach, expect, test } from 'vitest'
import { listReplacedGroups } from '@/features/forums/queries/record'
import { Conflict, NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { listPlans, listSteeringGroups } from '../queries/administration'
import { addSteeringGroup, changeSteeringGroup } from './group'

beforeEach(() => {
  demoDatabase()
})

const mette = () => viewerOf('Mette Holm')
const words = (group: ReturnType<typeof listSteeringGroups>[number]) => {
  const { plan: _, area: __, successor: ___, ...rest } = group
  return { ...rest, confirm: [] }
}
const UNKNOWN = {
  meetingsAYear: null,
  municipalPeople: null,
  minutesAYear: null,
  baselineSource: '',
  baselineEstimated: false,
}
const first = () => {
  const [group] = listSteeringGroups(mette())
  if (!group) throw new Error('There is no steering group.')
  return words(group)
}

test('an old group is added to its plan and stands on the page of the forum that replaced it', () => {
  const [plan] = listPlans(mette())
  const group = {
    planId: plan?.id ?? '',
    name: 'Styregruppen, som ingen huskede',
    endedOn: '2011-12-31',
    successorForumId: forumId('noerrebro'),
    source: 'Fortalt på møde',
    ...UNKNOWN,
  }
  addSteeringGroup(mette(), group, DEMO_NOW)
  const named = listReplacedGroups(mette(), forumId('noerrebro')).map(({ name }) => name)
  expect(named).toContain('Styregruppen, som ingen huskede')
  expect(() => addSteeringGroup(mette(), group, DEMO_NOW)).toThrow('nameTaken')
  expect(() => addSteeringGroup(mette(), { ...group, name: 'x', planId: 'unknown' }, DEMO_NOW)).toThrow(
    NotFound,
  )
})

test('a group can be given another successor, one that exists', () => {
  changeSteeringGroup(mette(), { ...first(), successorForumId: null }, DEMO_NOW)
  expect(first().successorForumId).toBeNull()
  expect(() => changeSteeringGroup(mette(), { ...first(), successorForumId: 'unknown' }, DEMO_NOW)).toThrow(
    NotFound,
  )
})

test('two people do not overwrite each other', () => {
  const read = first()
  changeSteeringGroup(mette(), { ...read, source: 'Arkivet' }, DEMO_NOW)
  expect(() =>
    changeSteeringGroup(viewerOf('Jonas Friis'), { ...read, source: 'Hukommelsen' }, DEMO_NOW),
  ).toThrow(Conflict)
})

test.each(['Karen Lund', 'Pia Storm', 'Ruth Vind'])('%s does not administer the old groups', (name) => {
  expect(() => listSteeringGroups(viewerOf(name))).toThrow(NotFound)
  expect(() => changeSteeringGroup(viewerOf(name), first(), DEMO_NOW)).toThrow('notAllowed')
})
