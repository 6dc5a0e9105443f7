import { csv } from '@/lib/csv'
import { LISTS, type ListName } from './input'

/** One row of each list, in the order of its columns. */
export const EXAMPLES: Record<ListName, string[]> = {
  commitments: ['Mjølnerparken', 'BIF', '2026', '1', '12,5', 'Samarbejdsaftale 2026, bilag 2'],
  baselines: ['Styregruppen for Mjølnerparken', '4', '6', '48', 'Referater 2010-2011', 'ja'],
  seats: ['navn@kk.dk', 'Nørrebro', 'BIF', 'ordinær', '01.01.2026', ''],
}

/** A file to begin with: the columns, and a row as it could be. */
export const exampleOf = (list: ListName): string => csv([Object.keys(LISTS[list]), EXAMPLES[list]])
