import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import type { Database } from '@/db/open'
import { absences, enquiries, enquiryOutcomes, events, initiatives, outbox, people } from '@/db/schema'
import { addDays, instantOf } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { ask, logEnquiry } from './commands/ask'
import { linkInitiative, makeActionItem, proposeEnquiry } from './commands/become'
import { giveFeedback } from './commands/feedback'
import { handOverEnquiries } from './commands/owner'
import { routeEnquiry, stepPart } from './commands/route'
import { sortEnquiry } from './commands/sort'
import { say, stepEnquiry } from './commands/step'
import { enquiryListInput } from './input'
import { getEnquiry } from './queries/detail'
import { listEnquiries } from './queries/list'

const DAY = '2026-11-23'

let database: Database
let pia: Viewer
let mette: Viewer
let soeren: Viewer
let line: Viewer
beforeEach(() => {
  database = demoDatabase()
  ;[pia, mette, soeren, line] = ['Pia Storm', 'Mette Holm', 'Søren Bak', 'Line Krogh'].map((name) =>
    viewerOf(name),
  ) as [Viewer, Viewer, Viewer, Viewer]
})

const QUESTION = { areaId: null, estateId: null, files: [], different: [] }
const SNOW = 'Hvem rydder sne på stien ved Titanparken?'
const asked = (person = pia, text = SNOW, now = DEMO_NOW) => ask(person, { ...QUESTION, text }, now)
const stored = (id: string) => database.select().from(enquiries).where(eq(enquiries.id, id)).get()!
const read = (viewer: Viewer, id: string) => getEnquiry(viewer, id, DAY)
const listed = (viewer: Viewer) =>
  listEnquiries(viewer, enquiryListInput.parse({ tab: 'all' }), DAY).enquiries
const mailed = (name: string) =>
  database
    .select()
    .from(outbox)
    .where(eq(outbox.recipientId, personId(name)))
    .all()
    .filter(({ kind }) => kind.startsWith('enquiry'))
    .map(({ kind, payload }) =>
      kind === 'enquiry_receipt' ? kind : String((payload as { news: string }).news),
    )
const route = (id: string, party: string, person = mette) => routeBy(person, id, party, null)
const routeBy = (person: Viewer, id: string, party: string, dueOn: string | null) => {
  const asked = { partyId: partyId(party), question: '', dueOn }
  return routeEnquiry(person, { id, version: stored(id).version, ...asked }, DEMO_NOW)
}
const refuse = (id: string) =>
  stepPart(mette, { id, version: 1, step: 'refused', text: 'Det er ikke os.' }, DEMO_NOW)
const step = (person: Viewer, id: string, words: Record<string, unknown>, now = DEMO_NOW) =>
  stepEnquiry(person, { id, version: stored(id).version, ...words } as never, now)
const leave = (party: string) =>
  database
    .update(people)
    .set({ deactivatedAt: DEMO_NOW })
    .where(eq(people.partyId, partyId(party)))
    .run()

