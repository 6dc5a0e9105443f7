import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

/** On globalThis: Next bundles this module more than once, and the answer is one. */
export type CurrentAnswer = { enIndgangAnswer?: AsyncLocalStorage<ServerResponse> }

/** The answer being written, from its birth to its end: for what Next gives no way to say. */
export function currentAnswer(): AsyncLocalStorage<ServerResponse> {
  const held = globalThis as CurrentAnswer
  held.enIndgangAnswer ??= new AsyncLocalStorage()
  return held.enIndgangAnswer
}
