import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { enquiries, events, people } from '@/db/schema'
import { addDays, instantOf } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, partyId, personId, viewerOf } from '@/test/demo'
import { ask, logCall } from './commands/ask'
import { routeEnquiry, stepPart } from './commands/parts'
import { say, stepEnquiry } from './commands/step'
import { getEnquiry, listEnquiries } from './queries'

let database: Database
let pia: Viewer
let mette: Viewer
let soeren: Viewer
beforeEach(() => {
  database = demoDatabase()
  ;[pia, mette, soeren] = [viewerOf('Pia Storm'), viewerOf('Mette Holm'), viewerOf('Søren Bak')]
})

const QUESTION = { text: 'Hvem rydder sne på stien ved Titanparken?', areaId: null, estateId: null }
const asked = (person = pia, text = QUESTION.text) => ask(person, { ...QUESTION, text }, DEMO_NOW)
const stored = (id: string) => database.select().from(enquiries).where(eq(enquiries.id, id)).get()!
const route = (id: string, party: string) =>
  routeEnquiry(mette, { id, version: stored(id).version, partyId: partyId(party), question: '' }, DEMO_NOW)
const step = (person: Viewer, id: string, words: Record<string, unknown>, now = DEMO_NOW) =>
  stepEnquiry(person, { id, version: stored(id).version, ...words } as never, now)

describe('a housing organisation asks', () => {
  test('once, with a number, an owner and a day; an impatient second press is the same enquiry', () => {
    const id = asked()
    expect(asked()).toBe(id)
    expect(getEnquiry(pia, id)).toMatchObject({ number: 1, state: 'received', owner: expect.any(String) })
    expect(stored(id).expectedOn > '2026-11-23').toBe(true)
    expect(asked(pia, 'Noget andet?')).not.toBe(id)
  })

  test('the team writes down what is said on the telephone, for somebody of an organisation', () => {
    const call = { ...QUESTION, kind: 'case' as const, askerId: personId('Pia Storm') }
    const id = logCall(mette, call, DEMO_NOW)
    expect(getEnquiry(pia, id)).toMatchObject({ via: 'phone', asker: 'Pia Storm' })
    expect(() => logCall(mette, { ...call, askerId: personId('Søren Bak') }, DEMO_NOW)).toThrow(Refused)
    expect(() => logCall(pia, call, DEMO_NOW)).toThrow('notAllowed')
  })

  test('is read by its own organisation, the team and who it is routed to, and by nobody else', () => {
    const id = asked()
    for (const name of ['Søren Bak', 'Karen Lund', 'Erik Dam', 'Ruth Vind', 'Lars Nygaard']) {
      expect(() => getEnquiry(viewerOf(name), id)).toThrow(NotFound)
      expect(listEnquiries(viewerOf(name))).toEqual([])
    }
    route(id, 'BIF')
    expect(getEnquiry(soeren, id).parts).toHaveLength(1)
    expect(getEnquiry(pia, id)).toMatchObject({ parts: [], turn: { parties: ['BIF'] } })
    say(soeren, { id, kind: 'internal', text: 'Det ved SOF.' }, DEMO_NOW)
    expect(getEnquiry(mette, id).messages).toHaveLength(1)
    expect(getEnquiry(pia, id).messages).toEqual([])
  })
})

describe('two departments, a refusal, a question back, an answer and a reopening', () => {
  test('the asker always knows whose turn it is', () => {
    const id = asked()
    const [bif, buf] = [route(id, 'BIF'), route(id, 'BUF')]
    expect(stored(id).state).toBe('routed')
    stepPart(soeren, { id: bif, version: 1, step: 'refused', text: 'Det er SOF.' }, DEMO_NOW)
    stepPart(viewerOf('Line Krogh'), { id: buf, version: 1, step: 'accepted' }, DEMO_NOW)
    expect(getEnquiry(pia, id)).toMatchObject({ state: 'with_department', turn: { parties: ['BUF'] } })
    step(mette, id, { step: 'ask', text: 'Hvilken sti?' })
    const before = stored(id).expectedOn
    const later = instantOf(addDays('2026-11-23', 7), '09:00')
    step(pia, id, { step: 'reply', text: 'Den ved legepladsen.' }, later)
    expect(stored(id).expectedOn > before).toBe(true)
    stepPart(viewerOf('Line Krogh'), { id: buf, version: 2, step: 'answered', text: 'Vi rydder.' }, later)
    step(mette, id, { step: 'answer', text: 'BUF rydder stien.' }, later)
    expect(getEnquiry(pia, id)).toMatchObject({ state: 'answered', answer: 'BUF rydder stien.' })
    step(pia, id, { step: 'agree' }, later)
    step(pia, id, { step: 'reopen', text: 'Der ligger stadig sne.' }, later)
    expect(stored(id)).toMatchObject({ state: 'with_department', closedAt: null })
    const kinds = database.select().from(events).where(eq(events.subjectId, id)).all()
    expect(kinds.map(({ kind }) => kind)).toContain('enquiry.reopen')
  })

  test('a department with nobody left is not asked', () => {
    database
      .update(people)
      .set({ deactivatedAt: DEMO_NOW })
      .where(eq(people.partyId, partyId('BIF')))
      .run()
    expect(() => route(asked(), 'BIF')).toThrow('departmentEmpty')
  })

  test('two that repeat each other: the second is refused', () => {
    const [one, two] = [asked(), asked(pia, 'Hvem rydder sne?')]
    step(mette, one, { step: 'duplicate', number: stored(two).number })
    expect(() => step(mette, two, { step: 'duplicate', number: stored(one).number })).toThrow(
      'duplicateCircle',
    )
  })
})
