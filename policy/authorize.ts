import { Refused } from '@/lib/errors'

/** Stops a command whose person may see the thing but not do this to it. */
export function authorize(allowed: boolean): asserts allowed {
  if (!allowed) throw new Refused('notAllowed')
}
