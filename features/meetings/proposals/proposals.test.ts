import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { agendaItems, meetings, outbox, people, proposals } from '@/db/schema'
import { writeEmail } from '@/features/letters/emails/write'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { announceMeeting, cancelMeeting, planMeeting } from '../commands'
import { propose, stepProposal } from './commands'
import type { ProposeInput } from './input'
import { getProposal, listProposals, listWaiting } from './queries'

let database: Database
let mette: Viewer
let pia: Viewer
let meetingId: string

const plan = (heldOn: string, forum = 'noerrebro') => {
  const input = {
    forumId: forumId(forum),
    heldOn,
    startsAt: '14:00',
    durationMinutes: 90,
    place: '',
    link: '',
  }
  return planMeeting(
    mette,
    { ...input, sagsnr: null, dokumentnr: null, proposalsUntil: null, confirm: [] },
    DEMO_NOW,
  )
}

const suggest = (person = pia, more: Partial<ProposeInput> = {}) =>
  propose(
    person,
    {
      meetingId,
      title: 'Lys på stierne',
      kind: 'discussion',
      minutes: 15,
      description: '',
      visibility: 'forum',
      ...more,
    },
    DEMO_NOW,
  )
const stored = (id: string) => database.select().from(proposals).where(eq(proposals.id, id)).get()!
const setMeeting = (change: Partial<typeof meetings.$inferInsert>) =>
  database.update(meetings).set(change).where(eq(meetings.id, meetingId)).run()

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  pia = viewerOf('Pia Storm')
  meetingId = plan('2028-02-10')
  announceMeeting(mette, { id: meetingId }, DEMO_NOW)
})

test('what is accepted is on the agenda, unsent, in the name of who proposed it', () => {
  const id = suggest()
  expect(listWaiting(mette, meetingId).map((proposal) => proposal.id)).toEqual([id])
  stepProposal(mette, { id, step: 'accepted' }, DEMO_NOW)
  const { state, agendaItemId, partyId } = stored(id)
  expect(state).toBe('on_agenda')
  const item = database.select().from(agendaItems).where(eq(agendaItems.id, agendaItemId!)).get()
  expect(item).toMatchObject({ meetingId, title: 'Lys på stierne', proposerPartyId: partyId, sentAt: null })
  expect(() => stepProposal(mette, { id, step: 'accepted' }, DEMO_NOW)).toThrow(
    new Refused('proposalSettled'),
  )
})

test('a question goes back to the proposer, whose answer makes it a suggestion again', () => {
  const id = suggest()
  expect(() => stepProposal(pia, { id, step: 'answered', text: 'Ja' }, DEMO_NOW)).toThrow(Refused)
  stepProposal(mette, { id, step: 'asked', text: 'Hvilke stier?' }, DEMO_NOW)
  expect(stored(id).state).toBe('asked_for_more')
  stepProposal(pia, { id, step: 'answered', text: 'Dem ved skolen' }, DEMO_NOW)
  expect(stored(id).state).toBe('suggested')
  expect(getProposal(pia, id).steps.map(({ text }) => text)).toEqual(['Hvilke stier?', 'Dem ved skolen'])
})

test('only the coordinators settle it, only the proposer’s party withdraws it', () => {
  const id = suggest()
  expect(() => stepProposal(pia, { id, step: 'accepted' }, DEMO_NOW)).toThrow(new Refused('notAllowed'))
  expect(() => stepProposal(mette, { id, step: 'withdrawn' }, DEMO_NOW)).toThrow(new Refused('notAllowed'))
  stepProposal(pia, { id, step: 'withdrawn' }, DEMO_NOW)
  expect(stored(id).state).toBe('withdrawn')
})

test('another organisation of the same forum never sees it', () => {
  const id = suggest()
  const aase = viewerOf('Åse Aagaard')
  expect(() => getProposal(aase, id)).toThrow(NotFound)
  expect(() => stepProposal(aase, { id, step: 'withdrawn' }, DEMO_NOW)).toThrow(NotFound)
  expect(listProposals(aase)).toEqual([])
  expect(getProposal(viewerOf('Søren Bak'), id).title).toBe('Lys på stierne')
})

test('passed on, it is a suggestion at the other forum’s next meeting; without one it is refused', () => {
  const id = suggest()
  const to = forumId('bispebjerg')
  const pass = () =>
    stepProposal(mette, { id, step: 'passed_on', text: 'Hører til hos jer', forumId: to }, DEMO_NOW)
  database.update(meetings).set({ state: 'cancelled' }).where(eq(meetings.forumId, to)).run()
  expect(pass).toThrow(new Refused('noComingMeeting', undefined, 'forumId'))
  expect(stored(id).state).toBe('suggested')
  const next = plan('2028-03-02', 'bispebjerg')
  pass()
  expect(stored(id)).toMatchObject({ state: 'passed_on', passedToForumId: to })
  expect(listWaiting(mette, next)).toMatchObject([
    { title: 'Lys på stierne', state: 'suggested', party: 'fsb', description: 'Hører til hos jer' },
  ])
})

