import { checkDatabase } from '@/db/check'
import { attachDatabase } from '@/db/client'
import { openDatabase } from '@/db/open'
import { databaseFile, hasDatabase, inspectDatabase } from './data-folder'
import { Stop } from './stop'

/** Lets a command work on the database of the data folder, when it is fit to be worked on. */
export function withInstallation(work: () => void): void {
  if (!hasDatabase()) {
    throw new Stop(
      `Der er ingen database i ${databaseFile()}. Ret DATA_DIR, eller lav en ny: npm run cli -- init`,
    )
  }
  inspectDatabase()
  const database = attachDatabase(openDatabase(databaseFile()))
  try {
    checkDatabase(database)
    work()
  } finally {
    database.$client.close()
  }
}
