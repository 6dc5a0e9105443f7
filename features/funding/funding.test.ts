import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, allocationDecisions, areas, events, masterPlans, meetings } from '@/db/schema'
import { addDays } from '@/lib/dates'
import { Conflict, NotFound } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { addAllocation, changeAllocation, removeAllocation } from './commands/allocations'
import { addDecision, changeDecision, removeDecision } from './commands/decisions'
import { addFigure, changeFigure, removeFigure } from './commands/figures'
import { addRemark, changeRemark, removeRemark } from './commands/remarks'
import { newAllocationInput, newFigureInput } from './input'
import { listBeyond } from './queries/beyond'
import { getFunding, listAllocationsOfPlan } from './queries/funding'
import { isWaiting } from './rules'

const TODAY = '2026-11-23'
let database: Database
let mette: Viewer
beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
})

const current = (viewer = mette) => getFunding(viewer, TODAY)!
const ofTheNote = (viewer = mette) =>
  getFunding(viewer, TODAY, current(viewer).periods.find(({ name }) => name === '2012-2014')!.id)!
const kinds = () =>
  database
    .select()
    .from(events)
    .all()
    .map(({ kind }) => kind)
const planNamed = (name: string) =>
  database.select().from(masterPlans).where(eq(masterPlans.name, name)).get()!.id

describe('the funding', () => {
  test('shows the period of today, and the note’s when it is asked for', () => {
    expect(current().period).toMatchObject({ name: '2025-2028', teamEndsOn: '2028-12-31' })
    expect(current().facts.doubts).toEqual([])
    const { period, facts, decisions } = ofTheNote()
    expect(period).toMatchObject({ teamFteHundredths: 300, teamPeople: 3, teamEndsOn: '2014-12-31' })
    expect(facts).toMatchObject({ share: 1250, leverage: { othersHundredths: 700 } })
    expect(facts.given.map(({ leftOre }) => leftOre)).toEqual([0, 0])
    expect(decisions.map(({ decidedOn, itemNumber }) => [decidedOn, itemNumber])).toEqual([
      ['2011-12-12', '10'],
      ['2012-05-31', ''],
      ['2012-11-29', ''],
      ['2013-12-03', '20'],
      ['2013-12-12', ''],
    ])
    expect(() => getFunding(mette, TODAY, 'unknown')).toThrow(NotFound)
  })

  test('is read by the municipality and the auditor, and is not there for anybody else', () => {
    for (const name of ['Karen Lund', 'Søren Bak', 'Ruth Vind'])
      expect(current(viewerOf(name)).allocations).toHaveLength(current().allocations.length)
    for (const name of ['Pia Storm', 'Åse Aagaard', 'Lars Nygaard']) {
      const outsider = viewerOf(name)
      expect(() => getFunding(outsider, TODAY)).toThrow(NotFound)
      expect(() => listBeyond(outsider, TODAY)).toThrow(NotFound)
      expect(listAllocationsOfPlan(outsider, planNamed('NørreBrobyggerne'))).toEqual([])
    }
    expect(listAllocationsOfPlan(viewerOf('Karen Lund'), planNamed('NørreBrobyggerne'))).toMatchObject([
      { label: 'Fritidsjob og lommepenge', period: { name: '2025-2028' } },
    ])
  })

  test('sums by area make up what an independent sum says', () => {
    const { period, allocations } = current()
    const sum = database.get<{ ore: number }>(sql`
      SELECT sum(amount_ore) AS ore FROM allocations WHERE period_id = ${period.id} AND removed_at IS NULL`)!.ore
    const areaSums = [...Map.groupBy(allocations, ({ area }) => area).values()].map((own) =>
      own.reduce((all, { amountOre }) => all + amountOre, 0),
    )
    expect(areaSums.reduce((all, one) => all + one, 0)).toBe(sum)
    const nørrebro = allocations.filter(({ area }) => area === 'Nørrebro').map(({ label }) => label)
    expect(nørrebro).toEqual([
      'Brobygger på Nørrebro',
      'Familierådgivning i gården',
      'Fritidsjob og lommepenge',
    ])
  })
})

