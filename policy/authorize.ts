import { Refused } from '@/lib/errors'
import { formatDate } from '@/lib/format'
import { endOfWriting, type Viewer } from './viewer'

/** Stops a command whose person may see the thing but not do this to it. */
export function authorize(allowed: boolean): asserts allowed {
  if (!allowed) throw new Refused('notAllowed')
}

/** Stops whoever only reads on, before anything of the write is run (ADR 23). */
export function authorizeWriting(person: Viewer): void {
  const ended = endOfWriting(person)
  if (ended) throw new Refused('teamHasEnded', { date: formatDate(ended, person.locale, 'long') })
}
