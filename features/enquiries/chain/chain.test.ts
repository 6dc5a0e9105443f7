import { eq, isNotNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { decisions, enquiries, enquiryOutcomes, forums, proposals } from '@/db/schema'
import { createActionItem } from '@/features/action-items/commands/create'
import { getDecision } from '@/features/decisions/queries'
import { listEnquiryAttachments } from '@/features/meetings/attachments/queries'
import { stepProposal } from '@/features/meetings/proposals/commands'
import { can } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { countStatements } from '@/test/statements'
import { ask } from '../commands/ask'
import { makeActionItem, proposeEnquiry } from '../commands/become'
import { routeEnquiry } from '../commands/route'
import { askInput, routeInput } from '../input'
import { getEnquiry } from '../queries/detail'
import { listSuggested } from '../routing/queries'
import { listSimilar } from '../similar/queries'
import { listChains } from './queries'

test('from the enquiry to the topic, the decision and the action item, with dates, read from each of them', async () => {
  const database = demoDatabase()
  const [mette, pia] = [viewerOf('Mette Holm'), viewerOf('Pia Storm')]
  const forum = forumId('noerrebro')
  const enquiryId = await ask(pia, askInput.parse({ text: 'Hvem rydder sne?' }), DEMO_NOW)
  const kinds = (viewer = mette) =>
    listChains(viewer, { enquiryId }).map((links) => links.map(({ kind }) => kind))
  expect(kinds()).toEqual([])

  proposeEnquiry(mette, { id: enquiryId, forumId: forum, title: 'Sne', description: '' }, DEMO_NOW)
  expect(kinds()).toEqual([['enquiry', 'proposal']])
  const { id } = database.select().from(proposals).where(eq(proposals.title, 'Sne')).get()!
  stepProposal(mette, { id, step: 'accepted' }, DEMO_NOW)
  const { agendaItemId, meetingId } = database.select().from(proposals).where(eq(proposals.id, id)).get()!
  const decided = { body: 'Vi rydder', visibility: 'internal', decidedOn: '2026-11-23' } as const
  const logged = { loggedAt: DEMO_NOW, loggedById: mette.personId }
  database
    .insert(decisions)
    .values({ id: 'ours', forumId: forum, meetingId, agendaItemId: agendaItemId!, ...decided, ...logged })
    .run()
  const soeren = { partyId: partyId('BIF'), personId: personId('Søren Bak') }
  const due = { dueOn: '2026-12-04', visibility: 'internal' } as const
  const item = { forumId: forum, title: 'Ryd', ...soeren, ...due, confirm: [] }
  const ofItem = createActionItem(mette, { ...item, meetingId, agendaItemId }, DEMO_NOW)
  makeActionItem(mette, { id: enquiryId, ...item, title: 'Ring' }, DEMO_NOW)

  const whole = ['enquiry', 'topic', 'decision', 'action_item', 'evidence', 'action_item', 'evidence']
  expect(kinds()).toEqual([whole])
  const [links] = listChains(mette, { enquiryId })
  expect(links?.filter(({ on }) => on === null).map(({ kind }) => kind)).toEqual(['evidence', 'evidence'])
  const topicId = links
    ?.find(({ kind }) => kind === 'topic')
    ?.href?.split('/')
    .at(-1)
  expect(listChains(mette, { topicId: topicId! })[0]?.map(({ kind }) => kind)).toContain('decision')
  expect(listChains(mette, { actionItemId: ofItem, agendaItemId })[0]?.[0]?.kind).toBe('enquiry')
  // The asker reads the line as far as they may read each of its links.
  expect(kinds(pia).flat()).not.toContain('action_item')
  expect(listChains(viewerOf('Erik Dam'), { actionItemId: ofItem, agendaItemId })).toEqual([])
})

test('the demo has one that went all the way; a housing organisation reads it to the end, and so it stands on the decision', () => {
  demoDatabase()
  const pia = viewerOf('Pia Storm')
  const { enquiryId } = db()
    .select()
    .from(enquiryOutcomes)
    .where(isNotNull(enquiryOutcomes.proposalId))
    .get()!
  const [links] = listChains(pia, { enquiryId })
  const kinds = ['enquiry', 'topic', 'decision', 'action_item', 'evidence', 'action_item', 'cancelled']
  expect(links?.map(({ kind }) => kind)).toEqual(kinds)
  // Each with its day, and each step after the one it follows from.
  const days = links?.slice(0, 5).map(({ on }) => on)
  expect(days).not.toContain(null)
  expect(days?.toSorted()).toEqual(days)
  const address = links?.find(({ kind }) => kind === 'decision')?.href
  const decision = getDecision(pia, address!.split('/').at(-1)!)
  expect(listChains(pia, { topicId: decision.item.topicId })).toEqual([links])
})

test('a proposal that waits stands on the line for who may read it alone', async () => {
  demoDatabase()
  const [mette, pia, soeren] = ['Mette Holm', 'Pia Storm', 'Søren Bak'].map((name) => viewerOf(name))
  const id = await ask(pia!, askInput.parse({ text: 'Hvem rydder sne?' }), DEMO_NOW)
  routeEnquiry(mette!, routeInput.parse({ id, version: 1, partyId: partyId('BIF') }), DEMO_NOW)
  const unseated = db()
    .select({ id: forums.id })
    .from(forums)
    .all()
    .find((forum) => !can.readForum(soeren!, forum))
  proposeEnquiry(mette!, { id, forumId: unseated!.id, title: 'Sne', description: '' }, DEMO_NOW)
  const kinds = (viewer = mette!) => listChains(viewer, { enquiryId: id })[0]?.map(({ kind }) => kind)
  expect(kinds()).toEqual(['enquiry', 'proposal'])
  expect(kinds(soeren)).toEqual(['enquiry'])
  expect(kinds(pia)).toEqual(['enquiry'])
})

test('the dearest page of an enquiry, open and with all that can become of it, asks seventeen times beside signing in', async () => {
  const database = demoDatabase()
  const mette = viewerOf('Mette Holm')
  const { enquiryId } = db()
    .select()
    .from(enquiryOutcomes)
    .where(isNotNull(enquiryOutcomes.proposalId))
    .get()!
  const open = { state: 'received', closedAt: null, outcome: null } as const
  database.update(enquiries).set(open).where(eq(enquiries.id, enquiryId)).run()
  const asked = countStatements(database, () => {
    const enquiry = getEnquiry(mette, enquiryId, '2026-11-23')
    expect(listChains(mette, { enquiryId })).toHaveLength(1)
    listEnquiryAttachments(mette, enquiryId)
    listSuggested(mette, enquiry)
    listSimilar(mette, { ...enquiry, day: '2026-11-23' }, enquiryId)
  })
  expect(asked).toBeLessThanOrEqual(17)
})
