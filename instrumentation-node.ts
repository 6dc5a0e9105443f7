import { checkDatabase, StartRefused } from '@/db/check'
import { db } from '@/db/client'
import { installationKind } from '@/features/municipality/queries'
import { checkDemoSignIn } from '@/features/sign-in/queries'
import { faultsOf } from '@/lib/env'

/** A database that may not be served, or wrong settings, stop the server before the first request, with a sentence. */
export function stopUnlessFit(): void {
  try {
    checkDatabase(db())
    checkDemoSignIn()
    checkSettings()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

function checkSettings(): void {
  const faults = faultsOf(process.env, installationKind())
  if (faults.length > 0) throw new StartRefused(faults.join('\n'))
}