describe('a housing organisation asks', () => {
  test('once, with a number, an owner, a day and a receipt; an impatient second press is the same enquiry', async () => {
    const id = await asked()
    expect(await asked()).toBe(id)
    expect(read(pia, id)).toMatchObject({ state: 'received', owner: expect.stringMatching(/./) })
    expect(stored(id).number).toBe(Math.max(...listed(mette).map(({ number }) => number)))
    expect(stored(id).expectedOn).toBe('2026-11-30')
    expect(mailed('Pia Storm')).toEqual(['enquiry_receipt'])
    expect(await asked(pia, 'Noget andet?')).not.toBe(id)
    expect(await asked(pia, SNOW, new Date(DEMO_NOW.getTime() + 3_600_000))).not.toBe(id)
  })

  test('the team writes down what is said on the telephone, for somebody of an organisation', async () => {
    const call = {
      ...QUESTION,
      text: SNOW,
      kind: 'case',
      via: 'phone',
      askerId: personId('Pia Storm'),
    } as const
    const id = await logEnquiry(mette, call, DEMO_NOW)
    expect(read(pia, id)).toMatchObject({ via: 'phone', asker: 'Pia Storm' })
    const stranger = { ...call, askerId: personId('Søren Bak') }
    await expect(logEnquiry(mette, stranger, DEMO_NOW)).rejects.toThrow(Refused)
    await expect(logEnquiry(pia, call, DEMO_NOW)).rejects.toThrow('notAllowed')
    await expect(asked(soeren)).rejects.toThrow('notAllowed')
    await expect(asked(viewerOf('Lars Nygaard'))).rejects.toThrow('notAllowed')
  })

  test('is read by its own organisation, the team and who it is routed to, and by nobody else', async () => {
    const id = await asked()
    for (const name of ['Søren Bak', 'Karen Lund', 'Erik Dam', 'Ruth Vind', 'Lars Nygaard']) {
      expect(() => read(viewerOf(name), id)).toThrow(NotFound)
      expect(listed(viewerOf(name)).map((one) => one.id)).not.toContain(id)
    }
    route(id, 'BIF')
    expect(read(soeren, id).parts).toHaveLength(1)
    expect(read(pia, id)).toMatchObject({ parts: [], turn: { parties: ['BIF'] } })
    say(soeren, { id, kind: 'internal', text: 'Det ved SOF.' }, DEMO_NOW)
    expect(read(mette, id).messages).toHaveLength(1)
    expect(read(pia, id).messages).toEqual([])
  })

  test('while its owner is on holiday the deputy convener owns it, and afterwards the owner again', async () => {
    const area = { areaId: null, estateId: null, files: [], different: [] }
    const id = await ask(pia, { ...area, text: SNOW }, DEMO_NOW)
    const owner = read(mette, id).owner
    const deputy = ['Mette Holm', 'Jonas Friis'].find((name) => name !== owner)!
    const absence = { id: 'away', fromDay: DAY, toDay: '2026-11-25', createdAt: DEMO_NOW }
    database
      .insert(absences)
      .values({ ...absence, personId: personId(owner), deputyId: personId(deputy) })
      .run()
    expect(read(mette, id)).toMatchObject({ owner: deputy, ownerAway: owner })
    expect(getEnquiry(mette, id, '2026-11-26')).toMatchObject({ owner, ownerAway: null })
  })

  test('who leaves the team leaves no open enquiry without an owner', async () => {
    const id = await asked()
    const { ownerId } = stored(id)
    write((tx) => handOverEnquiries(tx, mette, ownerId, DEMO_NOW))
    expect(stored(id).ownerId).not.toBe(ownerId)
  })
})

