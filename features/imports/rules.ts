import type { SheetFault, SheetNote } from '@/lib/sheet'

/** Where something is wrong, and in which file. */
export type Fault = SheetFault & { file: string }
export type Row<Name extends string> = { line: number; cells: Record<Name, string> }

/** `subject` is what the events call it; `absent` names what the database knows and the files no longer do. */
export type ImportReport = {
  created: number
  changed: number
  unchanged: number
  absent: string[]
  changes: ImportChange[]
  notes?: ImportNote[]
}
type ImportChange = { how: 'created' | 'changed'; subject: string; name: string }
/** What a yes to the preview ought to be said in sight of, as a key of i18n imports.json `notes`. */
type ImportNote = SheetNote | { note: 'planEnded' | 'seatsInPast'; values: Record<string, string | number> }

export const emptyReport = (): ImportReport => ({
  created: 0,
  changed: 0,
  unchanged: 0,
  absent: [],
  changes: [],
})

/** Every fault found; nothing was written. */
export class ImportRefused extends Error {
  constructor(readonly faults: Fault[]) {
    super(`${faults.length} faults`)
  }
}

/** As two people would take them for the same. */
export const same = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da')

/** Whatever stands in a later line as it stood in an earlier one, told at `column`. */
export function repeated<Name extends string>(
  file: string,
  column: Name,
  rows: Row<Name>[],
  keyOf: (cells: Record<Name, string>) => string = (cells) => cells[column],
): Fault[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, cells }) => {
    const key = same(keyOf(cells))
    const earlier = first.get(key)
    if (key.trim() === '') return []
    if (earlier === undefined) {
      first.set(key, line)
      return []
    }
    return [{ file, line, column, problem: 'repeated', values: { cell: cells[column], earlier } }]
  })
}

/** The known name most like what was typed, by the pairs of letters they share; undefined when none is like it at all. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const wanted = pairsOf(typed)
  const likest = [...known]
    .map((name) => ({ name, likeness: likenessOf(wanted, pairsOf(name)) }))
    .sort((a, b) => b.likeness - a.likeness)[0]
  return likest && likest.likeness > 0.3 ? likest.name : undefined
}

const pairsOf = (text: string) => {
  const letters = ` ${same(text)} `
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)))
}

const likenessOf = (a: Set<string>, b: Set<string>) =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size)
