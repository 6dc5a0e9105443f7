import { type Effort, suggestOverlaps } from '@/features/initiatives/overlaps/rules'
import efforts from './overlaps/efforts.json' with { type: 'json' }
import judged from './overlaps/pairs.json' with { type: 'json' }

type Judgement = { recall: number; precision: number; pairs: number; missed: string[]; wrong: string[] }

/** The whole judged set: what the radar finds of the true pairs, and how much of what it shows is true. */
export const judgeOverlaps = (): Judgement => judge(efforts.written)

/** A suggestion that is not among the judged true pairs counts as wrong. */
function judge(written: Effort[]): Judgement {
  const ids = new Set(written.map(({ id }) => id))
  const pairs = judged.pairs.filter((pair) => ids.has(pair.written))
  const overlapping = pairs.filter(({ overlap }) => overlap).map(nameOf)
  const shown = written.flatMap((effort) =>
    suggestOverlaps(effort, efforts.existing as Effort[]).map((suggestion) =>
      nameOf({ written: effort.id, existing: suggestion.effort.id }),
    ),
  )
  const missed = overlapping.filter((name) => !shown.includes(name))
  const wrong = shown.filter((name) => !overlapping.includes(name))
  return {
    recall: share(overlapping.length - missed.length, overlapping.length),
    precision: share(shown.length - wrong.length, shown.length),
    pairs: pairs.length,
    missed,
    wrong,
  }
}

const nameOf = (pair: { written: string; existing: string }): string => `${pair.written} ${pair.existing}`

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

/** Every other written initiative, so that weights fitted to one half show in the other. */
const half = (odd: number): Effort[] => efforts.written.filter((_, index) => index % 2 === odd)

/** Prints how much is found, and how much of what is shown is true, for the whole set and for each half. */
export function printOverlaps(): void {
  const parts = { all: judgeOverlaps(), 'first half': judge(half(0)), 'second half': judge(half(1)) }
  console.table(
    Object.fromEntries(
      Object.entries(parts).map(([name, { recall, precision, pairs }]) => [
        name,
        { pairs, recall: recall.toFixed(2), precision: precision.toFixed(2) },
      ]),
    ),
  )
  const { missed, wrong } = parts.all
  console.log(`missed: ${missed.join(', ') || 'none'}\nwrong: ${wrong.join(', ') || 'none'}`)
}
