import { openDatabase } from '@/db/open'
import { installationKind } from '@/features/municipality/queries'
import { dataDir } from '@/lib/env'
import type { Command, Say } from './commands'
import {
  contentsOfFolder,
  databaseFile,
  hasDatabase,
  inspectDatabase,
  isMarkedReal,
  wayBack,
} from './data-folder'
import { bringUpToDate } from './migrate'
import { makeDatabase } from './new-database'
import { Stop } from './stop'

export const prepare: Command = {
  usage: '',
  does: 'Gør databasen klar til start: laver demokommunen i en tom mappe, migrerer ellers. Køres af npm start.',
  words: 0,
  run: async ({ now, say }) => {
    if (!hasDatabase()) await makeDemo(now, say)
    inspectDatabase()
    const database = openDatabase(databaseFile())
    try {
      bringUpToDate(database, now, say)
      const kind = installationKind(database)
      if (kind === 'demo' && isMarkedReal()) {
        throw new Stop(
          `${dataDir()} er mærket som en rigtig installation, men databasen er en demo. Ret DATA_DIR.`,
        )
      }
      // The last line is read by npm start.
      say(JSON.stringify({ kind }))
    } finally {
      database.$client.close()
    }
  },
}

async function makeDemo(now: Date, say: Say): Promise<void> {
  const folder = dataDir()
  if (isMarkedReal()) {
    throw new Stop(
      `${folder} er en rigtig installation, men databasen ${databaseFile()} mangler.\n${wayBack()}`,
    )
  }
  const found = contentsOfFolder()
  if (found.length > 0) {
    throw new Stop(
      `${folder} er ikke tom og indeholder ingen database (men ${found.slice(0, 3).join(', ')}). Ret DATA_DIR til en tom mappe.`,
    )
  }
  const sign = signOfProduction(process.env)
  if (sign) {
    throw new Stop(
      `Der er ingen database i ${folder}, og ${sign} tyder på rigtig drift. Er DATA_DIR skrevet forkert? En ny installation laves med: npm run cli -- init`,
    )
  }
  const { seedDemo } = await import('@/db/seed/demo')
  makeDatabase(databaseFile(), now, (database) => seedDemo(database, now))
  say(`Demokommunen er lavet i ${folder}.`)
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** The setting that shows that this is no demo. */
function signOfProduction({ APP_URL, OIDC_ISSUER, SMTP_URL }: NodeJS.ProcessEnv): string | null {
  if (OIDC_ISSUER) return 'OIDC_ISSUER'
  if (SMTP_URL) return 'SMTP_URL'
  if (!APP_URL) return null
  return URL.canParse(APP_URL) && LOOPBACK.test(new URL(APP_URL).hostname) ? null : `APP_URL=${APP_URL}`
}
