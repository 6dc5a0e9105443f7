import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant } from './columns'
import { people } from './parties'

export const SIGN_IN_METHODS = ['demo', 'link', 'mail', 'oidc'] as const
export type SignInMethod = (typeof SIGN_IN_METHODS)[number]

/** Tokens are kept as SHA-256: who reads the database cannot sign in with it. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    method: text({ enum: SIGN_IN_METHODS }).notNull().default('link'),
  },
  (t) => [index('sessions_person').on(t.personId)],
)

/** An invitation: whoever holds it signs in as its person, once. */
export const signInLinks = sqliteTable('sign_in_links', {
  id: id(),
  tokenHash: text().notNull().unique(),
  personId: text()
    .notNull()
    .references(() => people.id),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
})

/** Who a person is to the municipality's sign-in: issuer and subject, never the mail address, which changes hands. */
export const identities = sqliteTable(
  'identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    linkedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identities_person').on(t.personId)],
)

/**
 * Somebody asked for a sign-in mail. The link and the code are made when the mail is rendered, so that neither
 * rests anywhere in clear; the link works in the browser that asked, the code is for every other.
 */
export const signInRequests = sqliteTable(
  'sign_in_requests',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    browserHash: text().notNull().unique(),
    linkHash: text().unique(),
    codeHash: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    tries: integer().notNull().default(0),
    usedAt: instant(),
  },
  (t) => [index('sign_in_requests_person').on(t.personId, t.createdAt)],
)

/** One thing, one person, one purpose: what a mail lets its reader do without signing in. */
export const signedLinks = sqliteTable(
  'signed_links',
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    personId: text()
      .notNull()
      .references(() => people.id),
    purpose: text().notNull(),
    subjectId: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    index('signed_links_subject').on(t.subjectId, t.purpose),
    index('signed_links_person').on(t.personId),
  ],
)

/** The limiter's own table: how often a key was used, and until when that counts. */
export const rateLimits = sqliteTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: integer(),
})
