import 'server-only'
import { and, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { listSessions } from '@/auth/session-store'
import { hashToken } from '@/auth/tokens'
import { StartRefused } from '@/db/check'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { events, parties, people, type SignInMethod, signInLinks, signInRequests } from '@/db/schema'
import { isDemo } from '@/features/municipality/queries'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { CODE_TRIES } from './rules'

export type DemoPerson = ReturnType<typeof selectPeople>[number]

/** Everybody one can be in a demo, in the order they were made; nobody in a real installation. */
export function listDemoPeople(): DemoPerson[] {
  return isDemo() ? selectPeople() : []
}

/**
 * The demo's sign-in follows from the database alone; who forces it upon another is stopped at the start.
 * @throws StartRefused
 */
export function checkDemoSignIn(forced = process.env.DEMO_SIGN_IN === '1'): void {
  if (forced && !isDemo())
    throw new StartRefused(
      'DEMO_SIGN_IN=1 kan ikke bruges her: databasen er ikke en demo. Fjern indstillingen, eller vælg en anden DATA_DIR.',
    )
}

/** Whom a link lets in. Looking at it changes nothing: mail scanners open it before the person does. */
export const findInvited = (token: string, now: Date, reader: Reader = db()) =>
  reader
    .select({ link: signInLinks.id, personId: people.id, name: people.name, role: people.role })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.personId))
    .where(and(usable(token, now), isNull(people.deactivatedAt)))
    .get()

/** Unknown, used and too old are told apart by nobody. */
const usable = (token: string, now: Date) =>
  and(eq(signInLinks.tokenHash, hashToken(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now))

/** Whom a sign-in mail's link would let in. Looking changes nothing: mail scanners open it before the person does. */
export function whoMayUse(
  token: string,
  browser: string,
  now: Date,
): 'thisBrowser' | 'otherBrowser' | 'unusable' {
  const asked = db()
    .select({ browserHash: signInRequests.browserHash })
    .from(signInRequests)
    .where(liveRequest(eq(signInRequests.linkHash, hashToken(token)), now))
    .get()
  if (!asked) return 'unusable'
  return asked.browserHash === hashToken(browser) ? 'thisBrowser' : 'otherBrowser'
}

/** A request that still opens something: not used, not too old, not overtaken, and with a try left. */
export const liveRequest = (which: SQL, now: Date) =>
  and(
    which,
    isNull(signInRequests.usedAt),
    gt(signInRequests.expiresAt, now),
    lt(signInRequests.tries, CODE_TRIES),
  )

const selectPeople = () =>
  db()
    .select({
      id: people.id,
      name: people.name,
      title: people.title,
      role: people.role,
      party: parties.shortName,
      partyKind: parties.kind,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(isNull(people.deactivatedAt))
    .orderBy(sql`${people}.rowid`)
    .all()

/** Who came in last when, and by which way; nobody twice. Throws NotFound for all but the coordinators. */
export function listLastSignIns(viewer: Viewer): { personId: string; at: Date; method: SignInMethod }[] {
  if (!can.administer(viewer)) throw new NotFound()
  const newest = sql`(
    SELECT newest.seq FROM ${events} AS newest
    WHERE newest.subject_kind = 'person' AND newest.subject_id = ${people.id} AND newest.kind = 'person.signed-in'
    ORDER BY newest.seq DESC LIMIT 1
  )`
  return db()
    .select({
      personId: people.id,
      at: events.at,
      method: sql<SignInMethod>`json_extract(${events.data}, '$.by')`,
    })
    .from(people)
    .innerJoin(events, eq(events.seq, newest))
    .all()
}

/** The viewer's own living sessions, by the way they came in. */
export const listOwnSessions = (viewer: Viewer, now: Date) => listSessions(db(), viewer.personId, now)
