import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeOverlaps } from '@/bench/overlaps'
import { dice, stemsOf, trigramsOf } from '@/lib/danish-words'
import { compareEfforts, type Effort, suggestOverlaps, THRESHOLD } from './rules'

const BASEMENT: Effort = {
  id: 'kaelderklub',
  title: 'Kælderklub for unge',
  text: 'Vi åbner en klub i kælderen, hvor unge kan mødes og lave mad.',
  themeId: 'tryghed',
  targetGroupId: 'unge',
  activityKindId: 'klub',
  areaId: 'noerrebro',
  estateId: 'blaagaarden',
  latitude: 55_687_200,
  longitude: 12_556_100,
  startsOn: '2025-02-01',
  endsOn: '2026-12-31',
}
const YOUTH_CLUB: Effort = {
  ...BASEMENT,
  id: 'ungdomsklub',
  title: 'Nørrebro Ungdomsklub',
  text: 'Kommunal klub for unge mellem 14 og 18 år med musik og madlavning.',
  estateId: null,
  latitude: 55_690_800,
  startsOn: '2024-01-01',
  endsOn: null,
}
const OTHER_END = { areaId: 'amager-sundby', latitude: 55_652_100, longitude: 12_593_400 }
const NOWHERE = { estateId: null, latitude: null, longitude: null }

const kindsOf = (a: Effort, b: Effort): string[] => compareEfforts(a, b).reasons.map(({ kind }) => kind)
const scoreOf = (a: Effort, b: Effort): number => compareEfforts(a, b).score

describe('what overlaps', () => {
  test('the youth club beside the basement club is found and says why', () => {
    const [found] = suggestOverlaps(BASEMENT, [YOUTH_CLUB])
    expect(found?.effort.id).toBe('ungdomsklub')
    expect(found?.match.reasons).toEqual([
      { kind: 'targetGroup' },
      { kind: 'activityKind' },
      { kind: 'theme' },
      { kind: 'distance', metres: 400 },
      { kind: 'period' },
      { kind: 'words', words: ['kælderklub', 'klub', 'unge'] },
    ])
  })

  test('the same club at the other end of the city is none', () => {
    expect(suggestOverlaps(BASEMENT, [{ ...BASEMENT, ...OTHER_END, id: 'b', estateId: null }])).toEqual([])
  })

  test('an offer for the whole city can be one, and claims no place', () => {
    const city = { ...YOUTH_CLUB, ...NOWHERE, areaId: null }
    expect(suggestOverlaps(BASEMENT, [city])).toHaveLength(1)
    expect(kindsOf(BASEMENT, city)).not.toContain('area')
  })

  test('periods that do not meet rule it out, and the day one ends the other may begin', () => {
    const startingOn = (startsOn: string) => ({ ...BASEMENT, id: 'b', startsOn, endsOn: null })
    expect(suggestOverlaps(BASEMENT, [startingOn('2027-01-01')])).toEqual([])
    expect(kindsOf(BASEMENT, startingOn('2026-12-31'))).toContain('period')
  })

  test('an unknown beginning rules nothing out and is no reason', () => {
    const undated = { ...YOUTH_CLUB, startsOn: null }
    expect(suggestOverlaps(BASEMENT, [undated])).toHaveLength(1)
    expect(kindsOf(BASEMENT, undated)).not.toContain('period')
  })

  test('an offer for the same people nearby is not enough', () => {
    const training = {
      ...BASEMENT,
      id: 'b',
      title: 'Svømning for unge',
      text: 'Hold for begyndere.',
      activityKindId: 'idraet',
    }
    expect(kindsOf(BASEMENT, training)).toEqual(['targetGroup', 'theme', 'estate', 'period', 'words'])
    expect(scoreOf(BASEMENT, training)).toBeLessThan(THRESHOLD)
  })

  test('what is written is never its own overlap', () => {
    expect(suggestOverlaps(BASEMENT, [BASEMENT])).toEqual([])
  })
})

describe('places', () => {
  test('the same estate beats nearby, and nearby beats the same area', () => {
    const scores = [
      BASEMENT,
      { ...BASEMENT, estateId: null },
      { ...BASEMENT, estateId: null, latitude: 55_694_000 },
      { ...BASEMENT, ...NOWHERE },
    ].map((other) => scoreOf(BASEMENT, other))
    expect(scores).toEqual([...new Set(scores)].sort((a, b) => b - a))
  })

  test('a distance is named up to a kilometre, across the border of an area too', () => {
    const north = (metres: number) => ({
      ...BASEMENT,
      areaId: 'bispebjerg',
      estateId: null,
      latitude: BASEMENT.latitude! + Math.round((metres / 111_195) * 1e6),
    })
    expect(compareEfforts(BASEMENT, north(996)).reasons).toContainEqual({ kind: 'distance', metres: 1000 })
    expect(kindsOf(BASEMENT, north(1010))).not.toContain('distance')
    expect(scoreOf(BASEMENT, north(1010))).toBeLessThan(THRESHOLD)
  })
})

