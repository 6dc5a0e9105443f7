import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { parties, people } from '@/db/schema'
import { listHeldSeats } from '@/features/seats/queries'
import { listLastSignIns } from '@/features/sign-in/queries'
import { compareDanish, foldForSearch } from '@/lib/danish-order'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import type { ListAddress } from '../input'
import { stateOf } from '../rules'

export type ListedPerson = ReturnType<typeof listPeople>[number]

/** Everybody ever let in, by name as Danish sorts it. Throws NotFound for all but the coordinators. */
export function listPeople(viewer: Viewer, { q, party, role, state }: ListAddress, today: PlainDate) {
  if (!can.administer(viewer)) throw new NotFound()
  const seatsOf = Map.groupBy(listHeldSeats(viewer, today), ({ person }) => person.id)
  const signIns = new Map(listLastSignIns(viewer).map((signIn) => [signIn.personId, signIn]))
  const sought = foldForSearch(q ?? '')
    .split(/\s+/)
    .filter(Boolean)
  return db()
    .select({
      id: people.id,
      name: people.name,
      title: people.title,
      email: people.email,
      role: people.role,
      party: parties.shortName,
      deactivatedAt: people.deactivatedAt,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(and(party ? eq(parties.id, party) : undefined, role ? eq(people.role, role) : undefined))
    .all()
    .map((person) => {
      const lastSignIn = signIns.get(person.id) ?? null
      return {
        ...person,
        lastSignIn,
        state: stateOf({ ...person, lastSignIn }),
        seats: seatsOf.get(person.id) ?? [],
      }
    })
    .filter((person) => !state || person.state === state)
    .filter(({ name, email }) => {
      const text = foldForSearch(`${name} ${email}`)
      return sought.every((word) => text.includes(word))
    })
    .sort((a, b) => compareDanish(a.name, b.name))
}
