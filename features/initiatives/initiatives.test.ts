import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { classifications, estates, events, initiatives, masterPlans } from '@/db/schema'
import { changeClassification } from '@/features/classifications/commands'
import { succeedPlan } from '@/features/plans/commands/succession'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, partyId, viewerOf } from '@/test/demo'
import { countStatements } from '@/test/statements'
import {
  approveInitiative,
  changeInitiative,
  createInitiative,
  endInitiative,
  moveOnHill,
  reopenInitiative,
} from './commands'
import { type NewInitiativeInput, newInitiativeInput } from './input'
import { countByTheme, getInitiative, listInitiatives } from './queries'

let database: Database
let mette: Viewer
let pia: Viewer
beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  pia = viewerOf('Pia Storm')
})

const planId = (name = 'NørreBrobyggerne') =>
  database.select().from(masterPlans).where(eq(masterPlans.name, name)).get()!.id
const listed = (slug: string) =>
  database.select().from(classifications).where(eq(classifications.slug, slug)).get()!
const titled = (title: string) =>
  database.select().from(initiatives).where(eq(initiatives.title, title)).get()!
const estate = (name: string) => database.select().from(estates).where(eq(estates.name, name)).get()!

const words = (more: Partial<NewInitiativeInput> = {}): NewInitiativeInput => ({
  planId: planId(),
  title: 'Cykelværksted',
  description: 'Unge lærer at lave cykler.',
  themeId: null,
  targetGroupId: listed('unge').id,
  activityKindId: null,
  estateId: null,
  place: '',
  startsOn: '2026-01-01',
  endsOn: '2027-06-30',
  civicPartner: '',
  coreService: 'Ungdomsskolen',
  costOre: null,
  cofinancedOre: null,
  leadId: partyId('fsb'),
  partyIds: [],
  offerIds: [],
  confirm: [],
  ...more,
})
const create = (person: Viewer, more: Partial<NewInitiativeInput> = {}) =>
  createInitiative(person, words(more), DEMO_NOW)
const stamp = (id: string) => ({ id, version: getInitiative(mette, id).version })
const titles = (viewer: Viewer, address = {}) =>
  listInitiatives(viewer, address).initiatives.map(({ title }) => title)

describe('an initiative', () => {
  test('is written by the plan’s organisation, with one leader and others beside', () => {
    const id = create(pia, { partyIds: [partyId('BUF'), partyId('fsb')] })
    expect(getInitiative(pia, id).parties).toMatchObject([
      { name: 'fsb', leads: true },
      { name: 'BUF', leads: false },
    ])
    changeInitiative(pia, { ...words({ leadId: partyId('BUF') }), ...stamp(id) }, DEMO_NOW)
    expect(getInitiative(pia, id).parties).toMatchObject([{ name: 'BUF', leads: true }])
    expect(
      database
        .select()
        .from(events)
        .where(eq(events.subjectId, id))
        .all()
        .map(({ kind }) => kind),
    ).toEqual(['initiative.created', 'initiative.changed'])
  })

  test('needs the core service it supports, and an end after its beginning', () => {
    const problem = (more: object) =>
      newInitiativeInput
        .safeParse({ planId: planId(), title: 'x', leadId: partyId('fsb'), coreService: 'y', ...more })
        .error?.issues.map((issue) => [issue.path[0], (issue as { params?: { key: string } }).params?.key])
    expect(problem({ coreService: ' ' })).toContainEqual(['coreService', 'required'])
    expect(problem({ startsOn: '2.3.2026', endsOn: '1.3.2026' })).toContainEqual([
      'endsOn',
      'endsBeforeItBegins',
    ])
    expect(problem({ costOre: '1.000', cofinancedOre: '1.001' })).toContainEqual([
      'cofinancedOre',
      'cofinancedBeyondCost',
    ])
    expect(problem({ costOre: '1,234.50' })).toContainEqual(['costOre', 'badMoney'])
  })

  test('a draft is the organisation’s and the municipality’s; approved, the forum of its area knows it, without the money', () => {
    const id = create(pia, { costOre: 100_00, cofinancedOre: 25_00 })
    const [lars, erik] = [viewerOf('Lars Nygaard'), viewerOf('Erik Dam')]
    for (const stranger of [lars, erik, viewerOf('Ruth Vind')])
      expect(() => getInitiative(stranger, id)).toThrow(NotFound)
    changeInitiative(
      mette,
      { ...words({ themeId: listed('tryghed').id, costOre: 100_00 }), ...stamp(id) },
      DEMO_NOW,
    )
    approveInitiative(mette, stamp(id), DEMO_NOW)
    expect(getInitiative(viewerOf('Ruth Vind'), id).title).toBe('Cykelværksted')
    const seated = [lars, erik].filter(({ windows }) =>
      windows.some(({ forumId }) => getInitiative(mette, id).forumIds.includes(forumId)),
    )
    expect(seated.map(({ name }) => name)).toContain('Lars Nygaard')
    for (const neighbour of seated) {
      const seen = getInitiative(neighbour, id)
      expect(seen).toMatchObject({ costOre: null, cofinancedOre: null, steps: [], mayReadPlan: false })
      expect(titles(neighbour)).toContain('Cykelværksted')
    }
    expect(getInitiative(pia, id).costOre).toBe(100_00)
  })

  test('is changed by its organisation until it is approved; reopened with a reason, it can be again', () => {
    const { id } = titled('Fritidsjob med mentor')
    const change = { ...words(), ...stamp(id) }
    expect(() => changeInitiative(pia, change, DEMO_NOW)).toThrow('notAllowed')
    expect(() => reopenInitiative(pia, { ...stamp(id), text: 'Fejl' }, DEMO_NOW)).toThrow('notAllowed')
    reopenInitiative(mette, { ...stamp(id), text: 'Ny leder' }, DEMO_NOW)
    changeInitiative(pia, { ...words({ title: 'Fritidsjob' }), ...stamp(id) }, DEMO_NOW)
    expect(getInitiative(pia, id)).toMatchObject({ title: 'Fritidsjob', state: 'draft' })
    expect(getInitiative(pia, id).steps[0]).toMatchObject({ step: 'reopened', text: 'Ny leder' })
    expect(() => changeInitiative(viewerOf('Erik Dam'), change, DEMO_NOW)).toThrow(NotFound)
  })

  test('without a theme of the strategy stands under "mangler tema" and cannot be approved', () => {
    const { id } = titled('Sommerudflugt for beboere')
    expect(titles(mette, { missing: 'theme' })).toEqual(['Sommerudflugt for beboere'])
    expect(() => approveInitiative(mette, stamp(id), DEMO_NOW)).toThrow(new Refused('themeMissing'))
    expect(() => approveInitiative(pia, stamp(id), DEMO_NOW)).toThrow('notAllowed')
    expect(countByTheme(mette).find(({ themeId }) => themeId === null)?.count).toBe(1)
  })

  test('moves over the hill with a note, also after the approval, and ends with one', () => {
    const { id } = titled('Fritidsjob med mentor')
    moveOnHill(pia, { ...stamp(id), hill: 5, text: 'Alle er i job' }, DEMO_NOW)
    expect(getInitiative(pia, id)).toMatchObject({ hill: 5 })
    expect(() =>
      moveOnHill(viewerOf('Åse Aagaard'), { ...stamp(id), hill: 1, text: 'x' }, DEMO_NOW),
    ).not.toThrow()
    expect(() => moveOnHill(viewerOf('Søren Bak'), { ...stamp(id), hill: 1, text: 'x' }, DEMO_NOW)).toThrow(
      'notAllowed',
    )
    expect(() => moveOnHill(pia, { id, version: 1, hill: 1, text: 'x' }, DEMO_NOW)).toThrow(Conflict)
    endInitiative(mette, { ...stamp(id), text: 'Gik godt' }, DEMO_NOW)
    expect(() => moveOnHill(pia, { ...stamp(id), hill: 1, text: 'x' }, DEMO_NOW)).toThrow(
      'initiativeIs_ended',
    )
    expect(() => approveInitiative(mette, stamp(id), DEMO_NOW)).toThrow('initiativeIs_ended')
  })
})

