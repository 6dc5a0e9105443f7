import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { estates, events, masterPlans, planRemarks } from '@/db/schema'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, partyId, viewerOf } from '@/test/demo'
import { addEstate, changeEstate } from './commands/estates'
import { addOrganisation, removeOrganisation } from './commands/organisations'
import { addPlan, approvePlan, changePlan } from './commands/plan'
import { remarkOnPlan, shareRemark, takeBackRemark } from './commands/remarks'
import { succeedPlan } from './commands/succession'
import { changeEstateInput, changePlanInput, newEstateInput } from './input'
import { getPlan, listEndingPlans, listPlans } from './queries'
import { budgetGap } from './rules'

const TODAY = '2026-11-23'
const MILLION = 100_000_000
let database: Database
let mette: Viewer
let pia: Viewer
beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  pia = viewerOf('Pia Storm')
})

const planNamed = (name: string) =>
  database.select().from(masterPlans).where(eq(masterPlans.name, name)).get()!
const wordsOf = (name: string) => {
  const { id, version, purpose, contract, startsOn, endsOn, budgetOre } = planNamed(name)
  const { shares } = getPlan(mette, id)
  return { id, version, name, purpose, contract, startsOn, endsOn, budgetOre, ...shares, confirm: [] }
}
const happened = (kind: string) => database.select().from(events).where(eq(events.kind, kind)).all().length

describe('a plan', () => {
  test('is read whole by the municipality, by its own organisations, and by nobody else', () => {
    const { id } = planNamed('NørreBrobyggerne')
    const plan = getPlan(mette, id)
    expect(plan).toMatchObject({ lead: 'fsb', area: 'Nørrebro', contract: 'Samarbejdsaftale for Nørrebro' })
    expect(plan.organisations.map(({ name }) => name)).toEqual(['AAB', 'Lejerbo'])
    expect(plan.estates.map(({ name }) => name)).toEqual(['Hothers Plads', 'Titanparken'])
    expect(plan.forum?.name).toBe('Boligsocialt Forum Nørrebro')
    expect(getPlan(pia, id).shares.fund).toBe(30 * MILLION)
    expect(getPlan(viewerOf('Åse Aagaard'), id).lead).toBe('fsb')
    for (const stranger of ['Erik Dam', 'Lars Nygaard'])
      expect(() => getPlan(viewerOf(stranger), id)).toThrow(NotFound)
  })

  test('ending within a year is known in its area', () => {
    const { areaId } = planNamed('NørreBrobyggerne')
    expect(listEndingPlans(mette, TODAY, areaId).map(({ name }) => name)).toEqual(['NørreBrobyggerne'])
    expect(listEndingPlans(mette, TODAY).map(({ name }) => name)).toEqual([
      'Tingbjerg-Utterslevhuse',
      'NørreBrobyggerne',
    ])
    expect(listEndingPlans(viewerOf('Erik Dam'), TODAY).map(({ name }) => name)).not.toContain(
      'NørreBrobyggerne',
    )
  })

  test('is added by the team, changed by its organisation until it is approved, then by the team alone', () => {
    const { areaId } = planNamed('NørreBrobyggerne')
    const empty = { purpose: '', contract: '', startsOn: null, endsOn: null, budgetOre: null }
    const shares = { fund: null, organisations: null, municipality: null, others: null }
    const words = { name: 'Ny plan', ...empty, ...shares, confirm: [] }
    const added = { areaId, leadPartyId: partyId('fsb'), ...words }
    expect(() => addPlan(pia, added, DEMO_NOW)).toThrow('notAllowed')
    const id = addPlan(mette, added, DEMO_NOW)
    changePlan(pia, { id, version: 1, ...words, purpose: 'Flere i job' }, DEMO_NOW)
    expect(() => approvePlan(pia, { id, version: 2 }, DEMO_NOW)).toThrow('notAllowed')
    expect(() => approvePlan(mette, { id, version: 1 }, DEMO_NOW)).toThrow(Conflict)
    approvePlan(mette, { id, version: 2 }, DEMO_NOW)
    expect(() => changePlan(pia, { id, version: 3, ...words, purpose: 'Andet' }, DEMO_NOW)).toThrow(
      'notAllowed',
    )
    changePlan(mette, { id, version: 3, ...words, purpose: 'Andet' }, DEMO_NOW)
    expect(getPlan(pia, id)).toMatchObject({ purpose: 'Andet', version: 4 })
    expect([happened('plan.created'), happened('plan.changed')]).toContain(2)
  })

  test('that ends before it begins, or has a name that another has, is refused in a sentence', () => {
    const typed = {
      id: planNamed('Blågården').id,
      version: 1,
      name: 'x',
      startsOn: '1.5.2026',
      endsOn: '1.4.2026',
    }
    expect(changePlanInput.safeParse(typed).error?.issues[0]).toMatchObject({
      path: ['endsOn'],
      params: { key: 'endsBeforeItBegins' },
    })
    const renamed = { ...wordsOf('Blågården'), name: 'NørreBrobyggerne' }
    expect(() => changePlan(mette, renamed, DEMO_NOW)).toThrow(
      new Refused('nameTaken', { name: 'NørreBrobyggerne' }, 'name'),
    )
  })

  test('whose shares do not make up its budget is asked about, and then stands', () => {
    const words = { ...wordsOf('NørreBrobyggerne'), municipality: 4 * MILLION }
    expect(() => changePlan(mette, words, DEMO_NOW)).toThrow(
      new Question('budgetOre', 'budgetMisses', { difference: '1.000.000\u00a0kr.' }),
    )
    expect(() => changePlan(mette, { ...words, municipality: 6 * MILLION }, DEMO_NOW)).toThrow(
      'budgetExceeds',
    )
    changePlan(mette, { ...words, confirm: ['budgetMisses'] }, DEMO_NOW)
    const { budgetOre, shares } = getPlan(mette, words.id)
    expect(budgetGap(budgetOre, shares)).toBe(MILLION)
  })

  test('two people do not overwrite each other', () => {
    const words = wordsOf('Blågården')
    changePlan(mette, { ...words, purpose: 'Det ene' }, DEMO_NOW)
    expect(() => changePlan(viewerOf('Jonas Friis'), { ...words, purpose: 'Det andet' }, DEMO_NOW)).toThrow(
      Conflict,
    )
  })
})

