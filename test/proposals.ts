import type { Database } from '@/db/open'
import { meetings, proposals } from '@/db/schema'
import { newId } from '@/lib/ids'
import { DEMO_NOW, partyId, personId } from './demo'

/** One from an organisation and one from a department at each meeting, so that rights have something to tell apart. */
export function proposeEverywhere(database: Database): void {
  const words = { title: 'Lys på stierne', kind: 'discussion', proposedAt: DEMO_NOW } as const
  const proposers = [
    ['fsb', 'Pia Storm'],
    ['BIF', 'Søren Bak'],
  ] as const
  for (const { id: meetingId, forumId } of database.select().from(meetings).all()) {
    for (const [party, person] of proposers) {
      const who = { partyId: partyId(party), proposerId: personId(person) }
      database
        .insert(proposals)
        .values({ id: newId(), meetingId, forumId, ...who, ...words })
        .run()
    }
  }
}
