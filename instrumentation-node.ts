import { checkDatabase } from '@/db/check'
import { db } from '@/db/client'
import { checkDemoSignIn } from '@/features/sign-in/queries'

/** A database that may not be served stops the server before the first request, with a sentence. */
export function stopUnlessFit(): void {
  try {
    checkDatabase(db())
    checkDemoSignIn()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
