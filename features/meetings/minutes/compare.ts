import { diffWords } from 'diff'
import type { Edition, EditionItem, EditionLine } from './edition'

/** Words that stand in both, only in the later, or only in the earlier. */
export type Piece = { text: string; change: 'same' | 'added' | 'removed' }
export type ComparedItem = {
  id: string
  number: string
  title: Piece[]
  lines: { id: string; pieces: Piece[] }[]
}

/** What changed from one edition to the next, item by item and line by line; only items in which something did. */
export function compareEditions(before: Edition, after: Edition): ComparedItem[] {
  return joined(before.items, after.items)
    .map(([old, now]) => {
      const { id, number } = (now ?? old) as EditionItem
      const lines = joined(old?.lines ?? [], now?.lines ?? [])
        .map(([was, is]) => ({
          id: ((is ?? was) as EditionLine).id,
          pieces: compare(wordsOf(was), wordsOf(is)),
        }))
        .filter(({ pieces }) => hasChanged(pieces))
      return { id, number, title: compare(old?.title ?? '', now?.title ?? ''), lines }
    })
    .filter(({ title, lines }) => hasChanged(title) || lines.length > 0)
}

const compare = (before: string, after: string): Piece[] =>
  diffWords(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))

const hasChanged = (pieces: Piece[]) => pieces.some(({ change }) => change !== 'same')

const wordsOf = (line: EditionLine | undefined): string => {
  if (!line) return ''
  return line.kind === 'action' ? `${line.text} (${line.party}, ${line.person}, ${line.dueOn})` : line.text
}

/** The same thing in both, in the order of the later; what went stands last. */
function joined<Thing extends { id: string }>(before: Thing[], after: Thing[]) {
  const known = new Map(before.map((thing) => [thing.id, thing]))
  const gone = before.filter(({ id }) => !after.some((thing) => thing.id === id))
  return [
    ...after.map((thing) => [known.get(thing.id), thing] as const),
    ...gone.map((thing) => [thing, undefined] as const),
  ]
}