describe('a plan that another took over from', () => {
  test('stands as it was, names the other, and leaves the list', () => {
    const [before, after] = [planNamed('Aldersrogade'), planNamed('Blågården')]
    const succession = { id: before.id, successorId: after.id, happenedOn: TODAY }
    expect(() => succeedPlan(pia, succession, DEMO_NOW)).toThrow('notAllowed')
    succeedPlan(mette, succession, DEMO_NOW)
    expect(getPlan(mette, before.id).successor?.name).toBe('Blågården')
    expect(getPlan(mette, after.id).predecessors.map(({ name }) => name)).toEqual(['Aldersrogade'])
    expect(listPlans(mette).map(({ name }) => name)).not.toContain('Aldersrogade')
    expect(listPlans(mette, { ended: true }).map(({ name }) => name)).toContain('Aldersrogade')
    expect(() => changePlan(mette, { ...wordsOf('Aldersrogade'), purpose: 'Nyt' }, DEMO_NOW)).toThrow(
      new Refused('planSucceeded', { plan: 'Blågården' }),
    )
  })

  test('cannot take over from its own successor', () => {
    const [before, after] = [planNamed('Aldersrogade'), planNamed('Blågården')]
    succeedPlan(mette, { id: before.id, successorId: after.id, happenedOn: TODAY }, DEMO_NOW)
    expect(() =>
      succeedPlan(mette, { id: after.id, successorId: before.id, happenedOn: TODAY }, DEMO_NOW),
    ).toThrow(new Refused('planCircle', undefined, 'successorId'))
    expect(() =>
      succeedPlan(mette, { id: after.id, successorId: after.id, happenedOn: TODAY }, DEMO_NOW),
    ).toThrow('planCircle')
  })
})

describe('a remark on quality', () => {
  const remarksFor = (viewer: Viewer) =>
    getPlan(viewer, planNamed('NørreBrobyggerne').id).remarks.map(({ text }) => text)

  test('is the municipality’s own until it is shared, and cannot be taken back afterwards', () => {
    const { id } = planNamed('NørreBrobyggerne')
    expect(() => remarkOnPlan(pia, { id, text: 'Vi er gode' }, DEMO_NOW)).toThrow('notAllowed')
    expect(() => remarkOnPlan(viewerOf('Ruth Vind'), { id, text: 'Set' }, DEMO_NOW)).toThrow('notAllowed')
    remarkOnPlan(viewerOf('Line Krogh'), { id, text: 'Svag kobling til skolen' }, DEMO_NOW)
    expect(remarksFor(mette)).toContain('Svag kobling til skolen')
    for (const reader of [pia, viewerOf('Ruth Vind')])
      expect(remarksFor(reader)).not.toContain('Svag kobling til skolen')
    const remark = database
      .select()
      .from(planRemarks)
      .where(eq(planRemarks.text, 'Svag kobling til skolen'))
      .get()!
    expect(() => shareRemark(viewerOf('Søren Bak'), remark, DEMO_NOW)).toThrow('notAllowed')
    expect(() => shareRemark(pia, remark, DEMO_NOW)).toThrow(NotFound)
    shareRemark(viewerOf('Line Krogh'), remark, DEMO_NOW)
    expect(remarksFor(pia)).toContain('Svag kobling til skolen')
    expect(() => takeBackRemark(viewerOf('Line Krogh'), remark, DEMO_NOW)).toThrow('remarkIsShared')
  })

  test('is taken back by who wrote it as long as nobody outside has read it', () => {
    const { id } = planNamed('NørreBrobyggerne')
    remarkOnPlan(viewerOf('Line Krogh'), { id, text: 'Forkert' }, DEMO_NOW)
    const remark = database.select().from(planRemarks).where(eq(planRemarks.text, 'Forkert')).get()!
    takeBackRemark(viewerOf('Line Krogh'), remark, DEMO_NOW)
    expect(remarksFor(mette)).not.toContain('Forkert')
    expect(() => takeBackRemark(viewerOf('Line Krogh'), remark, DEMO_NOW)).toThrow(NotFound)
  })
})

