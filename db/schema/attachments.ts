import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { actionItems } from './action-items'
import { id, instant } from './columns'
import { enquiries } from './enquiries'
import { agendaItems } from './meetings'
import { people } from './parties'
import { proposals } from './proposals'

export const MEDIA = ['pdf', 'docx', 'xlsx', 'png', 'jpg'] as const
export type Medium = (typeof MEDIA)[number]

/** A file at an agenda item, a proposal, or both once the proposal is taken up, at an action item or an enquiry; its bytes lie under their hash beside the database. */
export const attachments = sqliteTable(
  'attachments',
  {
    id: id(),
    agendaItemId: text().references(() => agendaItems.id),
    proposalId: text().references(() => proposals.id),
    /** What shows that it is done. */
    actionItemId: text().references(() => actionItems.id),
    enquiryId: text().references(() => enquiries.id),
    name: text().notNull(),
    medium: text({ enum: MEDIA }).notNull(),
    bytes: integer().notNull(),
    /** SHA-256 of the content, lower-case hex. */
    contentHash: text().notNull(),
    /** For the municipality alone, whoever reads the item. */
    internal: integer({ mode: 'boolean' }).notNull().default(true),
    attachedAt: instant().notNull(),
    attachedById: text()
      .notNull()
      .references(() => people.id),
    removedAt: instant(),
  },
  (t) => [
    index('attachments_item').on(t.agendaItemId),
    index('attachments_proposal').on(t.proposalId),
    index('attachments_action_item').on(t.actionItemId),
    index('attachments_enquiry').on(t.enquiryId),
  ],
)
