import 'server-only'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, parties, people, signInLinks } from '@/db/schema'
import { listLastSignIns } from '@/features/sign-in/queries'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { stateOf } from '../rules'
import { findLeftBehind } from './left-behind'

export type PersonDetail = ReturnType<typeof getPerson>

/** Throws NotFound for an unknown person, and for all but the coordinators. */
export function getPerson(viewer: Viewer, id: string, today: PlainDate) {
  if (!can.administer(viewer)) throw new NotFound()
  const person = db()
    .select({
      id: people.id,
      name: people.name,
      title: people.title,
      email: people.email,
      role: people.role,
      locale: people.locale,
      partyId: people.partyId,
      party: { shortName: parties.shortName, name: parties.name, kind: parties.kind },
      createdAt: people.createdAt,
      deactivatedAt: people.deactivatedAt,
      version: people.version,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(eq(people.id, id))
    .get()
  if (!person) throw new NotFound()
  const lastSignIn = listLastSignIns(viewer).find(({ personId }) => personId === id) ?? null
  return {
    ...person,
    lastSignIn,
    state: stateOf({ ...person, lastSignIn }),
    left: findLeftBehind(db(), id, today),
  }
}

/** The newest invitation: how it was given, and until when its link works, if it still does. */
export function getInvitation(viewer: Viewer, personId: string, now: Date) {
  if (!can.administer(viewer)) throw new NotFound()
  const invited = db()
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.subjectId, personId), eq(events.kind, 'person.invited')))
    .orderBy(desc(events.seq))
    .limit(1)
    .get()
  const link = db()
    .select({ expiresAt: signInLinks.expiresAt })
    .from(signInLinks)
    .where(
      and(eq(signInLinks.personId, personId), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)),
    )
    .get()
  return { invitedAt: invited?.at ?? null, usableUntil: link?.expiresAt ?? null }
}
