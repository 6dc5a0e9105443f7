import { eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/open'
import { givenReports, parties, people } from '@/db/schema'

const READERS = { department: 'department', housing_organisation: 'organisation' } as const

/** A report given to the committee and one to every department and organisation, for judging who may read which. */
export function giveEverybody(database: Database) {
  const mette = database.select().from(people).where(eq(people.name, 'Mette Holm')).get()!
  const given = {
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    locale: 'da',
    givenTo: 'Nogen',
    model: '{}',
    contentHash: '',
    givenAt: new Date('2026-11-23T09:00:00Z'),
    givenById: mette.id,
  } as const
  const readers = database
    .select()
    .from(parties)
    .where(inArray(parties.kind, ['department', 'housing_organisation']))
    .all()
    .map(({ id, kind }) => ({
      id: `r-${id}`.slice(0, 36),
      partyId: id,
      reader: READERS[kind as keyof typeof READERS],
    }))
  const rows = [{ id: 'r-committee', partyId: null, reader: 'committee' as const }, ...readers]
  database
    .insert(givenReports)
    .values(rows.map((row) => ({ ...given, ...row })))
    .onConflictDoNothing()
    .run()
  return database.select().from(givenReports).all()
}
