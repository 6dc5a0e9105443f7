import { join } from 'node:path'
import { attachDatabase, write } from '@/db/client'
import type { Database } from '@/db/open'
import { installation } from '@/db/schema'
import { importMunicipality } from '@/features/municipality/import'
import { addMonths, instantOf, today } from '@/lib/dates'
import { amagerSundby } from './content/amager-sundby'
import { bispebjerg } from './content/bispebjerg'
import { husumTingbjerg } from './content/husum-tingbjerg'
import { noerrebro } from './content/noerrebro'
import { valbyVigerslev } from './content/valby-vigerslev'
import { vesterbroSydhavnen } from './content/vesterbro-sydhavnen'
import { chronicle } from './context'
import { writeDevelopment } from './development'
import { readDirectory } from './directory'
import { writeEnquiries } from './enquiries'
import { enrolPeople } from './enrolment'
import { writeFunding } from './funding'
import { writeGroup, YOUNG_GROUP } from './group'
import { writeHours } from './hours'
import { seedIds } from './ids'
import { writeInitiatives, writeOverlaps } from './initiatives'
import { fillSeats } from './seats'
import { writeStrategy } from './strategy'
import { writeSuccession } from './succession'
import { writeYear } from './year'

const YEARS = [noerrebro, amagerSundby, bispebjerg, vesterbroSydhavnen, husumTingbjerg, valbyVigerslev]

/** Fills an empty, migrated database with the demo municipality as it stands at `now`; the same each time. */
export function seedDemo(database: Database, now: Date): void {
  attachDatabase(database)
  const id = seedIds()
  const founded = instantOf(addMonths(today(now), -16), '09:00')
  importMunicipality(join(import.meta.dirname, 'municipality'), founded, id)
  write((tx) => {
    const { tell, recordAll } = chronicle(tx)
    const context = { tx, now, founded, today: today(now), id, tell }
    tx.insert(installation)
      .values([
        { key: 'kind', value: 'demo' },
        { key: 'created_at', value: now.toISOString() },
        { key: 'municipality', value: 'Københavns Kommune' },
      ])
      .run()
    writeStrategy(context)
    enrolPeople(context)
    const directory = readDirectory(tx)
    fillSeats(context, directory)
    for (const year of YEARS) writeYear(context, directory, year)
    writeGroup(context, directory, YOUNG_GROUP)
    writeInitiatives(context, directory)
    writeOverlaps(context)
    writeDevelopment(context, directory)
    writeEnquiries(context, directory)
    writeHours(context, directory)
    writeFunding(context, directory)
    writeSuccession(context, directory)
    recordAll()
  })
}
