import { installation } from '@/db/schema'
import { dataDir } from '@/lib/env'
import type { Command } from './commands'
import { contentsOfFolder, databaseFile, markAsReal } from './data-folder'
import { makeDatabase } from './new-database'
import { Stop } from './stop'

export const initialise: Command = {
  usage: '',
  does: 'Laver en rigtig, tom installation i en tom mappe. Den bliver aldrig til en demo.',
  words: 0,
  run: ({ now, say }) => {
    const folder = dataDir()
    const found = contentsOfFolder()
    if (found.length > 0) {
      throw new Stop(
        `${folder} er ikke tom (${found.slice(0, 3).join(', ')}). Vælg en tom mappe med DATA_DIR; intet er ændret.`,
      )
    }
    const made = makeDatabase(databaseFile(), now, (database) => {
      database
        .insert(installation)
        .values([
          { key: 'kind', value: 'real' },
          { key: 'created_at', value: now.toISOString() },
        ])
        .run()
    })
    if (!made) throw new Stop(`En anden lavede databasen i ${folder} imens. Intet er ændret.`)
    markAsReal()
    say(`En tom installation ligger i ${folder}.`)
    say('Hent kommunens opbygning: npm run cli -- import MAPPE')
    say(
      'Invitér den første: npm run cli -- invite navn@kommune.dk --role coordinator --party TMF --name "Navn"',
    )
  },
}
