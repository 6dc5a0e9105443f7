import { parties, people } from '@/db/schema'
import { sortKey } from '@/lib/danish-order'
import type { SeedContext } from './context'
import { readDirectory } from './directory'
import { AUDIT, emailOf, LOCAL_COMMITTEE, PEOPLE } from './people'

/** Everybody of people.ts, after the parties that stand in no CSV file. */
export function enrolPeople({ tx, id, founded, tell }: SeedContext): void {
  for (const name of [LOCAL_COMMITTEE, AUDIT]) {
    const party = { id: id(), kind: 'partner' as const, shortName: name, name, source: 'illustrativ' }
    tx.insert(parties)
      .values({ ...party, sortKey: sortKey(name) })
      .run()
    tell({ kind: 'party.created', subject: ['party', party.id] }, founded)
  }
  const { party } = readDirectory(tx)
  for (const { name, title, role, party: partyName } of PEOPLE) {
    const person = { id: id(), partyId: party(partyName).id, name, title, role, email: emailOf(name) }
    tx.insert(people)
      .values({ ...person, createdAt: founded })
      .run()
    tell(
      { kind: 'person.created', subject: ['person', person.id], data: { partyId: person.partyId, role } },
      founded,
    )
  }
}