describe('two departments, a refusal, a question back, an answer and a reopening', () => {
  test('the asker always knows whose turn it is, and everybody is told what concerns them', async () => {
    const id = await asked()
    const [bif, buf] = [route(id, 'BIF'), route(id, 'BUF')]
    expect(mailed('Karen Lund')).toEqual(['route'])
    expect(stored(id).state).toBe('routed')
    stepPart(soeren, { id: bif, version: 1, step: 'refused', text: 'Det er SOF.' }, DEMO_NOW)
    expect(read(mette, id).parts.map(({ party, leads }) => [party, leads])).toEqual([
      ['BIF', false],
      ['BUF', true],
    ])
    stepPart(line, { id: buf, version: 1, step: 'accepted' }, DEMO_NOW)
    expect(read(pia, id)).toMatchObject({ state: 'with_department', turn: { parties: ['BUF'] } })
    step(mette, id, { step: 'ask', text: 'Hvilken sti?' })
    expect(read(pia, id).turn.of).toBe('asker')
    const before = stored(id).expectedOn
    const later = instantOf(addDays(DAY, 7), '09:00')
    step(pia, id, { step: 'reply', text: 'Den ved legepladsen.' }, later)
    expect([before, stored(id).expectedOn]).toEqual(['2026-11-30', '2026-12-07'])
    stepPart(line, { id: buf, version: 2, step: 'answered', text: 'Vi rydder.' }, later)
    expect(read(pia, id).turn).toMatchObject({ of: 'lead', parties: ['BUF'] })
    step(line, id, { step: 'answer', text: 'BUF rydder stien.' }, later)
    expect(read(pia, id)).toMatchObject({ state: 'answered' })
    expect(read(pia, id).messages.at(-1)).toMatchObject({ kind: 'answered', text: 'BUF rydder stien.' })
    step(pia, id, { step: 'agree' }, later)
    step(pia, id, { step: 'reopen', text: 'Der ligger stadig sne.' }, later)
    expect(stored(id)).toMatchObject({ state: 'with_department', closedAt: null })
    expect(mailed('Pia Storm')).toEqual(['enquiry_receipt', 'ask', 'answer'])
    const kinds = database.select().from(events).where(eq(events.subjectId, id)).all()
    expect(kinds.map(({ kind }) => kind)).toContain('enquiry.reopen')
  })

  test('each part has a day of its own: the working day before the answer, or one that is chosen up to it', async () => {
    const id = await asked()
    route(id, 'BIF')
    routeBy(mette, id, 'BUF', '2026-11-25')
    expect(read(mette, id).parts.map(({ dueOn }) => dueOn)).toEqual(['2026-11-27', '2026-11-25'])
    expect(() => routeBy(mette, id, 'SOF', '2026-11-20')).toThrow('partDuePast')
    expect(() => routeBy(mette, id, 'SOF', '2026-12-01')).toThrow('partDueAfterAnswer')
  })

  test('a department that is asked but does not lead lets no answer out, and nobody but the asker agrees', async () => {
    const id = await asked()
    route(id, 'BIF')
    route(id, 'BUF')
    expect(() => step(line, id, { step: 'answer', text: 'Nej.' })).toThrow('notAllowed')
    expect(() => step(mette, id, { step: 'agree' })).toThrow('notAllowed')
    expect(() => step(viewerOf('Erik Dam'), id, { step: 'agree' })).toThrow(NotFound)
  })

  test('the lead department finds another place, until the third refusal: then it is the coordinator', async () => {
    const id = await asked()
    route(id, 'BIF')
    for (const party of ['BUF', 'SOF']) refuse(route(id, party, soeren))
    expect(route(id, 'BUF', soeren)).toEqual(expect.any(String))
    refuse(read(mette, id).parts.at(-1)!.id)
    expect(() => route(id, 'KFF', soeren)).toThrow('thirdRefusal')
    expect(route(id, 'KFF')).toEqual(expect.any(String))
  })

  test('a delay that is not ours moves the day, with a reason the asker reads', async () => {
    const id = await asked()
    const delay = { step: 'delay', text: 'Vi venter på HOFOR.' }
    expect(() => step(mette, id, { ...delay, expectedOn: '2026-11-25' })).toThrow('delayNotLater')
    step(mette, id, { ...delay, expectedOn: '2026-12-10' })
    expect(read(pia, id)).toMatchObject({ expectedOn: '2026-12-10', messages: [{ kind: 'delayed' }] })
  })

  test('a department with nobody left is not asked, and one that loses its last person says so', async () => {
    const id = await asked()
    route(id, 'BUF')
    leave('BIF')
    expect(() => route(id, 'BIF')).toThrow('departmentEmpty')
    leave('BUF')
    expect(read(mette, id).parts[0]).toMatchObject({ party: 'BUF', staffed: false })
  })

  test('two that repeat each other, and three in a ring: the last is refused; and one asked by another is none of it', async () => {
    const [one, two] = [await asked(), await asked(pia, 'Hvem rydder sne?')]
    step(mette, one, { step: 'duplicate', number: stored(two).number })
    const back = { step: 'duplicate', number: stored(one).number }
    expect(() => step(mette, two, back)).toThrow('duplicateCircle')
    // Nor through a third one, all the way round.
    const three = await asked(pia, 'Hvem salter?')
    step(mette, two, { step: 'duplicate', number: stored(three).number })
    expect(() => step(mette, three, back)).toThrow('duplicateCircle')
    const other = await asked(viewerOf('Erik Dam'), 'Hvem rydder?')
    expect(() => step(mette, other, back)).toThrow('duplicateOfOther')
    expect(() => step(mette, three, { step: 'duplicate', number: 99999 })).toThrow('unknown')
  })

  test('an answer is taken up again within twenty working days, and not after', async () => {
    const id = await asked()
    step(mette, id, { step: 'answer', text: 'Kommunen.' })
    const reopen = { step: 'reopen', text: 'Nej.' }
    const on = (day: string) => () => step(pia, id, reopen, instantOf(day, '09:00'))
    expect(on('2026-12-22')).toThrow('reopenTooLate')
    expect(on('2026-12-21')).not.toThrow()
  })

  test('another kind means another day; what stands is changed by nobody who saw an older page', async () => {
    const id = await asked()
    const { ownerId, version } = stored(id)
    const sorted = {
      id,
      version,
      kind: 'major',
      areaId: null,
      themeId: null,
      targetGroupId: null,
      ownerId,
    } as const
    sortEnquiry(mette, sorted, DEMO_NOW)
    expect(stored(id).expectedOn).toBe('2026-12-21')
    expect(() => sortEnquiry(mette, sorted, DEMO_NOW)).toThrow('enquiryChanged')
    expect(() => sortEnquiry(pia, sorted, DEMO_NOW)).toThrow('notAllowed')
  })
})

