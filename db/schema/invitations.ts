import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant } from './columns'
import { meetings } from './meetings'
import { parties, people } from './parties'

export const RSVP_ANSWERS = ['coming', 'deputy', 'nobody', 'partly'] as const
export type RsvpAnswer = (typeof RSVP_ANSWERS)[number]

/** Somebody was told of a meeting, and what they answered. A reason for staying away is never asked (R9). */
export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    invitedAt: instant().notNull(),
    answer: text({ enum: RSVP_ANSWERS }),
    deputyName: text(),
    /** The agenda items of who comes to some only. */
    itemIds: text({ mode: 'json' }).$type<string[]>(),
    answeredAt: instant(),
    remindedAt: instant(),
  },
  (t) => [
    uniqueIndex('invitations_person').on(t.meetingId, t.personId),
    index('invitations_of_person').on(t.personId),
  ],
)
