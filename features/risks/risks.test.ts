import { beforeEach, expect, test } from 'vitest'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { addRisk, changeRisk, closeRisk } from './commands'
import { listRisks, watchersOffered } from './queries'

let mette: Viewer
beforeEach(() => {
  demoDatabase()
  mette = viewerOf('Mette Holm')
})
const risk = (more = {}) => ({
  forumId: forumId('noerrebro'),
  title: 'Lokalet bliver solgt',
  likelihood: 'medium' as const,
  watcherId: personId('Søren Bak'),
  ...more,
})
const titles = (name: string) => listRisks(viewerOf(name), forumId('noerrebro')).map(({ title }) => title)

test('is the municipality’s own, the likeliest first, and written by the team', () => {
  addRisk(mette, risk(), DEMO_NOW)
  const both = ['NørreBrobyggerne slutter, før afløseren er bevilget', 'Lokalet bliver solgt']
  for (const name of ['Mette Holm', 'Karen Lund', 'Søren Bak']) expect(titles(name)).toEqual(both)
  for (const name of ['Pia Storm', 'Lars Nygaard', 'Ruth Vind']) expect(titles(name)).toEqual([])
  for (const name of ['Karen Lund', 'Pia Storm'])
    expect(() => addRisk(viewerOf(name), risk(), DEMO_NOW)).toThrow('notAllowed')
})

test('is watched by somebody of the municipality', () => {
  for (const name of ['Pia Storm', 'Ruth Vind'])
    expect(() => addRisk(mette, risk({ watcherId: personId(name) }), DEMO_NOW)).toThrow(
      new Refused('unknown', undefined, 'watcherId'),
    )
  expect(watchersOffered(viewerOf('Søren Bak'))).toEqual([])
})

test('changes and closes, each by who has seen the newest version', () => {
  const [first] = listRisks(mette, forumId('noerrebro'))
  const { id, version } = first!
  const { forumId: _, ...words } = risk()
  changeRisk(mette, { id, version, ...words }, DEMO_NOW)
  expect(() => changeRisk(mette, { id, version, ...words, title: 'Andet' }, DEMO_NOW)).toThrow(Conflict)
  expect(() => closeRisk(mette, { id, version }, DEMO_NOW)).toThrow('riskChanged')
  expect(() => closeRisk(viewerOf('Karen Lund'), { id, version: 2 }, DEMO_NOW)).toThrow('notAllowed')
  expect(() => changeRisk(viewerOf('Karen Lund'), { id, version: 2, ...words }, DEMO_NOW)).toThrow(
    'notAllowed',
  )
  closeRisk(mette, { id, version: 2 }, DEMO_NOW)
  expect(titles('Mette Holm')).toEqual([])
  expect(() => closeRisk(mette, { id, version: 3 }, DEMO_NOW)).toThrow(NotFound)
})
