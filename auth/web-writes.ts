import 'server-only'
import type { ZodType } from 'zod'
import type { Viewer } from '@/policy'

/** What stands behind a form or an address that saves. The few a stranger may send have no command of that shape. */
export type WebWrite = {
  input: ZodType
  command?: (person: Viewer, input: never, now: Date) => unknown
}

const writes = new WeakMap<object, WebWrite>()

export function standsBehind<Handler extends object>(handler: Handler, write: WebWrite): Handler {
  writes.set(handler, write)
  return handler
}

/** For the tests that send every form everything: none can be forgotten. */
export const behind = (handler: object): WebWrite | undefined => writes.get(handler)
