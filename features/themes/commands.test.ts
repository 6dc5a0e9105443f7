import { beforeEach, expect, test } from 'vitest'
import { Conflict, NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { addTheme, changeTheme } from './commands'
import { listThemes } from './queries'

beforeEach(() => {
  demoDatabase()
})

const mette = () => viewerOf('Mette Holm')
const health = { nameDa: 'Sundhed', nameEn: 'Health', validFrom: null, validTo: null }

test('the demo begins with the three themes of the strategy, and a fourth comes last', () => {
  addTheme(mette(), health, DEMO_NOW)
  const names = listThemes(mette()).map(({ nameDa }) => nameDa)
  expect(names).toEqual(['Beskæftigelse', 'Uddannelse', 'Tryghed', 'Sundhed'])
})

test('two themes cannot read alike', () => {
  expect(() => addTheme(mette(), { ...health, nameDa: 'TRYGHED' }, DEMO_NOW)).toThrow('nameTaken')
})

test('a theme ends and stays, and two people do not overwrite each other', () => {
  const [first] = listThemes(mette())
  if (!first) throw new Error('There is no theme.')
  const { id, version, nameDa, nameEn, validFrom } = first
  const ending = { id, version, nameDa, nameEn, validFrom, validTo: '2026-12-31' }
  changeTheme(mette(), ending, DEMO_NOW)
  expect(listThemes(mette())[0]).toMatchObject({ id, validTo: '2026-12-31' })
  expect(() => changeTheme(mette(), { ...ending, validTo: '2027-12-31' }, DEMO_NOW)).toThrow(Conflict)
  expect(() => changeTheme(mette(), { ...ending, id: 'unknown' }, DEMO_NOW)).toThrow(NotFound)
})

test.each(['Karen Lund', 'Pia Storm', 'Ruth Vind'])('%s neither sees nor changes themes', (name) => {
  expect(() => listThemes(viewerOf(name))).toThrow(NotFound)
  expect(() => addTheme(viewerOf(name), health, DEMO_NOW)).toThrow('notAllowed')
  expect(() => changeTheme(viewerOf(name), { ...health, id: 'x', version: 1 }, DEMO_NOW)).toThrow(
    'notAllowed',
  )
})