const figure = () => ({
  periodId: current().period.id,
  kind: 'total' as const,
  nature: 'actual' as const,
  amountOre: 35_000_000_000,
  claimedBasisPoints: null,
  base: 'alle',
  source: 'Regnskab',
})

describe('an amount', () => {
  const stored = () => current().figures.find(({ nature }) => nature === 'actual')

  test('is entered, counted with instead of what was expected, put right and taken away', () => {
    addFigure(mette, figure(), DEMO_NOW)
    expect(current().facts.totalOre).toBe(35_000_000_000)
    expect(current().facts.doubts.map(({ kind }) => kind)).toEqual(['claim', 'share'])
    const { id, version } = stored()!
    changeFigure(mette, { id, version, ...figure(), amountOre: 36_000_000_000 }, DEMO_NOW)
    expect(current().facts.doubts).toEqual([])
    expect(() => changeFigure(mette, { id, version, ...figure(), amountOre: 1 }, DEMO_NOW)).toThrow(Conflict)
    const periodId = figure().periodId
    expect(() => removeFigure(mette, { id, version, periodId }, DEMO_NOW)).toThrow('fundingChanged')
    removeFigure(mette, { id, version: version + 1, periodId }, DEMO_NOW)
    expect(stored()).toBeUndefined()
    expect(() => removeFigure(mette, { id, version: version + 2, periodId }, DEMO_NOW)).toThrow(NotFound)
    expect(kinds().slice(-3)).toEqual([
      'funding-figure.created',
      'funding-figure.changed',
      'funding-figure.removed',
    ])
  })

  test('of a kind is one, expected or actual', () => {
    expect(() => addFigure(mette, { ...figure(), nature: 'expected' }, DEMO_NOW)).toThrow('figureTaken')
    addFigure(mette, figure(), DEMO_NOW)
    expect(() => addFigure(mette, figure(), DEMO_NOW)).toThrow('figureTaken')
    expect(() => addFigure(mette, { ...figure(), periodId: 'unknown' }, DEMO_NOW)).toThrow(NotFound)
  })

  test('typed as two people would read differently is refused, never guessed', () => {
    const typed = { ...figure(), claimedBasisPoints: '12,5', amountOre: '1.234,50' }
    expect(newFigureInput.parse(typed)).toMatchObject({ amountOre: 123_450, claimedBasisPoints: 1250 })
    for (const [field, wrong, key] of [
      ['amountOre', '1,234.50', 'badMoney'],
      ['amountOre', '', 'required'],
      ['claimedBasisPoints', '12.5', 'badPercent'],
    ] as const)
      expect(newFigureInput.safeParse({ ...typed, [field]: wrong }).error?.issues[0]).toMatchObject({
        path: [field],
        params: { key },
      })
  })
})

const allocation = () => ({
  periodId: current().period.id,
  category: 'coordination' as const,
  label: 'Fælles uddannelse',
  placeId: null as string | null,
  amountOre: 100_000_000,
  decisionIds: [] as string[],
  source: 'Opdigtet',
})

