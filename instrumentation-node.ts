import { checkDatabase, StartRefused } from '@/db/check'
import { closeDatabase, db } from '@/db/client'
import { takeLock } from '@/db/lock'
import { installationKind } from '@/features/municipality/queries'
import { checkDemoSignIn } from '@/features/sign-in/queries'
import { startTimetable } from '@/jobs/start'
import { dataDir, faultsOf } from '@/lib/env'
import { log } from '@/lib/log'

// On globalThis, since a development server evaluates this module anew whenever it changes.
const held = globalThis as { enIndgangStop?: () => void }

/**
 * Takes the folder for this process, judges database and settings, and sets the clocks. Whatever is wrong stops
 * the server before the first request, with a sentence.
 */
export function startOrStop(): void {
  held.enIndgangStop?.()
  try {
    const letGo = takeLock(dataDir())
    checkDatabase(db())
    checkDemoSignIn()
    checkSettings()
    const stopTimetable = process.env.JOBS === 'off' ? () => {} : startTimetable(new Date())
    held.enIndgangStop = () => {
      stopTimetable()
      closeDatabase()
      letGo()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

function checkSettings(): void {
  const faults = faultsOf(process.env, installationKind())
  if (faults.length > 0) throw new StartRefused(faults.join('\n'))
}

// Next finishes the requests it has and then exits; a database closed by then is one whole file.
process.once('exit', () => {
  held.enIndgangStop?.()
  log.info('stopped')
})
