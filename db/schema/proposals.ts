import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant, version, visibility } from './columns'
import { forums } from './forums'
import { agendaItems, ITEM_KINDS, meetings } from './meetings'
import { parties, people } from './parties'

export const PROPOSAL_STATES = [
  'suggested',
  'asked_for_more',
  'on_agenda',
  'passed_on',
  'declined',
  'withdrawn',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** An item somebody in the forum would like on the agenda; read by who proposed it, their party and the municipality. */
export const proposals = sqliteTable(
  'proposals',
  {
    id: id(),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    /** The meeting it was proposed for; the coordinator may take it up at another. */
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    proposerId: text()
      .notNull()
      .references(() => people.id),
    title: text().notNull(),
    description: text().notNull().default(''),
    kind: text({ enum: ITEM_KINDS }).notNull(),
    minutes: integer().notNull().default(0),
    visibility: visibility(),
    state: text({ enum: PROPOSAL_STATES }).notNull().default('suggested'),
    /** After the deadline: accepted, it is a supplement. */
    late: integer({ mode: 'boolean' }).notNull().default(false),
    agendaItemId: text().references(() => agendaItems.id),
    passedToForumId: text().references(() => forums.id),
    proposedAt: instant().notNull(),
    settledAt: instant(),
    version: version(),
  },
  (t) => [
    index('proposals_meeting').on(t.meetingId, t.state),
    index('proposals_forum').on(t.forumId, t.state),
    index('proposals_party').on(t.partyId, t.proposedAt),
  ],
)

export const PROPOSAL_STEPS = ['asked', 'answered', 'accepted', 'passed_on', 'declined', 'withdrawn'] as const

/** What was asked, answered and decided about a proposal, in order. Append-only. */
export const proposalSteps = sqliteTable(
  'proposal_steps',
  {
    id: id(),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    kind: text({ enum: PROPOSAL_STEPS }).notNull(),
    text: text(),
    takenAt: instant().notNull(),
    takenById: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('proposal_steps_proposal').on(t.proposalId, t.takenAt)],
)