describe('an allocation', () => {
  const stored = () => current().allocations.find(({ label }) => label === 'Fælles uddannelse')

  test('goes to a plan, an area or all, rests on several decisions, and may exceed what was set aside', () => {
    const decisionIds = current().decisions.map(({ id }) => id)
    addAllocation(mette, { ...allocation(), decisionIds }, DEMO_NOW)
    expect(stored()).toMatchObject({ plan: null, area: null })
    expect(stored()!.decisionIds.toSorted()).toEqual(decisionIds.toSorted())
    expect(current().facts.given[1]!.leftOre).toBeLessThan(0)
    const change = (more: object) => {
      const { id, version } = stored()!
      changeAllocation(mette, { id, version, ...allocation(), decisionIds, ...more }, DEMO_NOW)
    }
    change({ placeId: planNamed('Blågården') })
    expect(stored()).toMatchObject({ plan: { name: 'Blågården' }, area: 'Nørrebro' })
    const valby = database.select().from(areas).where(eq(areas.name, 'Valby/Vigerslev')).get()!
    change({ placeId: valby.id, decisionIds: decisionIds.slice(0, 1) })
    expect(stored()).toMatchObject({
      plan: null,
      area: 'Valby/Vigerslev',
      decisionIds: decisionIds.slice(0, 1),
    })
    change({ placeId: valby.id, decisionIds })
    expect(stored()!.decisionIds).toHaveLength(2)
    const links = database.select().from(allocationDecisions).all()
    expect(links.filter(({ allocationId }) => allocationId === stored()!.id)).toHaveLength(2)
    expect(() => change({ placeId: 'unknown' })).toThrow('unknown')
    expect(() => change({ decisionIds: ['unknown'] })).toThrow('unknown')
  })

  test('is not overwritten by somebody who read it earlier, nor are the decisions it rests on', () => {
    addAllocation(mette, allocation(), DEMO_NOW)
    const { id, version } = stored()!
    changeAllocation(mette, { id, version, ...allocation(), amountOre: 5 }, DEMO_NOW)
    expect(() => changeAllocation(mette, { id, version, ...allocation(), amountOre: 6 }, DEMO_NOW)).toThrow(
      Conflict,
    )
    const decisionIds = current().decisions.map(({ id }) => id)
    const same = { id, version, ...allocation(), amountOre: 5, decisionIds }
    expect(() => changeAllocation(mette, same, DEMO_NOW)).toThrow('fundingChanged')
    const removal = { id, periodId: allocation().periodId }
    expect(() => removeAllocation(mette, { ...removal, version }, DEMO_NOW)).toThrow('fundingChanged')
    removeAllocation(mette, { ...removal, version: 2 }, DEMO_NOW)
    expect(stored()).toBeUndefined()
    expect(kinds().at(-1)).toBe('allocation.removed')
  })

  test('one tick of the form is one decision, and none is none', () => {
    const id = current().decisions[0]!.id
    const typed = { ...allocation(), placeId: undefined, amountOre: '32,5 mio.' }
    expect(newAllocationInput.parse({ ...typed, decisionIds: id })).toMatchObject({ decisionIds: [id] })
    expect(newAllocationInput.parse({ ...typed, decisionIds: undefined })).toMatchObject({
      decisionIds: [],
      placeId: null,
      amountOre: 3_250_000_000,
    })
  })
})

