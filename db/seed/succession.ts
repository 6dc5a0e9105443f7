import { steeringGroupCounts } from '@/db/schema'
import type { SeedContext } from './context'

/** What the note says of how many there were: more than thirty, and no number beside it (S14). */
const COUNT = {
  count: 30,
  qualifier: 'more_than',
  asOf: '2011-12-31',
  source: 'Notat 2013-0230260-6 af 12-12-2013',
} as const

/** The old groups as they were, what they left behind, and what became of it. */
export function writeSuccession({ tx, id }: SeedContext): void {
  tx.insert(steeringGroupCounts)
    .values({ id: id(), ...COUNT })
    .run()
}
