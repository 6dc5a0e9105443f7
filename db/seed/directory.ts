import type { Reader } from '@/db/open'
import { forums, parties, people } from '@/db/schema'

type Find<Thing> = (wanted: string) => Thing

/** Finds the demo's people, parties and forums by the names its data files use; throws at a misspelt one. */
export type Directory = {
  person: Find<typeof people.$inferSelect>
  personById: Find<typeof people.$inferSelect>
  /** By short name. */
  party: Find<typeof parties.$inferSelect>
  /** The first of a party's people, if it has any. */
  staffOf: (partyId: string) => typeof people.$inferSelect | undefined
  partyById: Find<typeof parties.$inferSelect>
  /** By slug. */
  forum: Find<typeof forums.$inferSelect>
}

export function readDirectory(reader: Reader): Directory {
  const allPeople = reader.select().from(people).all()
  const allParties = reader.select().from(parties).all()
  return {
    person: finder(allPeople, ({ name }) => name),
    personById: finder(allPeople, ({ id }) => id),
    party: finder(allParties, ({ shortName }) => shortName),
    staffOf: (partyId) => allPeople.find((person) => person.partyId === partyId),
    partyById: finder(allParties, ({ id }) => id),
    forum: finder(reader.select().from(forums).all(), ({ slug }) => slug),
  }
}

function finder<Thing>(things: Thing[], key: (thing: Thing) => string): Find<Thing> {
  const found = new Map(things.map((thing) => [key(thing), thing]))
  return (wanted) => {
    const thing = found.get(wanted)
    if (!thing) throw new Error(`The demo knows no ${wanted}.`)
    return thing
  }
}
