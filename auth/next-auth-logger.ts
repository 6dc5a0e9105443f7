import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

type Hear = (error: unknown) => void

// On globalThis: Next bundles this module more than once, while next-auth keeps one logger for all requests at once.
const held = globalThis as { enIndgangHearing?: AsyncLocalStorage<Hear> }
held.enIndgangHearing ??= new AsyncLocalStorage()
const requests = held.enIndgangHearing

/** next-auth tells its failures to its logger alone; this one tells them to the request they happened in. */
export const logger = {
  error: (_code: string, metadata: Error | { error: Error; [key: string]: unknown }) =>
    requests.getStore()?.(metadata instanceof Error ? metadata : (metadata.error ?? metadata)),
  warn: () => {},
  debug: () => {},
}

export const hearing = <Result>(hear: Hear, run: () => Promise<Result>): Promise<Result> =>
  requests.run(hear, run)
