import { join } from 'node:path'
import { attachDatabase, write } from '@/db/client'
import type { Database } from '@/db/open'
import { installation } from '@/db/schema'
import { importMunicipality } from '@/features/municipality/import'
import { today } from '@/lib/dates'
import { readDirectory } from './directory'
import { enrolPeople } from './enrolment'
import { seedIds } from './ids'
import { fillSeats } from './seats'

/** Fills an empty, migrated database with the demo municipality as it stands at `now`; the same each time. */
export function seedDemo(database: Database, now: Date): void {
  attachDatabase(database)
  const id = seedIds()
  importMunicipality(join(import.meta.dirname, 'municipality'), now, id)
  write((tx) => {
    const context = { tx, now, today: today(now), id }
    tx.insert(installation)
      .values([
        { key: 'kind', value: 'demo' },
        { key: 'created_at', value: now.toISOString() },
        { key: 'municipality', value: 'Københavns Kommune' },
      ])
      .run()
    enrolPeople(context)
    const directory = readDirectory(tx)
    fillSeats(context, directory)
  })
}
