import { sql } from 'drizzle-orm'
import { foldForSearch } from '@/lib/danish-order'
import { stemsOf, trigramsOf } from '@/lib/danish-words'
import type { Reader, Transaction } from './open'

type Subject = { kind: string; id: string }

/** What is asked for at most of each of the two indexes. */
const MOST_FOUND = 60

/** Puts a text where it is found by its words: as stems, and as runs of three letters for compounds and misspellings. */
export function indexWords(tx: Transaction, { kind, id }: Subject, text: string): void {
  tx.run(sql`DELETE FROM search_stems WHERE subject = ${id} AND kind = ${kind}`)
  tx.run(sql`DELETE FROM search_trigrams WHERE subject = ${id} AND kind = ${kind}`)
  tx.run(
    sql`INSERT INTO search_stems (kind, subject, stems) VALUES (${kind}, ${id}, ${stemsOf(text).join(' ')})`,
  )
  tx.run(
    sql`INSERT INTO search_trigrams (kind, subject, words) VALUES (${kind}, ${id}, ${foldForSearch(text)})`,
  )
}

/** The ids of a kind whose words are most like those of a text; whatever is typed, each word is only looked for. */
export const findByWords = (reader: Reader, kind: string, text: string): string[] =>
  findAllByWords(reader, [kind], text).get(kind) ?? []

/** The same of several kinds, so that one with many texts leaves room for the others. One statement. */
export function findAllByWords(reader: Reader, kinds: string[], text: string): Map<string, string[]> {
  const stems = quoted(stemsOf(text))
  const trigrams = quoted(
    [...trigramsOf(text)].map((three) => three.trim()).filter(({ length }) => length === 3),
  )
  const found = new Map(kinds.map((kind) => [kind, new Set<string>()]))
  const looked = [
    ['search_stems', stems],
    ['search_trigrams', trigrams],
  ] as const
  const likest = looked.flatMap(([table, words]) => (words === '' ? [] : [likestIn(table, words, kinds)]))
  if (likest.length === 0) return new Map()
  const rows = reader.all<{ kind: string; subject: string }>(sql.join(likest, sql` UNION ALL `))
  for (const { kind, subject } of rows) found.get(kind)?.add(subject)
  return new Map([...found].map(([kind, subjects]) => [kind, [...subjects]]))
}

const likestIn = (table: string, words: string, kinds: string[]) => sql`
  SELECT kind, subject FROM (
    SELECT kind, subject, row_number() OVER (PARTITION BY kind ORDER BY likeness) AS place FROM (
      SELECT kind, subject, rank AS likeness FROM ${sql.identifier(table)}
      WHERE ${sql.identifier(table)} MATCH ${words} AND kind IN ${kinds}
    )
  ) WHERE place <= ${MOST_FOUND}`

/** Words beyond these say nothing that the first ones did not. */
const MOST_WORDS = 80

/** Each as a phrase of its own, so that no word is taken for a command of the query language. */
const quoted = (words: string[]): string =>
  [...new Set(words)]
    .slice(0, MOST_WORDS)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' OR ')
