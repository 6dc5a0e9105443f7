import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { addClassification, addStartingList, changeClassification } from './commands'
import { listChoices, listClassifications, requireChoices } from './queries'
import { firstNamedIn } from './rules'

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const mette = () => viewerOf('Mette Holm')
const health = {
  list: 'theme' as const,
  nameDa: 'Sundhed',
  nameEn: 'Health',
  validFrom: null,
  validTo: null,
}

test('the demo begins with the three themes of the strategy, and a fourth comes last', () => {
  addClassification(mette(), health, DEMO_NOW)
  const names = listClassifications(mette(), 'theme').map(({ nameDa }) => nameDa)
  expect(names).toEqual(['Beskæftigelse', 'Uddannelse', 'Tryghed', 'Sundhed'])
})

test('two of a list cannot read alike, but one may stand in two lists', () => {
  expect(() => addClassification(mette(), { ...health, nameDa: 'TRYGHED' }, DEMO_NOW)).toThrow('nameTaken')
  addClassification(mette(), { ...health, list: 'activity_kind', nameDa: 'Tryghed' }, DEMO_NOW)
})

test('one ends and stays, and two people do not overwrite each other', () => {
  const [first] = listClassifications(mette(), 'theme')
  if (!first) throw new Error('There is no theme.')
  const { id, version, nameDa, nameEn, validFrom } = first
  const ending = { id, version, nameDa, nameEn, validFrom, validTo: '2026-12-31' }
  changeClassification(mette(), ending, DEMO_NOW)
  expect(listClassifications(mette(), 'theme')[0]).toMatchObject({ id, validTo: '2026-12-31' })
  expect(() => changeClassification(mette(), { ...ending, validTo: '2027-12-31' }, DEMO_NOW)).toThrow(
    Conflict,
  )
  expect(() => changeClassification(mette(), { ...ending, id: 'unknown' }, DEMO_NOW)).toThrow(NotFound)
})

test('what has ended is chosen no more, but stands where it stood', () => {
  const [group] = listClassifications(mette(), 'target_group')
  if (!group) throw new Error('There is no target group.')
  const { id, version, nameDa, nameEn, validFrom } = group
  changeClassification(mette(), { id, version, nameDa, nameEn, validFrom, validTo: '2026-06-30' }, DEMO_NOW)
  const values = (chosen: string[]) =>
    listChoices('da', '2026-11-23', chosen).target_group.map(({ value }) => value)
  expect(values([])).not.toContain(id)
  expect(values([id])).toContain(id)
  const chosen = { themeId: null, targetGroupId: id, activityKindId: null }
  const required = (before: typeof chosen | null) => () =>
    requireChoices(database, chosen, before, '2026-11-23')
  expect(required(null)).toThrow(new Refused('classificationEnded', { name: nameDa }, 'targetGroupId'))
  expect(required(chosen)).not.toThrow()
  const wrong = { themeId: id, targetGroupId: null, activityKindId: null }
  expect(() => requireChoices(database, wrong, null, '2026-11-23')).toThrow(
    new Refused('unknown', undefined, 'themeId'),
  )
})

test.each(['Karen Lund', 'Pia Storm', 'Ruth Vind'])('%s neither sees nor changes the lists', (name) => {
  expect(() => listClassifications(viewerOf(name), 'theme')).toThrow(NotFound)
  expect(() => addClassification(viewerOf(name), health, DEMO_NOW)).toThrow('notAllowed')
  expect(() => changeClassification(viewerOf(name), { ...health, id: 'x', version: 1 }, DEMO_NOW)).toThrow(
    'notAllowed',
  )
})

test('a list that holds something is not begun anew', () => {
  const before = listClassifications(mette(), 'activity_kind')
  addStartingList(mette(), { list: 'activity_kind' }, DEMO_NOW)
  expect(listClassifications(mette(), 'activity_kind')).toEqual(before)
})

test('an empty list begins with its starting list, by the team alone; the kinds are marked', () => {
  const unused = () => {
    database.run(sql`PRAGMA foreign_keys = OFF`)
    database.run(sql`DELETE FROM classifications`)
  }
  unused()
  expect(() => addStartingList(viewerOf('Pia Storm'), { list: 'theme' }, DEMO_NOW)).toThrow('notAllowed')
  addStartingList(mette(), { list: 'theme' }, DEMO_NOW)
  addStartingList(mette(), { list: 'activity_kind' }, DEMO_NOW)
  expect(listClassifications(mette(), 'theme').map(({ nameDa }) => nameDa)).toContain('Tryghed')
  expect(listClassifications(mette(), 'theme').some(({ starting }) => starting)).toBe(false)
  expect(listClassifications(mette(), 'activity_kind').every(({ starting }) => starting)).toBe(true)
})

test('a text names the one it says first: inflected, in a compound, in either language, and no word that only begins alike', () => {
  const list = [
    { nameDa: 'Unge', nameEn: 'Young people' },
    { nameDa: 'Ledige', nameEn: 'People without work' },
    { nameDa: 'Ældre', nameEn: 'Older people' },
    { nameDa: 'Alle beboere', nameEn: 'All residents' },
  ]
  const named = (text: string) => firstNamedIn(text, list)?.nameDa
  expect(named('Vi har brug for et ældreråd, ikke for noget til de unge.')).toBe('Ældre')
  expect(named('Hvem hjælper de UNGES forældre?')).toBe('Unge')
  expect(named('Something for young people, please')).toBe('Unge')
  expect(named('Vores ledelse leder efter beboere')).toBeUndefined()
  expect(named('Kan alle beboerne være med?')).toBe('Alle beboere')
  expect(named('')).toBeUndefined()
  expect(firstNamedIn('Unge', [{ nameDa: '–', nameEn: '' }])).toBeUndefined()
})