describe('bad input', () => {
  test('an estate in another area is refused with where it lies', () => {
    const { id: estateId } = estate('Remisevænget Nord')
    expect(() => create(pia, { estateId })).toThrow(
      new Refused('estateElsewhere', { estate: 'Remisevænget Nord', area: 'Amager/Sundby' }, 'estateId'),
    )
    expect(() => create(pia, { estateId: 'nowhere' })).toThrow(new Refused('unknown', undefined, 'estateId'))
  })

  test('a plan that has ended asks, one that was taken over names the other', () => {
    database.update(masterPlans).set({ endsOn: '2026-06-30' }).where(eq(masterPlans.id, planId())).run()
    expect(() => create(pia)).toThrow(new Question('title', 'planHasEnded', { date: '30. juni 2026' }))
    create(pia, { confirm: ['planHasEnded'] })
    const succession = { id: planId(), successorId: planId('Blågården'), happenedOn: '2026-07-01' }
    succeedPlan(mette, succession, DEMO_NOW)
    expect(() => create(pia, { confirm: ['planHasEnded'] })).toThrow(
      new Refused('planSucceeded', { plan: 'Blågården' }, 'title'),
    )
  })

  test('a target group that ended in the middle of the period stays where it stood, and is chosen no more', () => {
    const id = create(pia)
    const { id: groupId, version, nameDa, nameEn, validFrom } = listed('unge')
    const ended = { id: groupId, version, nameDa, nameEn, validFrom, validTo: '2026-06-30' }
    changeClassification(mette, ended, DEMO_NOW)
    changeInitiative(pia, { ...words({ title: 'Cykler' }), ...stamp(id) }, DEMO_NOW)
    expect(getInitiative(pia, id)).toMatchObject({ title: 'Cykler', targetGroupId: groupId })
    expect(() => create(pia)).toThrow(new Refused('classificationEnded', { name: 'Unge' }, 'targetGroupId'))
  })

  test('three thousand of them are leafed through, each once, with as many statements as ten', () => {
    const page = (number: number) => listInitiatives(mette, { page: number })
    page(1)
    const few = countStatements(database, () => page(1))
    const { id: _, ...one } = titled('Fritidsjob med mentor')
    database.transaction((tx) => {
      for (let number = 0; number < 3000; number++) {
        tx.insert(initiatives)
          .values({ ...one, id: newId(), title: `Nr. ${number}` })
          .run()
      }
    })
    const { pages, count } = page(1)
    const leafed = Array.from({ length: pages }, (_, index) => page(index + 1).initiatives).flat()
    expect(new Set(leafed.map(({ id }) => id)).size).toBe(count)
    expect(leafed).toHaveLength(count)
    expect(page(9999).page).toBe(pages)
    expect(countStatements(database, () => page(30))).toBe(few)
  })
})
