/** A piece of a sentence; with an address it leads somewhere, as it does in an e-paper. */
export type Run = string | { text: string; href: string }

export type PaperCell = { text: string; href?: string }
export type PaperTable = {
  columns: { heading: string; numeric: boolean }[]
  /** The first cell of each names the row. */
  rows: PaperCell[][]
  /** The last row is what the others make together. */
  hasTotal: boolean
}

export type Bars = {
  /** What the whole width stands for. */
  most: number
  series: { label: string; fill: 'solid' | 'hatch' }[]
  bars: { label: string; values: { value: number | null; text: string }[] }[]
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string | Run[]; quiet?: boolean }
  /** A few words of what it is, and what it says. */
  | { kind: 'entry'; label: string; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; table: PaperTable }
  /** Drawn, and told in words to who does not see it. */
  | { kind: 'chart'; alt: string; chart: Bars }

/** What PDF and Word are both made of. */
export type Paper = { title: string; language: 'da' | 'en'; blocks: Block[] }

export const runsOf = (text: string | Run[]): Exclude<Run, string>[] =>
  (typeof text === 'string' ? [text] : text).map((run) =>
    typeof run === 'string' ? { text: run, href: '' } : run,
  )
