import { Conflict } from './errors'

/** The fields in which what was typed differs from what is stored. */
export const changedFields = <Words extends object>(stored: Words, typed: Words): (keyof Words & string)[] =>
  (Object.keys(typed) as (keyof Words & string)[]).filter((field) => stored[field] !== typed[field])

/** Throws a Conflict with the stored texts, when somebody saved another version than the one that was read. */
export function refuseOverwriting<Words extends object>(
  stored: Words & { version: number },
  version: number,
  changed: (keyof Words & string)[],
): void {
  if (stored.version === version) return
  const [first, ...others] = changed.map((field) => ({ field, theirs: String(stored[field] ?? '') }))
  if (first) throw new Conflict('changed', { ...first, others, theirVersion: stored.version })
}
