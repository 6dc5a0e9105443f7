import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { attachDatabase } from '@/db/client'
import type { Database } from '@/db/open'
import { areas, enquiries, forums } from '@/db/schema'
import { plantCanaries, wordsIn } from '@/e2e/canary/plant'
import { can, type Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { enquiriesOf } from '@/test/enquiries'
import { ask } from '../commands/ask'
import { askInput } from '../input'
import { sayDifferent } from './commands'
import { similarInput } from './input'
import { listSimilar } from './queries'

let database: Database
let mette: Viewer
let pia: Viewer
beforeEach(() => {
  database = demoDatabase()
  ;[mette, pia] = [viewerOf('Mette Holm'), viewerOf('Pia Storm')]
})

const written = (text: string) => ({ text, areaId: null, estateId: null, day: '2026-11-23' })
const byArea = (slug: string) => database.select().from(forums).where(eq(forums.slug, slug)).get()!.areaId
const RUBBISH = 'Bliver storskraldet ved Titanparken hentet oftere? Porten er fuld af møbler.'

describe('what may have been asked before', () => {
  test('is found in other words, says why, and brings its answer along', () => {
    const [first] = listSimilar(pia, written(RUBBISH))
    expect(first?.candidate).toMatchObject({ kind: 'enquiry', number: 2 })
    expect(first?.candidate.answer).toContain('Ejendomskontoret')
    expect(first?.reasons[0]).toMatchObject({
      kind: 'words',
      words: expect.arrayContaining(['storskraldet']),
    })
  })

  test('while one types, the target group and theme that the text names are compared, and the reason says so', async () => {
    const text = 'Kan I tage imod flere piger i klubben på Nørrebro? De unge keder sig om aftenen.'
    const areaId = byArea('noerrebro')
    const [first] = listSimilar(pia, { ...written(text), areaId }).filter(({ reasons }) =>
      reasons.some(({ kind }) => kind === 'targetGroup'),
    )
    expect(first?.named).toMatchObject({ targetGroup: { slug: 'unge' }, theme: undefined })
    const without = listSimilar(pia, { ...written(text.replace('unge', 'små')), areaId })
    expect(without.flatMap(({ reasons }) => reasons).some(({ kind }) => kind === 'targetGroup')).toBe(false)
    // What somebody chose is not guessed at.
    const chosen = { ...written(text), areaId, targetGroupId: first!.candidate.targetGroupId }
    expect(listSimilar(pia, chosen)[0]?.named.targetGroup).toBeUndefined()
  })

  test('is never more than the viewer may read, nor are its words', () => {
    const byId = new Map(enquiriesOf(database).enquiries.map((enquiry) => [enquiry.id, enquiry]))
    const texts = [...byId.values()].map(({ text }) => text)
    for (const name of ['Pia Storm', 'Åse Aagaard', 'Erik Dam']) {
      const viewer = viewerOf(name)
      const found = texts
        .flatMap((text) => listSimilar(viewer, written(text)))
        .filter(({ candidate }) => candidate.kind === 'enquiry')
      expect(found.length).toBeGreaterThan(0)
      expect(found.every(({ candidate }) => can.readEnquiry(viewer, byId.get(candidate.id)!))).toBe(true)
    }
  })

  test('holds no word of a text that is not the viewer’s, answers and topics among them', () => {
    // As they were before: the words named as reasons are those one types.
    const texts = database.select({ text: enquiries.text }).from(enquiries).all()
    const { database: planted, canaries } = plantCanaries(database.$client.serialize())
    attachDatabase(planted)
    const places = [
      null,
      ...planted
        .select({ id: areas.id })
        .from(areas)
        .all()
        .map(({ id }) => id),
    ]
    let seen = 0
    for (const name of ['Pia Storm', 'Åse Aagaard', 'Erik Dam', 'Mette Holm']) {
      const viewer = viewerOf(name)
      const allowed = new Set(canaries.filter(({ maySee }) => maySee(viewer)).map(({ word }) => word))
      for (const areaId of places) {
        const found = texts.flatMap(({ text }) => listSimilar(viewer, { ...written(text), areaId }))
        const words = wordsIn(JSON.stringify(found))
        const leaked = canaries.filter(({ word }) => words.includes(word) && !allowed.has(word))
        expect(
          leaked.map(({ what }) => what),
          name,
        ).toEqual([])
        seen += words.length
      }
    }
    expect(seen).toBeGreaterThan(20)
  })

  test('said not to be the same it is not shown beside that enquiry any more', async () => {
    const id = await ask(pia, askInput.parse({ text: RUBBISH }), DEMO_NOW)
    const shown = () => listSimilar(mette, written(RUBBISH), id).map(({ candidate }) => candidate.id)
    const [first] = shown()
    expect(shown()).not.toContain(id)
    const said = { id, subjectKind: 'enquiry', subjectId: first! } as const
    expect(() => sayDifferent(pia, said, DEMO_NOW)).toThrow('notAllowed')
    sayDifferent(mette, said, DEMO_NOW)
    sayDifferent(mette, said, DEMO_NOW)
    expect(shown()).not.toContain(first)
    // Of another kind the same holds, and what was not spoken of is still there.
    const areaId = byArea('noerrebro')
    const similar = () => listSimilar(mette, { ...written('Fritidsjob og klub til unge'), areaId }, id)
    const others = similar().filter(({ candidate }) => candidate.kind !== 'enquiry')
    expect(others.length).toBeGreaterThan(1)
    const { kind, id: other } = others[0]!.candidate
    sayDifferent(mette, { id, subjectKind: kind, subjectId: other }, DEMO_NOW)
    const left = similar().map(({ candidate }) => candidate.id)
    expect(left).not.toContain(other)
    expect(left).toContain(others[1]!.candidate.id)
  })

  test('what was waved away while writing stays away', async () => {
    const { id: first } = database.select().from(enquiries).where(eq(enquiries.number, 2)).get()!
    const input = askInput.parse({ text: RUBBISH, different: [`enquiry:${first}`, 'nonsense', 'enquiry:Ø'] })
    expect(input.different).toEqual([{ kind: 'enquiry', id: first }])
    const id = await ask(pia, input, DEMO_NOW)
    expect(listSimilar(mette, written(RUBBISH), id).map(({ candidate }) => candidate.id)).not.toContain(first)
  })

  test('five thousand words of the query language are only words', () => {
    const { text } = similarInput.parse({ text: 'NEAR(" OR * '.repeat(5000) })
    expect(text.length).toBeLessThanOrEqual(8000)
    expect(listSimilar(mette, written(text))).toEqual([])
    expect(listSimilar(mette, written('"\' -- ^ : { } AND NOT'))).toEqual([])
    expect(listSimilar(mette, written(''))).toEqual([])
  })
})
