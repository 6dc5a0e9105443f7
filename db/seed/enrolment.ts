import { parties, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { sortKey } from '@/lib/danish-order'
import { ACTOR, type SeedContext } from './context'
import { readDirectory } from './directory'
import { AUDIT, emailOf, LOCAL_COMMITTEE, PEOPLE } from './people'

/** Everybody of people.ts, after the parties that stand in no CSV file. */
export function enrolPeople({ tx, id, now }: SeedContext): void {
  for (const name of [LOCAL_COMMITTEE, AUDIT]) {
    const party = { id: id(), kind: 'partner' as const, shortName: name, name, source: 'illustrative' }
    tx.insert(parties)
      .values({ ...party, sortKey: sortKey(name) })
      .run()
    record(tx, ACTOR, { kind: 'party.created', subject: ['party', party.id] }, now)
  }
  const { party } = readDirectory(tx)
  for (const { name, title, role, party: partyName } of PEOPLE) {
    const person = { id: id(), partyId: party(partyName).id, name, title, role, email: emailOf(name) }
    tx.insert(people)
      .values({ ...person, createdAt: now })
      .run()
    record(
      tx,
      ACTOR,
      { kind: 'person.created', subject: ['person', person.id], data: { partyId: person.partyId, role } },
      now,
    )
  }
}
