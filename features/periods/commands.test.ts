import { beforeEach, expect, test } from 'vitest'
import { Conflict, NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { addPeriod, changePeriod } from './commands'
import { newPeriodInput } from './input'
import { listPeriods } from './queries'

beforeEach(() => {
  demoDatabase()
})

const mette = () => viewerOf('Mette Holm')
const next = { name: '2015-2018', startsOn: '2015-01-01', endsOn: '2018-12-31', source: 'Aftale' }

test('a period follows another, and shares no day with it', () => {
  expect(() => addPeriod(mette(), { ...next, startsOn: '2014-12-31' }, DEMO_NOW)).toThrow('periodsOverlap')
  addPeriod(mette(), next, DEMO_NOW)
  expect(listPeriods(mette()).map(({ name }) => name)).toEqual(['2015-2018', '2012-2014'])
  expect(() =>
    addPeriod(mette(), { ...next, startsOn: '2019-01-01', endsOn: '2020-01-01' }, DEMO_NOW),
  ).toThrow('nameTaken')
})

test('a period can be moved, but not into another, and not over what somebody else just saved', () => {
  addPeriod(mette(), next, DEMO_NOW)
  const [later] = listPeriods(mette())
  if (!later) throw new Error('There is no period.')
  expect(() => changePeriod(mette(), { ...later, startsOn: '2013-01-01' }, DEMO_NOW)).toThrow(
    'periodsOverlap',
  )
  changePeriod(mette(), { ...later, endsOn: '2019-12-31' }, DEMO_NOW)
  expect(() => changePeriod(mette(), { ...later, endsOn: '2020-12-31' }, DEMO_NOW)).toThrow(Conflict)
  expect(() => changePeriod(mette(), { ...later, id: 'unknown' }, DEMO_NOW)).toThrow(NotFound)
})

test('a period that ends before it begins is refused at the end', () => {
  const typed = { ...next, startsOn: '1.1.2015', endsOn: '31.12.2014' }
  expect(newPeriodInput.safeParse(typed).error?.issues).toMatchObject([
    { path: ['endsOn'], params: { key: 'endsBeforeItBegins' } },
  ])
})

test.each(['Karen Lund', 'Pia Storm', 'Ruth Vind'])('%s neither sees nor changes periods', (name) => {
  expect(() => listPeriods(viewerOf(name))).toThrow(NotFound)
  expect(() => addPeriod(viewerOf(name), next, DEMO_NOW)).toThrow('notAllowed')
  expect(() => changePeriod(viewerOf(name), { ...next, id: 'x', version: 1 }, DEMO_NOW)).toThrow('notAllowed')
})
