import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { decisions, proposals } from '@/db/schema'
import { createActionItem } from '@/features/action-items/commands/create'
import { stepProposal } from '@/features/meetings/proposals/commands'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { ask } from '../commands/ask'
import { makeActionItem, proposeEnquiry } from '../commands/become'
import { askInput } from '../input'
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