describe('words', () => {
  const wordsIn = (a: string, b: string): string[] => {
    const match = compareEfforts({ ...BASEMENT, title: a, text: '' }, { ...YOUTH_CLUB, title: b, text: '' })
    return match.reasons.flatMap((reason) => (reason.kind === 'words' ? reason.words : []))
  }

  test.each([
    ['Klubben på 1. sal', 'To klubber', ['klubben']],
    ['Ungeklub', 'Ungdomsklub', ['ungeklub']],
    ['Klub', 'Ungdomsklubben', ['klub']],
    ['Lektiecafé', 'Lektiehjælp', ['lektiecafé']],
    ['Lokalt værksted', 'Lokal idræt', ['lokalt']],
    ['Kælderen', 'I KAELDEREN', ['kælderen']],
    ['Cykel', 'Cykler', ['cykel']],
    ['Skak', 'Svømning', []],
  ])('%s and %s have in common: %j', (a, b, words) => {
    expect(wordsIn(a, b)).toEqual(words)
  })

  test('they are named as typed, in lower case, at most five', () => {
    const words = wordsIn('Musik Dans Teater Film Maling Keramik', 'keramik maling film teater dans musik')
    expect(words).toHaveLength(5)
    expect(words).toContain('keramik')
  })

  test('a place is no common word: it is compared as a place', () => {
    expect(wordsIn('Skak på Nørrebro', 'Svømning på Nørrebro')).toEqual([])
  })

  test('the stems are one form for all spellings, without function words', () => {
    expect(stemsOf('Og hvor er Rådgivningen?')).toEqual(stemsOf('raadgivning'))
  })

  test('the likeness of two texts is 1 for the same, 0 for none', () => {
    expect(dice(trigramsOf('Ældre'), trigramsOf('aeldre'))).toBe(1)
    expect(dice(trigramsOf('skak'), trigramsOf('film'))).toBe(0)
    expect(dice(trigramsOf(''), trigramsOf(' '))).toBe(0)
  })
})

const id = (...ids: string[]) => fc.option(fc.constantFrom(...ids))
const day = fc.option(fc.constantFrom('2024-01-01', '2025-06-30', '2026-12-31', '2028-01-01'))
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('klub', 'Ungdomsklub', 'unge', 'i', 'Nørrebro', 'mad'))
    .map((list) => list.join(' ')),
)
const effort: fc.Arbitrary<Effort> = fc.record({
  id: fc.uuid(),
  title: words,
  text: words,
  themeId: id('tryghed', 'uddannelse'),
  targetGroupId: id('unge', 'boern'),
  activityKindId: id('klub', 'cafe'),
  areaId: id('noerrebro', 'valby'),
  estateId: id('blaagaarden', 'folehaven'),
  latitude: fc.option(fc.integer({ min: 55_600_000, max: 55_740_000 })),
  longitude: fc.option(fc.integer({ min: 12_450_000, max: 12_660_000 })),
  startsOn: day,
  endsOn: day,
})

describe('whatever is written', () => {
  test('the score is a whole number from 0 to 100 and the same from both sides', () => {
    fc.assert(
      fc.property(effort, effort, (a, b) => {
        const score = scoreOf(a, b)
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true)
        expect(scoreOf(b, a)).toBe(score)
      }),
    )
  })

  test('there are at most three suggestions, best first, all at the threshold', () => {
    fc.assert(
      fc.property(effort, fc.array(effort, { maxLength: 12 }), (written, candidates) => {
        const scores = suggestOverlaps(written, candidates).map(({ match }) => match.score)
        expect(scores.length).toBeLessThanOrEqual(3)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
        expect(scores.every((score) => score >= THRESHOLD)).toBe(true)
      }),
    )
  })

  test('an empty form does no harm', () => {
    const nothing = { themeId: null, targetGroupId: null, activityKindId: null, areaId: null, ...NOWHERE }
    const empty: Effort = { ...nothing, id: '', title: '', text: '', startsOn: null, endsOn: null }
    expect(suggestOverlaps(empty, [YOUTH_CLUB, empty])).toEqual([])
  })
})

test('on the judged set it finds nine in ten, and seven in ten of what it shows are right', () => {
  const { recall, precision, pairs } = judgeOverlaps()
  expect(pairs).toBeGreaterThanOrEqual(60)
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(precision).toBeGreaterThanOrEqual(0.7)
})
