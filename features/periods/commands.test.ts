import { beforeEach, expect, test } from 'vitest'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { addPeriod, changePeriod } from './commands'
import { newPeriodInput } from './input'
import { listPeriods } from './queries'

beforeEach(() => {
  demoDatabase()
})

const mette = () => viewerOf('Mette Holm')
const unsaid = {
  shareBasisPoints: null,
  activity: null,
  coordination: null,
  teamEndsOn: null,
  teamFteHundredths: null,
  teamPeople: null,
}
const typed = { name: '2015-2018', startsOn: '1.1.2015', endsOn: '31.12.2018', source: 'Aftale' }
const next = { ...typed, startsOn: '2015-01-01', endsOn: '2018-12-31', ...unsaid }
const names = () => listPeriods(mette()).map(({ name }) => name)

test('a period follows another, and shares no day with it', () => {
  expect(() => addPeriod(mette(), { ...next, startsOn: '2014-12-31' }, DEMO_NOW)).toThrow('periodsOverlap')
  addPeriod(mette(), next, DEMO_NOW)
  expect(names()).toEqual(['2025-2028', '2015-2018', '2012-2014'])
  expect(() =>
    addPeriod(mette(), { ...next, startsOn: '2019-01-01', endsOn: '2020-01-01' }, DEMO_NOW),
  ).toThrow('nameTaken')
})

test('a period can be moved, but not into another, and not over what somebody else just saved', () => {
  addPeriod(mette(), next, DEMO_NOW)
  const later = listPeriods(mette()).find(({ name }) => name === next.name)
  if (!later) throw new Error('There is no such period.')
  expect(() => changePeriod(mette(), { ...later, startsOn: '2013-01-01' }, DEMO_NOW)).toThrow(
    'periodsOverlap',
  )
  changePeriod(mette(), { ...later, endsOn: '2019-12-31' }, DEMO_NOW)
  expect(() => changePeriod(mette(), { ...later, endsOn: '2020-12-31' }, DEMO_NOW)).toThrow(Conflict)
  expect(() => changePeriod(mette(), { ...later, id: 'unknown' }, DEMO_NOW)).toThrow(NotFound)
})

test('a period that ends before it begins is refused at the end', () => {
  expect(newPeriodInput.safeParse({ ...typed, endsOn: '31.12.2014' }).error?.issues).toMatchObject([
    { path: ['endsOn'], params: { key: 'endsBeforeItBegins' } },
  ])
})

test('the parts of the share make it up, or are refused with their sum', () => {
  const split = { ...next, shareBasisPoints: 1250, activity: 1060, coordination: 190 }
  expect(refusalOf(() => addPeriod(mette(), { ...split, coordination: 180 }, DEMO_NOW))).toEqual([
    'splitMisses',
    { sum: '10,6 + 1,8 = 12,4', share: '12,5' },
  ])
  expect(refusalOf(() => addPeriod(mette(), { ...split, shareBasisPoints: null }, DEMO_NOW))).toEqual([
    'splitWithoutShare',
    { sum: '10,6 + 1,9 = 12,5' },
  ])
  addPeriod(mette(), split, DEMO_NOW)
  const stored = () => listPeriods(mette()).find(({ name }) => name === next.name)!
  expect(stored()).toMatchObject({ shareBasisPoints: 1250, activity: 1060, coordination: 190 })
  changePeriod(mette(), { ...stored(), activity: null, coordination: 1250 }, DEMO_NOW)
  expect(stored()).toMatchObject({ activity: null, coordination: 1250, version: 2 })
  changePeriod(mette(), { ...stored(), shareBasisPoints: null, coordination: null }, DEMO_NOW)
  expect(stored()).toMatchObject({ shareBasisPoints: null, activity: null, coordination: null })
})

test('the team ends within the period, and its årsværk and people are two figures', () => {
  expect(() => addPeriod(mette(), { ...next, teamEndsOn: '2019-01-01' }, DEMO_NOW)).toThrow(
    'teamBeyondPeriod',
  )
  const parsed = newPeriodInput.parse({
    ...typed,
    shareBasisPoints: '12,5',
    coordination: '12,5 pct.',
    teamEndsOn: '31.12.2017',
    teamFteHundredths: '2,5',
    teamPeople: '3',
  })
  expect(parsed).toMatchObject({ activity: null, coordination: 1250, teamFteHundredths: 250, teamPeople: 3 })
  expect(newPeriodInput.safeParse({ ...typed, teamEndsOn: '31.12.2014' }).error?.issues).toMatchObject([
    { path: ['teamEndsOn'], params: { key: 'endsBeforeItBegins' } },
  ])
})

function refusalOf(act: () => void) {
  try {
    act()
  } catch (error) {
    if (error instanceof Refused) return [error.code, error.values]
  }
}

test.each(['Karen Lund', 'Ruth Vind'])('%s reads the periods and does not change them', (name) => {
  expect(listPeriods(viewerOf(name))).toHaveLength(2)
  expect(() => addPeriod(viewerOf(name), next, DEMO_NOW)).toThrow('notAllowed')
  expect(() => changePeriod(viewerOf(name), { ...next, id: 'x', version: 1 }, DEMO_NOW)).toThrow('notAllowed')
})

test.each(['Pia Storm', 'Lars Nygaard'])('%s neither sees nor changes periods', (name) => {
  expect(() => listPeriods(viewerOf(name))).toThrow(NotFound)
  expect(() => addPeriod(viewerOf(name), next, DEMO_NOW)).toThrow('notAllowed')
})
