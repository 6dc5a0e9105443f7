import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { actionItems } from './action-items'
import { classifications } from './classifications'
import { id, instant, plainDate, version } from './columns'
import { areas } from './forums'
import { initiatives } from './initiatives'
import { parties, people } from './parties'
import { estates } from './plans'
import { proposals } from './proposals'

export const ENQUIRY_KINDS = ['question', 'case', 'major'] as const
export type EnquiryKind = (typeof ENQUIRY_KINDS)[number]

export const ENQUIRY_STATES = [
  'received',
  'routed',
  'with_department',
  'awaiting_asker',
  'answered',
  'closed',
] as const
export type EnquiryState = (typeof ENQUIRY_STATES)[number]

export const WAYS_IN = ['web', 'phone', 'mail'] as const
export const ENQUIRY_OUTCOMES = ['answered', 'duplicate', 'not_ours'] as const

/** Henvendelser: asked once, of the municipality as one (S50). */
export const enquiries = sqliteTable(
  'enquiries',
  {
    id: id(),
    number: integer().notNull(),
    kind: text({ enum: ENQUIRY_KINDS }).notNull().default('question'),
    via: text({ enum: WAYS_IN }).notNull().default('web'),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    askerId: text()
      .notNull()
      .references(() => people.id),
    /** Of the team; never nobody. */
    ownerId: text()
      .notNull()
      .references(() => people.id),
    areaId: text().references(() => areas.id),
    estateId: text().references(() => estates.id),
    themeId: text().references(() => classifications.id),
    targetGroupId: text().references(() => classifications.id),
    text: text().notNull(),
    state: text({ enum: ENQUIRY_STATES }).notNull().default('received'),
    receivedAt: instant().notNull(),
    /** Since when it is where it is now. */
    movedAt: instant().notNull(),
    /** The day an answer is promised; moved on by as long as the asker is waited for. */
    expectedOn: plainDate().notNull(),
    /** Since when the asker is waited for. */
    stoppedOn: plainDate(),
    /** Kept through a reopening: it is what answer times are counted to. */
    firstAnsweredAt: instant(),
    answeredAt: instant(),
    closedAt: instant(),
    outcome: text({ enum: ENQUIRY_OUTCOMES }),
    duplicateOfId: text(),
    version: version(),
  },
  (t) => [
    uniqueIndex('enquiries_number').on(t.number),
    index('enquiries_state').on(t.state, t.expectedOn),
    index('enquiries_party').on(t.partyId, t.receivedAt),
  ],
)

export const PART_STATES = ['routed', 'accepted', 'answered', 'refused', 'dropped'] as const
export type PartState = (typeof PART_STATES)[number]

/** What one department is asked about an enquiry. */
export const enquiryParts = sqliteTable(
  'enquiry_parts',
  {
    id: id(),
    enquiryId: text()
      .notNull()
      .references(() => enquiries.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    personId: text().references(() => people.id),
    /** Puts the answers together. */
    leads: integer({ mode: 'boolean' }).notNull().default(false),
    question: text().notNull().default(''),
    state: text({ enum: PART_STATES }).notNull().default('routed'),
    dueOn: plainDate().notNull(),
    /** The answer, or why it is refused. */
    text: text().notNull().default(''),
    routedAt: instant().notNull(),
    settledAt: instant(),
    version: version(),
  },
  (t) => [
    index('enquiry_parts_enquiry').on(t.enquiryId, t.routedAt),
    index('enquiry_parts_party').on(t.partyId, t.state),
  ],
)

export const MESSAGE_KINDS = [
  'added',
  'internal',
  'asked',
  'replied',
  'answered',
  'delayed',
  'reopened',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What was said about an enquiry, in order. Append-only; 'internal' stays in the municipality. */
export const enquiryMessages = sqliteTable(
  'enquiry_messages',
  {
    id: id(),
    enquiryId: text()
      .notNull()
      .references(() => enquiries.id),
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    text: text().notNull(),
    writtenAt: instant().notNull(),
    writtenById: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('enquiry_messages_enquiry').on(t.enquiryId, t.writtenAt)],
)

/** Where enquiries like it belong: all that is given must hold, of the words one. */
export const routingRules = sqliteTable('routing_rules', {
  id: id(),
  areaId: text().references(() => areas.id),
  themeId: text().references(() => classifications.id),
  /** Separated by commas. */
  words: text().notNull().default(''),
  partyId: text()
    .notNull()
    .references(() => parties.id),
  changedAt: instant().notNull(),
  removedAt: instant(),
  version: version(),
})

export const SIMILAR_KINDS = ['enquiry', 'topic', 'initiative', 'offer'] as const
export type SimilarKind = (typeof SIMILAR_KINDS)[number]

/** "Ikke det samme": not shown beside this enquiry any more. */
export const enquiryDifferences = sqliteTable(
  'enquiry_differences',
  {
    enquiryId: text()
      .notNull()
      .references(() => enquiries.id),
    subjectKind: text({ enum: SIMILAR_KINDS }).notNull(),
    subjectId: text().notNull(),
    saidAt: instant().notNull(),
    saidById: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.enquiryId, t.subjectKind, t.subjectId] })],
)

/** What became of an enquiry: exactly one of the three. */
export const enquiryOutcomes = sqliteTable(
  'enquiry_outcomes',
  {
    id: id(),
    enquiryId: text()
      .notNull()
      .references(() => enquiries.id),
    proposalId: text().references(() => proposals.id),
    actionItemId: text().references(() => actionItems.id),
    initiativeId: text().references(() => initiatives.id),
    madeAt: instant().notNull(),
    madeById: text()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    index('enquiry_outcomes_enquiry').on(t.enquiryId),
    index('enquiry_outcomes_proposal').on(t.proposalId),
    index('enquiry_outcomes_action_item').on(t.actionItemId),
  ],
)

export const VERDICTS = ['yes', 'partly', 'no'] as const
export type Verdict = (typeof VERDICTS)[number]

/** How it went, from the asker and from a department that answered; once each (S15, S31). */
export const enquiryFeedback = sqliteTable(
  'enquiry_feedback',
  {
    enquiryId: text()
      .notNull()
      .references(() => enquiries.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    verdict: text({ enum: VERDICTS }).notNull(),
    line: text().notNull().default(''),
    givenAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.enquiryId, t.partyId] })],
)
