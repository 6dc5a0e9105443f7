import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { classifications, estates, initiatives, masterPlans, municipalOffers, overlaps } from '@/db/schema'
import { findByWords, indexWords } from '@/db/search-index'
import { addOffer } from '@/features/offers/commands'
import { changeParty } from '@/features/parties/commands'
import { Conflict, NotFound } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, partyId, viewerOf } from '@/test/demo'
import { createInitiative } from '../commands'
import { pointOutOverlap, reopenOverlap, requireWriter, resolveOverlap } from './commands'
import { countInput } from './input'
import { countByQuarter, countOpenOverlaps, countOverlaps } from './queries/count'
import { listOverlaps } from './queries/list'
import { suggestWhileWritten } from './queries/suggest'

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
  database.select().from(classifications).where(eq(classifications.slug, slug)).get()!.id
const estate = (name: string) => database.select().from(estates).where(eq(estates.name, name)).get()!.id

const basement = () => ({
  planId: planId(),
  title: 'Kælderklub for unge',
  description: 'En klub i kælderen, hvor unge kan mødes, spille musik og lave lektier.',
  themeId: listed('tryghed'),
  targetGroupId: listed('unge'),
  activityKindId: listed('klub'),
  estateId: estate('Titanparken'),
  place: 'Kælderen i blok 4',
  startsOn: '2026-01-01',
  endsOn: '2027-06-30',
  civicPartner: '',
})
const rest = () => ({
  coreService: 'Ungdomsklubberne',
  costOre: null,
  cofinancedOre: null,
  leadId: partyId('fsb'),
  partyIds: [],
  offerIds: [],
  confirm: [],
})
const write = (person = pia, more = {}) =>
  createInitiative(person, { ...basement(), ...rest(), ...more }, DEMO_NOW)
const ofBasement = (viewer: Viewer, initiativeId: string) => listOverlaps(viewer, { initiativeId })

describe('the note’s basement club', () => {
  test('is shown the municipal youth club while it is written, with the reasons', () => {
    const [first] = suggestWhileWritten(pia, { ...basement(), initiativeId: null })
    expect(first).toMatchObject({ title: 'Nørrebro Ungdomsklub', party: 'BUF', kind: 'offer' })
    expect(first?.match.reasons.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['targetGroup', 'activityKind', 'distance', 'words']),
    )
    const distance = first?.match.reasons.find(({ kind }) => kind === 'distance')
    expect(distance).toMatchObject({ metres: expect.any(Number) })
  })

  test('is noted when it is saved, once, however often it is changed', () => {
    const id = write()
    const before = countOpenOverlaps(pia)
    expect(ofBasement(pia, id)).toMatchObject([{ offer: { title: 'Nørrebro Ungdomsklub' }, state: 'found' }])
    expect(before).toBe(listOverlaps(pia, { open: true }).length)
  })

  test('is settled by its writer or the department, and found again in the count', () => {
    const year = () => countOverlaps(mette, '2026-01-01', '2027-01-01')
    const quarter = () => countByQuarter(mette, '2026-11-23').at(-1)!
    const [before, quarterBefore] = [year(), quarter()]
    const id = write()
    const [found] = ofBasement(viewerOf('Line Krogh'), id)
    const { version } = found!
    const settled = { id: found!.id, version, state: 'referred' as const, reason: 'Klubben har plads.' }
    resolveOverlap(viewerOf('Line Krogh'), settled, DEMO_NOW)
    expect(ofBasement(pia, id)).toMatchObject([
      { state: 'referred', reason: 'Klubben har plads.', resolvedBy: 'Line Krogh' },
    ])
    expect(year()).toMatchObject({
      found: before.found + 1,
      ways: { ...before.ways, referred: before.ways.referred + 1 },
    })
    expect(quarter()).toMatchObject({
      quarter: 4,
      found: quarterBefore.found + 1,
      settled: quarterBefore.settled + 1,
    })
    expect(() => resolveOverlap(pia, { id: found!.id, version, state: 'not_same' }, DEMO_NOW)).toThrow(
      new Conflict('overlapSettled'),
    )
    reopenOverlap(mette, { id: found!.id, version: 2 }, DEMO_NOW)
    expect(() => resolveOverlap(pia, { id: found!.id, version: 2, state: 'not_same' }, DEMO_NOW)).toThrow(
      Conflict,
    )
  })

  test('said not to be the same is not suggested again', () => {
    const id = write()
    const [found] = ofBasement(pia, id)
    resolveOverlap(pia, { id: found!.id, version: 1, state: 'not_same' }, DEMO_NOW)
    const suggested = suggestWhileWritten(pia, { ...basement(), initiativeId: id })
    expect(suggested.map(({ title }) => title)).not.toContain('Nørrebro Ungdomsklub')
  })

  test('leading its young people on to the club is bridge-building, not the same', () => {
    const offer = database
      .select()
      .from(municipalOffers)
      .where(eq(municipalOffers.title, 'Nørrebro Ungdomsklub'))
      .get()!
    const id = write(pia, { offerIds: [offer.id] })
    expect(ofBasement(mette, id).map((one) => one.offer?.title)).not.toContain('Nørrebro Ungdomsklub')
  })
})

