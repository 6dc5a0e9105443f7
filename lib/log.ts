import pino, { type DestinationStream } from 'pino'
import { logLevel } from './env'

/** One line of JSON per happening. An error's message stays out and only its trace goes in. */
export const logTo = (destination: DestinationStream) =>
  pino(
    {
      level: logLevel(),
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: traceOf },
    },
    destination,
  )

/** The server's log. It holds names of jobs, codes, ids, counts and times; never an address, a token or a text. */
export const log = logTo(pino.destination(1))

/** A message may quote what somebody typed (SQL errors do), the lines of the trace cannot. */
function traceOf(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code } = error as NodeJS.ErrnoException
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { kind: error.name, code, at: at.slice(0, 8).map((line) => line.trim()) }
}

/** What may be shown and stored of a failure: its code, or what kind of error it is. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return String((error as NodeJS.ErrnoException).code ?? error.name)
}
