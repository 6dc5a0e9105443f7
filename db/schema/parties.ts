import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, plainDate, version } from './columns'

export const PARTY_KINDS = ['department', 'housing_organisation', 'partner'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** Departments are renamed and organisations merge, so both carry dates (domain.md 2a, 2e). */
export const parties = sqliteTable(
  'parties',
  {
    id: id(),
    kind: text({ enum: PARTY_KINDS }).notNull(),
    shortName: text().notNull(),
    name: text().notNull(),
    administrator: text(),
    sortKey: text().notNull(),
    source: text().notNull(),
    validFrom: plainDate(),
    validTo: plainDate(),
    version: version(),
  },
  (t) => [uniqueIndex('parties_short_name').on(t.shortName)],
)

export const ROLES = [
  'coordinator',
  'department_staff',
  'department_lead',
  'housing_organisation',
  'partner',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

export const people = sqliteTable(
  'people',
  {
    id: id(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    role: text({ enum: ROLES }).notNull(),
    name: text().notNull(),
    title: text().notNull().default(''),
    email: text().notNull(),
    locale: text({ enum: ['da', 'en'] })
      .notNull()
      .default('da'),
    theme: text({ enum: ['system', 'light', 'dark'] })
      .notNull()
      .default('system'),
    createdAt: instant().notNull(),
    deactivatedAt: instant(),
    version: version(),
  },
  (t) => [uniqueIndex('people_email').on(t.email), index('people_party').on(t.partyId)],
)
