import { beforeEach, expect, test } from 'vitest'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, partyId, viewerOf } from '@/test/demo'
import { ask } from '../commands/ask'
import { routeEnquiry, stepPart } from '../commands/route'
import { askInput, partInput, routeInput } from '../input'
import { getEnquiry } from '../queries/detail'
import { addRule, changeRule, removeRule } from './commands'
import { newRuleInput } from './input'
import { listRules, listSuggested } from './queries'
import { suggestParties } from './rules'

let mette: Viewer
beforeEach(() => {
  demoDatabase()
  mette = viewerOf('Mette Holm')
})

const rule = { party: 'BIF', partyId: 'bif', areaId: null, area: null, themeId: null, theme: null, words: '' }
const enquiry = { text: 'De unge leder efter fritidsjobs i jobcentret.', areaId: 'nb', themeId: null }
const suggested = (...rules: Partial<typeof rule>[]) =>
  suggestParties(enquiry, rules.map((one) => ({ ...rule, ...one })) as never)

test('one of the words is enough, inflected or as the beginning of a compound, and is said as the reason', () => {
  expect(suggested({ words: 'praktik, fritidsjob, jobcenter' })).toMatchObject([
    { party: 'BIF', words: ['fritidsjob', 'jobcenter'] },
  ])
  expect(suggested({ words: 'sne' })).toEqual([])
})

test('all that is given must hold, and who has most reasons comes first, each once', () => {
  const words = 'fritidsjob'
  expect(suggested({ words, areaId: 'valby' as never })).toEqual([])
  const here = { areaId: 'nb' as never, area: 'Nørrebro' as never }
  const sof = { party: 'SOF', partyId: 'sof', words, ...here }
  expect(suggested({ words }, sof, { words: 'unge' }).map(({ party }) => party)).toEqual(['SOF', 'BIF'])
  expect(suggested(here)).toMatchObject([{ area: 'Nørrebro', words: [] }])
})

test('a rule without a condition is refused at its words', () => {
  const parsed = newRuleInput.safeParse({ words: ' ', partyId: 'bif' })
  expect(parsed.error?.issues).toMatchObject([{ path: ['words'], params: { key: 'ruleNeedsSomething' } }])
})

test('the team keeps the rules; nobody else reads or changes them, and an older page overwrites nothing', () => {
  const added = { words: 'cykel', areaId: null, themeId: null, partyId: partyId('TMF') }
  const count = listRules(mette).length
  addRule(mette, added, DEMO_NOW)
  expect(listRules(mette)).toHaveLength(count + 1)
  const { id, version } = listRules(mette).find(({ words }) => words === 'cykel')!
  changeRule(mette, { ...added, id, version, words: 'cykler' }, DEMO_NOW)
  expect(() => changeRule(mette, { ...added, id, version }, DEMO_NOW)).toThrow('ruleChanged')
  removeRule(mette, { id, version: version + 1 }, DEMO_NOW)
  expect(() => removeRule(mette, { id, version: version + 1 }, DEMO_NOW)).toThrow(NotFound)
  expect(listRules(mette)).toHaveLength(count)
  for (const name of ['Pia Storm', 'Søren Bak']) {
    expect(() => listRules(viewerOf(name))).toThrow(NotFound)
    expect(() => addRule(viewerOf(name), added, DEMO_NOW)).toThrow('notAllowed')
  }
  const organisation = { ...added, partyId: partyId('fsb') }
  expect(() => addRule(mette, organisation, DEMO_NOW)).toThrow(new Refused('unknown', undefined, 'partyId'))
})

test('the team is shown where it may belong; the lead department once another refused, until that was three times', async () => {
  const text = 'Kan gadeplan hjælpe de unge med et fritidsjob?'
  for (const [words, name] of [
    ['fritidsjob', 'BIF'],
    ['gadeplan', 'SOF'],
    ['unge', 'BUF'],
    ['hjælpe', 'TMF'],
  ])
    addRule(mette, { words: words!, areaId: null, themeId: null, partyId: partyId(name!) }, DEMO_NOW)
  const id = await ask(viewerOf('Pia Storm'), askInput.parse({ text }), DEMO_NOW)
  const soeren = viewerOf('Søren Bak')
  const detail = (viewer: Viewer) => getEnquiry(viewer, id, '2026-11-23')
  const names = (viewer: Viewer) => listSuggested(viewer, detail(viewer))?.map(({ party }) => party)
  const route = (viewer: Viewer, name: string) =>
    routeEnquiry(
      viewer,
      routeInput.parse({ id, version: detail(mette).version, partyId: partyId(name) }),
      DEMO_NOW,
    )
  const refuse = (name: string) => {
    const { id: part, version } = detail(mette).parts.findLast(({ party }) => party === name)!
    stepPart(mette, partInput.parse({ id: part, version, step: 'refused', text: 'Ikke os' }), DEMO_NOW)
  }
  expect(names(mette)).toEqual(expect.arrayContaining(['BIF', 'SOF', 'BUF', 'TMF']))
  route(mette, 'BIF')
  route(mette, 'SOF')
  expect(names(soeren)).toBeUndefined()
  refuse('SOF')
  const [first] = listSuggested(soeren, detail(soeren)) ?? []
  expect(first?.words.length).toBeGreaterThan(0)
  expect(names(soeren)).toEqual(expect.arrayContaining(['BUF', 'TMF']))
  // Neither oneself nor who refused; and nobody who does not lead, or only asked.
  for (const name of ['BIF', 'SOF']) expect(names(soeren)).not.toContain(name)
  expect(names(viewerOf('Pia Storm'))).toBeUndefined()
  route(soeren, 'BUF')
  refuse('BUF')
  expect(names(soeren)).toContain('TMF')
  route(soeren, 'TMF')
  refuse('TMF')
  expect(names(soeren)).toBeUndefined()
  expect(() => route(soeren, 'KFF')).toThrow('thirdRefusal')
})
