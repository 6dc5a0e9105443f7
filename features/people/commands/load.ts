import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import { parties, people, type Role } from '@/db/schema'
import { isOpenOn } from '@/features/seats/rules'
import type { PlainDate } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import { comesFrom } from '@/policy'

export type StoredPerson = typeof people.$inferSelect

export function findPerson(reader: Reader, id: string): StoredPerson {
  const person = reader.select().from(people).where(eq(people.id, id)).get()
  if (!person) throw new NotFound()
  return person
}

/** The same, of somebody who may still come in. */
export function findActivePerson(reader: Reader, id: string): StoredPerson {
  const person = findPerson(reader, id)
  if (person.deactivatedAt) throw new Refused('personIsDeactivated', { name: person.name })
  return person
}

/** The party somebody can come from in this role on that day. */
export function requireHome(reader: Reader, partyId: string, role: Role, day: PlainDate) {
  const party = reader.select().from(parties).where(eq(parties.id, partyId)).get()
  if (!party) throw new Refused('unknown', undefined, 'partyId')
  if (!isOpenOn(party, day)) throw new Refused('partyNotOpen', { party: party.shortName }, 'partyId')
  if (!comesFrom(role, party.kind)) throw new Refused('roleDoesNotFit', { party: party.shortName }, 'role')
  return party
}

/** One address is one person's, also when that person is deactivated. */
export function requireFreeAddress(reader: Reader, email: string, personId = ''): void {
  const taken = reader
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.email, email), ne(people.id, personId)))
    .get()
  if (taken) throw new Refused('mailTaken', { name: taken.name }, 'email')
}

/** Somebody must be left who can let others in. */
export function requireOtherCoordinator(reader: Reader, personId: string): void {
  const other = reader
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'coordinator'), isNull(people.deactivatedAt), ne(people.id, personId)))
    .get()
  if (!other) throw new Refused('lastCoordinator')
}
