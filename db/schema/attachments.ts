import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant, visibility } from './columns'
import { agendaItems } from './meetings'
import { parties, people } from './parties'
import { proposals } from './proposals'

export const MEDIA = ['pdf', 'docx', 'xlsx', 'png', 'jpg'] as const
export type Medium = (typeof MEDIA)[number]

/** A file at an agenda item or a proposal; the bytes lie in the data folder under their hash. */
export const attachments = sqliteTable(
  'attachments',
  {
    id: id(),
    agendaItemId: text().references(() => agendaItems.id),
    proposalId: text().references(() => proposals.id),
    name: text().notNull(),
    medium: text({ enum: MEDIA }).notNull(),
    bytes: integer().notNull(),
    /** SHA-256 of the content, lower-case hex. */
    contentHash: text().notNull(),
    /** Never wider than that of the item it stands at. */
    visibility: visibility(),
    uploadedAt: instant().notNull(),
    uploadedById: text()
      .notNull()
      .references(() => people.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    removedAt: instant(),
  },
  (t) => [index('attachments_item').on(t.agendaItemId), index('attachments_proposal').on(t.proposalId)],
)
