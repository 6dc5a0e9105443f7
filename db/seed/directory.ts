import type { Reader } from '@/db/open'
import { forums, parties, people } from '@/db/schema'

/** Finds the demo's people, parties and forums by the names its data files use; throws at a misspelt one. */
export type Directory = {
  person: (name: string) => typeof people.$inferSelect
  party: (shortName: string) => typeof parties.$inferSelect
  partyName: (id: string) => string
  forum: (slug: string) => typeof forums.$inferSelect
}

export function readDirectory(reader: Reader): Directory {
  const byName = finder(reader.select().from(people).all(), ({ name }) => name)
  const allParties = reader.select().from(parties).all()
  const partyById = finder(allParties, ({ id }) => id)
  return {
    person: byName,
    party: finder(allParties, ({ shortName }) => shortName),
    partyName: (id) => partyById(id).name,
    forum: finder(reader.select().from(forums).all(), ({ slug }) => slug),
  }
}

function finder<Thing>(things: Thing[], key: (thing: Thing) => string): (wanted: string) => Thing {
  const found = new Map(things.map((thing) => [key(thing), thing]))
  return (wanted) => {
    const thing = found.get(wanted)
    if (!thing) throw new Error(`The demo knows no ${wanted}.`)
    return thing
  }
}