describe('who sees what', () => {
  test('another organisation’s draft is noted for the municipality, and suggested to nobody else', () => {
    const theirs = createInitiative(
      mette,
      {
        ...basement(),
        ...rest(),
        planId: planId('Stefansgadekvarteret'),
        estateId: null,
        leadId: partyId('AAB'),
      },
      DEMO_NOW,
    )
    const suggested = (viewer: Viewer) =>
      suggestWhileWritten(viewer, { ...basement(), initiativeId: null }).map(({ id }) => id)
    expect(suggested(mette)).toContain(theirs)
    expect(suggested(pia)).not.toContain(theirs)
    const id = write()
    const others = (viewer: Viewer) => ofBasement(viewer, id).flatMap(({ other }) => other?.id ?? [])
    expect(others(mette)).toContain(theirs)
    expect(others(pia)).not.toContain(theirs)
    const hidden = ofBasement(mette, id).find(({ other }) => other?.id === theirs)!
    expect(() => resolveOverlap(pia, { id: hidden.id, version: 1, state: 'not_same' }, DEMO_NOW)).toThrow(
      NotFound,
    )
  })

  test('a partner and an auditor settle nothing, and who may not write asks nothing', () => {
    const id = write()
    const [found] = ofBasement(pia, id)
    for (const name of ['Lars Nygaard', 'Ruth Vind', 'Erik Dam'])
      expect(() =>
        resolveOverlap(viewerOf(name), { id: found!.id, version: 1, state: 'not_same' }, DEMO_NOW),
      ).toThrow()
    const written = { ...basement(), initiativeId: null }
    expect(() => requireWriter(viewerOf('Søren Bak'), written)).toThrow('notAllowed')
    expect(() => requireWriter(viewerOf('Erik Dam'), written)).toThrow(NotFound)
    expect(() => requireWriter(pia, written)).not.toThrow()
  })

  test('a department says "findes allerede" with a link; an organisation does not', () => {
    const initiativeId = write()
    const known = { initiativeId, known: 'Klub 4 på skolen', link: 'https://kk.dk/klub4' }
    expect(() => pointOutOverlap(pia, known, DEMO_NOW)).toThrow('notAllowed')
    pointOutOverlap(viewerOf('Line Krogh'), known, DEMO_NOW)
    expect(ofBasement(pia, initiativeId).map(({ known: said, link }) => [said, link])).toContainEqual([
      'Klub 4 på skolen',
      'https://kk.dk/klub4',
    ])
  })
})

test('an offer whose department was renamed is still found, under the new name', () => {
  const buf = partyId('BUF')
  const renamed = { id: buf, version: 1, shortName: 'BUF', name: 'Børneforvaltningen', administrator: null }
  changeParty(mette, { ...renamed, sortKey: '', validFrom: null, validTo: null, confirm: [] }, DEMO_NOW)
  const offer = {
    partyId: buf,
    title: 'Ny ungdomsklub i kælderen',
    description: 'Klub for unge med musik og lektier.',
    themeId: null,
    targetGroupId: listed('unge'),
    activityKindId: listed('klub'),
    areaId: null,
    estateId: estate('Titanparken'),
    place: '',
    opening: '',
    contact: '',
    startsOn: null,
    endsOn: null,
  }
  addOffer(viewerOf('Line Krogh'), offer, DEMO_NOW)
  const titles = suggestWhileWritten(pia, { ...basement(), initiativeId: null }).map(({ title }) => title)
  expect(titles).toContain('Ny ungdomsklub i kælderen')
})

test('an offer written after the initiative is noted beside it too, for whoever may see both', () => {
  const id = write()
  const offer = {
    partyId: partyId('BUF'),
    title: 'Kommunal kælderklub for unge',
    description: 'Klub for unge med musik og lektier.',
    themeId: null,
    targetGroupId: listed('unge'),
    activityKindId: listed('klub'),
    areaId: null,
    estateId: estate('Titanparken'),
    place: '',
    opening: '',
    contact: '',
    startsOn: null,
    endsOn: null,
  }
  const offerId = addOffer(viewerOf('Line Krogh'), offer, DEMO_NOW)
  expect(ofBasement(pia, id).map((one) => one.offer?.id)).toContain(offerId)
})

test('whatever is typed is only looked for', () => {
  database.transaction((tx) => indexWords(tx, { kind: 'offer', id: 'x' }, 'Lektiehjælp på biblioteket'))
  expect(findByWords(database, 'offer', 'lektier')).toContain('x')
  expect(findByWords(database, 'offer', 'bibliotekerne')).toContain('x')
  expect(findByWords(database, 'initiative', 'lektiehjælp på biblioteket')).not.toContain('x')
  for (const typed of ['', '"', 'NEAR(" OR *', 'a AND', '%_\\', '(((', 'klub*'.repeat(2000)])
    expect(() => findByWords(database, 'offer', typed)).not.toThrow()
})

test('a pair of initiatives is one pair, whichever was written last', () => {
  write()
  write(pia, { title: 'Ungdomsklub i kælderen' })
  const pairs = database
    .select()
    .from(overlaps)
    .all()
    .filter(({ otherInitiativeId }) => otherInitiativeId)
  const keys = pairs.map(({ initiativeId, otherInitiativeId }) =>
    [initiativeId, otherInitiativeId].sort().join(),
  )
  expect(new Set(keys).size).toBe(keys.length)
  expect(database.select().from(initiatives).all().length).toBeGreaterThan(2)
})

test('a count is asked for whatever days are typed; turned round they are put in order', () => {
  const none = { from: null, to: null }
  for (const typed of [{}, { from: 'i går', to: ['2026-01-01', 'x'] }, { from: '31.2.2026' }])
    expect(countInput.parse(typed)).toEqual(none)
  expect(countInput.parse({ from: '2026-12-31', to: '2026-01-01' })).toEqual({
    from: '2026-01-01',
    to: '2026-12-31',
  })
})
