import type { Transaction } from '@/db/open'
import { translator } from '@/i18n/translator'
import { Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { type Fault, type ImportReport, nearest, same } from './rules'

/** One list on its way in. */
export type Importing = {
  tx: Transaction
  person: Viewer
  now: Date
  /** As the person calls it. */
  file: string
  report: ImportReport
  faults: Fault[]
}

/** Nothing is wrong with the line so far. */
export const isSound = ({ faults }: Importing, line: number): boolean =>
  !faults.some((fault) => fault.line === line)

/** Things by every name a cell may call them. */
type Known<Thing> = { byName: Map<string, Thing>; names: string[] }

export function knownBy<Thing>(things: Thing[], namesOf: (thing: Thing) => string[]): Known<Thing> {
  const named = things.flatMap((thing) => namesOf(thing).map((name) => ({ name, thing })))
  return {
    byName: new Map(named.map(({ name, thing }) => [same(name), thing])),
    names: named.map(({ name }) => name),
  }
}

/** What a cell names; what is not known is told with what it is most like. */
export function findNamed<Thing>(
  { file, faults }: Importing,
  { byName, names }: Known<Thing>,
  { line, column, cell }: { line: number; column: string; cell: string },
): Thing | undefined {
  const found = byName.get(same(cell))
  // That it is empty has been said.
  if (found || cell === '') return found
  const near = nearest(cell, names)
  const values = { cell, ...(near && { near }) }
  faults.push({ file, line, column, problem: near ? 'unknownNear' : 'unknownName', values })
  return undefined
}

/** Runs what may be refused; the refusal becomes a fault of the line, in the words a form would say it in. */
export function orFault<Result>(
  { person, file, faults }: Importing,
  line: number,
  columns: Record<string, string>,
  act: () => Result,
): Result | undefined {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const t = translator(person.locale, 'errors')
    const sentence = t(error.code as 'unknown', error.values)
    faults.push({
      ...{ file, line, column: columns[error.field ?? ''] ?? null },
      ...{ problem: 'refused', values: { sentence } },
    })
    return undefined
  }
}

/** Counts what became of a row; `name` says what it now is. */
export function count(
  { report }: Importing,
  change: 'created' | 'changed' | 'unchanged',
  subject: string,
  name: string,
): void {
  report[change]++
  if (change !== 'unchanged') report.changes.push({ how: change, subject, name })
}