describe('what becomes of it', () => {
  test('a proposal for a forum, an action item of one person, an initiative that takes care of it', async () => {
    const id = await asked()
    const forum = forumId('noerrebro')
    proposeEnquiry(mette, { id, forumId: forum, title: 'Sne', description: SNOW }, DEMO_NOW)
    const item = {
      forumId: forum,
      title: 'Ring til TMF',
      partyId: partyId('BIF'),
      personId: personId('Søren Bak'),
    }
    makeActionItem(mette, { id, ...item, dueOn: '2026-12-04', visibility: 'internal', confirm: [] }, DEMO_NOW)
    const initiativeId = database.select().from(initiatives).get()!.id
    linkInitiative(mette, { id, initiativeId }, DEMO_NOW)
    linkInitiative(mette, { id, initiativeId }, DEMO_NOW)
    expect(
      database.select().from(enquiryOutcomes).where(eq(enquiryOutcomes.enquiryId, id)).all(),
    ).toHaveLength(3)
    expect(() => linkInitiative(pia, { id, initiativeId }, DEMO_NOW)).toThrow('notAllowed')
  })

  test('both sides say how it went once it is closed, each once', async () => {
    const id = await asked()
    route(id, 'BIF')
    const yes = { id, verdict: 'yes', line: 'Hurtigt.' } as const
    expect(() => giveFeedback(pia, yes, DEMO_NOW)).toThrow('enquiryNotClosed')
    step(mette, id, { step: 'answer', text: 'Kommunen.' })
    step(pia, id, { step: 'agree' })
    giveFeedback(pia, yes, DEMO_NOW)
    giveFeedback(pia, { ...yes, verdict: 'partly' }, DEMO_NOW)
    giveFeedback(soeren, { ...yes, verdict: 'no' }, DEMO_NOW)
    expect(() => giveFeedback(mette, yes, DEMO_NOW)).toThrow('notAllowed')
    const given = read(pia, id).feedback.map(({ party, verdict }) => `${party} ${verdict}`)
    expect(given.sort()).toEqual(['BIF no', 'fsb partly'])
  })
})
