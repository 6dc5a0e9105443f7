import 'server-only'
import { and, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { hashToken } from '@/auth/tokens'
import { StartRefused } from '@/db/check'
import { db } from '@/db/client'
import { parties, people, signInLinks, signInRequests } from '@/db/schema'
import { isDemo } from '@/features/municipality/queries'
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

/** Looking at a link changes nothing: mail scanners open it before the person does. */
export function isUsableLink(token: string, now: Date): boolean {
  const found = db()
    .select({ id: signInLinks.id })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.personId))
    .where(and(usable(token, now), isNull(people.deactivatedAt)))
    .get()
  return found !== undefined
}

/** Unknown, used and too old are told apart by nobody. */
export const usable = (token: string, now: Date) =>
  and(eq(signInLinks.tokenHash, hashToken(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now))

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
