/** Runs once before the first request, on Node only: the edge build must not even see what is behind the import. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const { headEveryAnswer } = await import('./auth/answer-headers')
    const { startOrStop } = await import('./instrumentation-node')
    headEveryAnswer()
    startOrStop()
  }
}