describe('a political decision', () => {
  const decision = () => ({
    periodId: current().period.id,
    body: 'Økonomiudvalget',
    decidedOn: '2026-10-06',
    itemNumber: '4',
    title: 'Status',
    link: 'https://kk.dk/x',
    source: 'Dagsorden',
  })
  const stored = () => current().decisions.find(({ title }) => title === 'Status')
  const remark = () => ({
    periodId: current().period.id,
    parties: 'A, S, B, C, O, V og I',
    text: 'Vis, hvad der er kommet ud af det.',
    followUpOn: '2026-11-20',
    followedUp: '',
  })

  test('stands under the period it was made in, is put right and taken away', () => {
    addDecision(mette, decision(), DEMO_NOW)
    const { id, version } = stored()!
    changeDecision(mette, { id, version, ...decision(), itemNumber: '5' }, DEMO_NOW)
    expect(stored()).toMatchObject({ itemNumber: '5', version: 2 })
    expect(() => changeDecision(mette, { id, version, ...decision(), body: 'BR' }, DEMO_NOW)).toThrow(
      Conflict,
    )
    expect(ofTheNote().decisions.map(({ title }) => title)).not.toContain('Status')
    removeDecision(mette, { id, version: 2, periodId: decision().periodId }, DEMO_NOW)
    expect(stored()).toBeUndefined()
  })

  test('stays as long as money rests on it', () => {
    const [carrying] = current().decisions
    const removal = { id: carrying!.id, version: carrying!.version, periodId: decision().periodId }
    expect(() => removeDecision(mette, removal, DEMO_NOW)).toThrow('decisionCarriesMoney')
  })

  test('has its remarks apart, as they were printed; one past its day waits until something is said', () => {
    addDecision(mette, decision(), DEMO_NOW)
    addRemark(mette, { politicalDecisionId: stored()!.id, ...remark() }, DEMO_NOW)
    const said = () => stored()!.remarks[0]!
    expect(said()).toMatchObject({ parties: 'A, S, B, C, O, V og I' })
    expect(isWaiting(said(), TODAY)).toBe(true)
    const { id, version } = said()
    changeRemark(mette, { id, version, ...remark(), followedUp: 'Redegørelsen er sendt.' }, DEMO_NOW)
    expect(isWaiting(said(), TODAY)).toBe(false)
    expect(() => changeRemark(mette, { id, version, ...remark(), text: 'x' }, DEMO_NOW)).toThrow(Conflict)
    removeRemark(mette, { id, version: 2, periodId: remark().periodId }, DEMO_NOW)
    expect(stored()!.remarks).toEqual([])
    expect(() => addRemark(mette, { politicalDecisionId: 'unknown', ...remark() }, DEMO_NOW)).toThrow(
      NotFound,
    )
  })

  test('of the demo has one remark that waits, and the note’s own, which was answered', () => {
    const waiting = (funding: typeof current) =>
      funding().decisions.flatMap(({ remarks }) => remarks.map((one) => isWaiting(one, TODAY)))
    expect(waiting(current)).toEqual([true])
    expect(waiting(ofTheNote)).toEqual([false])
  })
})

test.each(['Karen Lund', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind'])('%s keeps no funding', (name) => {
  const person = viewerOf(name)
  const removal = { id: 'x', version: 1, periodId: 'x' }
  for (const act of [
    () => addFigure(person, figure(), DEMO_NOW),
    () => changeFigure(person, { ...removal, ...figure() }, DEMO_NOW),
    () => removeFigure(person, removal, DEMO_NOW),
    () => addAllocation(person, allocation(), DEMO_NOW),
    () => changeAllocation(person, { ...removal, ...allocation() }, DEMO_NOW),
    () => removeAllocation(person, removal, DEMO_NOW),
    () => removeDecision(person, removal, DEMO_NOW),
    () => removeRemark(person, removal, DEMO_NOW),
  ])
    expect(act).toThrow('notAllowed')
})

describe('what reaches beyond a day', () => {
  const counts = (viewer: Viewer, day: string) =>
    Object.fromEntries(Object.entries(listBeyond(viewer, day)).map(([what, rows]) => [what, rows.length]))

  test('is counted of every kind, and is less the later the day', () => {
    const now = counts(mette, TODAY)
    for (const what of ['plans', 'initiatives', 'actionItems', 'meetings'])
      expect(now[what]).toBeGreaterThan(0)
    const open = database
      .select()
      .from(actionItems)
      .all()
      .filter(({ dueOn, state }) => dueOn > TODAY && !['closed', 'cancelled'].includes(state))
    expect(now.actionItems).toBe(open.length)
    const announced = database
      .select()
      .from(meetings)
      .all()
      .filter(({ heldOn, state }) => heldOn > TODAY && ['announced', 'agenda_sent'].includes(state))
    expect(now.meetings).toBe(announced.length)
    const last = announced
      .map(({ heldOn }) => heldOn)
      .sort()
      .at(-1)!
    expect(counts(mette, last).meetings).toBe(0)
    expect(counts(mette, addDays(last, -1)).meetings).toBe(1)
  })

  test('is told each as far as they may see it', () => {
    expect(counts(viewerOf('Søren Bak'), TODAY).meetings).toBeLessThan(counts(mette, TODAY).meetings!)
    expect(counts(viewerOf('Ruth Vind'), TODAY).actionItems).toBeLessThan(counts(mette, TODAY).actionItems!)
  })
})
