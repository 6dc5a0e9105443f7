/** Runs once before the first request: a database that may not be served stops the server with a sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { db } = await import('@/db/client')
  const { checkDatabase } = await import('@/db/check')
  const { checkDemoSignIn } = await import('@/features/sign-in/queries')
  try {
    checkDatabase(db())
    checkDemoSignIn()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