test('an estate has a point on the map, and a name of its own in the area', () => {
  const { id: planId } = planNamed('Blågården')
  const typed = (point: string) => newEstateInput.safeParse({ planId, name: 'Blok 4', point })
  expect(typed('55.686800, 12.555600').data).toMatchObject({ latitude: 55_686_800, longitude: 12_555_600 })
  expect(typed('').data).toMatchObject({ latitude: null })
  for (const wrong of ['her', '12.5556, 55.6868', '55.6868'])
    expect(typed(wrong).error?.issues[0]).toMatchObject({ params: { key: 'badPoint' } })
  addEstate(mette, { planId, name: 'Blok 4', latitude: null, longitude: null }, DEMO_NOW)
  expect(() =>
    addEstate(mette, { planId, name: 'Blok 4', latitude: null, longitude: null }, DEMO_NOW),
  ).toThrow('nameTaken')
  expect(() => addEstate(pia, { planId, name: 'Blok 5', latitude: null, longitude: null }, DEMO_NOW)).toThrow(
    'notAllowed',
  )
})

test('an organisation that joins a plan reads it from then on', () => {
  const { id } = planNamed('Blågården')
  const ase = viewerOf('Åse Aagaard')
  expect(() => getPlan(ase, id)).toThrow(NotFound)
  expect(() => addOrganisation(pia, { id, partyId: partyId('AAB') }, DEMO_NOW)).toThrow('notAllowed')
  addOrganisation(mette, { id, partyId: partyId('AAB') }, DEMO_NOW)
  addOrganisation(mette, { id, partyId: partyId('AAB') }, DEMO_NOW)
  expect(getPlan(ase, id).organisations.map(({ name }) => name)).toEqual(['AAB'])
})

describe('an organisation taken off a plan', () => {
  test('sees it no more, and is back when it is added again', () => {
    const { id } = planNamed('NørreBrobyggerne')
    const aase = viewerOf('Åse Aagaard')
    const input = { id, partyId: aase.partyId }
    removeOrganisation(mette, input, DEMO_NOW)
    removeOrganisation(mette, input, DEMO_NOW)
    expect(() => getPlan(aase, id)).toThrow(NotFound)
    expect(listPlans(aase).map((plan) => plan.id)).not.toContain(id)
    expect(getPlan(mette, id).organisations.map(({ name }) => name)).toEqual(['Lejerbo'])
    expect(happened('plan.organisation-removed')).toBe(1)
    addOrganisation(mette, input, DEMO_NOW)
    expect(getPlan(aase, id).lead).toBe('fsb')
  })

  test("is the team's to do, and never the one that leads it", () => {
    const { id, leadPartyId } = planNamed('NørreBrobyggerne')
    expect(() => removeOrganisation(pia, { id, partyId: partyId('AAB') }, DEMO_NOW)).toThrow('notAllowed')
    removeOrganisation(mette, { id, partyId: leadPartyId }, DEMO_NOW)
    expect(getPlan(pia, id).leadPartyId).toBe(leadPartyId)
  })
})

describe('an estate', () => {
  const estate = (name: string) => database.select().from(estates).where(eq(estates.name, name)).get()!
  const typed = (fields: Record<string, unknown>) => changeEstateInput.parse(fields)

  test('gets its name and place put right, and two do not overwrite each other', () => {
    const { id, version } = estate('Titanparken')
    changeEstate(mette, typed({ id, version, name: 'Titanparken 2', point: '55.699, 12.545' }), DEMO_NOW)
    expect(estate('Titanparken 2')).toMatchObject({ latitude: 55_699_000, longitude: 12_545_000, version: 2 })
    const late = typed({ id, version, name: 'Titanhaven', point: '' })
    expect(() => changeEstate(mette, late, DEMO_NOW)).toThrow(Conflict)
    expect(happened('estate.changed')).toBe(1)
  })

  test("is not called as another of its area, and is nobody else's to change", () => {
    const { id, version } = estate('Titanparken')
    const named = (name: string) => typed({ id, version, name, point: '' })
    expect(() => changeEstate(mette, named('Hothers Plads'), DEMO_NOW)).toThrow('nameTaken')
    for (const stranger of ['Erik Dam', 'Lars Nygaard'])
      expect(() => changeEstate(viewerOf(stranger), named('Haven'), DEMO_NOW)).toThrow(NotFound)
    expect(() => changeEstate(mette, { ...named('Haven'), id: 'unknown' }, DEMO_NOW)).toThrow(NotFound)
  })
})
