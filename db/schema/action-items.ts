import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant, plainDate, version, visibility } from './columns'
import { forums } from './forums'
import { goals } from './goals'
import { initiatives } from './initiatives'
import { agendaItems, meetings } from './meetings'
import { decisions } from './minutes'
import { parties, people } from './parties'
import { masterPlans } from './plans'

export const ACTION_ITEM_STATES = [
  'open',
  'in_progress',
  'waiting',
  'reported_done',
  'refused',
  'closed',
  'cancelled',
] as const
export type ActionItemState = (typeof ACTION_ITEM_STATES)[number]

export const actionItems = sqliteTable(
  'action_items',
  {
    id: id(),
    forumId: text()
      .notNull()
      .references(() => forums.id),
    meetingId: text().references(() => meetings.id),
    agendaItemId: text().references(() => agendaItems.id),
    decisionId: text().references(() => decisions.id),
    planId: text().references(() => masterPlans.id),
    initiativeId: text().references(() => initiatives.id),
    goalId: text().references(() => goals.id),
    title: text().notNull(),
    responsiblePartyId: text()
      .notNull()
      .references(() => parties.id),
    responsiblePersonId: text()
      .notNull()
      .references(() => people.id),
    issuerId: text()
      .notNull()
      .references(() => people.id),
    agreedOn: plainDate().notNull(),
    dueOn: plainDate().notNull(),
    /** The date asked for, until the coordinator has answered. */
    askedDueOn: plainDate(),
    visibility: visibility(),
    state: text({ enum: ACTION_ITEM_STATES }).notNull().default('open'),
    waitingOn: text(),
    waitingUntil: plainDate(),
    /** Nobody is reminded of it any more, for this reason. */
    remindersStoppedAt: instant(),
    remindersStoppedReason: text(),
    createdAt: instant().notNull(),
    releasedAt: instant(),
    closedAt: instant(),
    removedAt: instant(),
    version: version(),
  },
  (t) => [
    index('action_items_party').on(t.responsiblePartyId, t.state, t.dueOn),
    index('action_items_person').on(t.responsiblePersonId, t.state, t.dueOn),
    index('action_items_forum').on(t.forumId, t.state, t.dueOn),
    index('action_items_settled').on(t.state, t.closedAt),
    index('action_items_meeting').on(t.meetingId),
    index('action_items_item').on(t.agendaItemId),
    index('action_items_plan').on(t.planId),
    index('action_items_initiative').on(t.initiativeId),
  ],
)

export const ACTION_ITEM_STEPS = [
  'created',
  'accepted',
  'waiting',
  'resumed',
  'reported_done',
  'sent_back',
  'closed',
  'refused',
  'reassigned',
  'handed_over',
  'date_asked',
  'date_moved',
  'date_kept',
  'cancelled',
] as const
export type ActionItemStep = (typeof ACTION_ITEM_STEPS)[number]

/** The item's own story: every step with who, when, the words given and the dates before and after. */
export const actionItemSteps = sqliteTable(
  'action_item_steps',
  {
    id: id(),
    actionItemId: text()
      .notNull()
      .references(() => actionItems.id),
    step: text({ enum: ACTION_ITEM_STEPS }).notNull(),
    at: instant().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    text: text().notNull().default(''),
    /** Where the evidence is, https only. */
    link: text(),
    /** The due date before and after; of a step into waiting, the day until which one waits. */
    dueBefore: plainDate(),
    dueAfter: plainDate(),
    partyBefore: text(),
    partyAfter: text(),
    personBefore: text(),
    personAfter: text(),
  },
  (t) => [index('action_item_steps_item').on(t.actionItemId, t.at)],
)