test('after the deadline, and once the agenda is sent, it is late', () => {
  setMeeting({ proposalsUntil: '2026-11-23' })
  expect(stored(suggest()).late).toBe(false)
  setMeeting({ proposalsUntil: '2026-11-22' })
  expect(stored(suggest()).late).toBe(true)
  setMeeting({ proposalsUntil: null, state: 'agenda_sent' })
  expect(stored(suggest()).late).toBe(true)
})

test('a cancelled or held meeting takes no proposals, and a cancelled one takes none up', () => {
  const id = suggest()
  cancelMeeting(mette, { id: meetingId, reason: 'Sygdom' }, DEMO_NOW)
  expect(() => suggest()).toThrow(new Refused('proposalTo_cancelled'))
  expect(() => stepProposal(mette, { id, step: 'accepted' }, DEMO_NOW)).toThrow(
    new Refused('proposalTo_cancelled'),
  )
  setMeeting({ state: 'held' })
  expect(() => suggest()).toThrow(new Refused('proposalTo_held'))
})

test('when the meeting is moved the proposal follows it', () => {
  const id = suggest()
  setMeeting({ heldOn: '2028-02-17' })
  expect(getProposal(pia, id).heldOn).toBe('2028-02-17')
})

test('who has no seat there proposes nothing, and an organisation nothing internal', () => {
  expect(() => suggest(viewerOf('Ruth Vind'))).toThrow(new Refused('notAllowed'))
  expect(() => suggest(viewerOf('Karen Lund'))).toThrow(Refused)
  expect(() => suggest(pia, { visibility: 'internal' })).toThrow(
    new Refused('proposalNotInternal', undefined, 'visibility'),
  )
  expect(stored(suggest(viewerOf('Søren Bak'), { visibility: 'internal' })).visibility).toBe('internal')
})

describe('the proposer is told by mail', () => {
  const mails = () => database.select().from(outbox).where(eq(outbox.kind, 'proposal_answered')).all()

  test('of each step the coordinators take, without a word of what it is about', async () => {
    const id = suggest()
    stepProposal(mette, { id, step: 'asked', text: 'Hvilke stier?' }, DEMO_NOW)
    const [asked] = mails()
    expect(asked).toMatchObject({ recipientId: pia.personId, payload: { proposalId: id, step: 'asked' } })
    const message = await writeEmail(asked!, DEMO_NOW)
    expect(message).toMatchObject({ subject: expect.stringContaining('Spørgsmål til dit forslag') })
    expect(JSON.stringify(message)).toContain(`/meetings/proposals/${id}`)
    expect(JSON.stringify(message)).not.toMatch(/Lys på stierne|Hvilke stier/)

    stepProposal(pia, { id, step: 'answered', text: 'Dem ved skolen' }, DEMO_NOW)
    expect(await writeEmail(asked!, DEMO_NOW)).toEqual({ withdrawn: 'overtaken' })
    stepProposal(mette, { id, step: 'accepted' }, DEMO_NOW)
    expect(mails().map(({ payload }) => payload.step)).toEqual(['asked', 'accepted'])
    expect(await writeEmail(mails()[1]!, DEMO_NOW)).toMatchObject({
      subject: expect.stringContaining('på dagsordenen'),
    })
  })

  test.each(['declined', 'passed_on'] as const)('that it was %s, in either language', async (step) => {
    const id = suggest()
    plan('2028-03-02', 'bispebjerg')
    const to = forumId('bispebjerg')
    const text = 'Hører til hos driften'
    stepProposal(mette, step === 'declined' ? { id, step, text } : { id, step, text, forumId: to }, DEMO_NOW)
    for (const locale of ['da', 'en'] as const) {
      const message = await writeEmail({ ...mails()[0]!, locale }, DEMO_NOW)
      expect(message).toMatchObject({ to: 'pia.storm@demo.invalid' })
      expect(JSON.stringify(message)).not.toContain(text)
    }
  })

  test('unless they withdraw it themselves, or are here no more', () => {
    stepProposal(pia, { id: suggest(), step: 'withdrawn' }, DEMO_NOW)
    const id = suggest()
    database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.id, pia.personId)).run()
    stepProposal(mette, { id, step: 'declined', text: 'Nej' }, DEMO_NOW)
    expect(mails()).toEqual([])
  })
})
