import { type ClassificationList, classifications } from '@/db/schema'
import { STARTING_LISTS } from '@/features/classifications/starting-lists'
import { slugOf } from '@/features/forums/rules'
import type { SeedContext } from './context'

/** The themes of the strategy, and a starting list of groups and kinds. */
export function writeStrategy({ tx, id, tell, founded }: SeedContext): void {
  for (const [list, named] of Object.entries(STARTING_LISTS) as [ClassificationList, [string, string][]][]) {
    for (const [position, [nameDa, nameEn]] of named.entries()) {
      const row = { id: id(), list, slug: slugOf(nameDa), nameDa, nameEn, position }
      tx.insert(classifications)
        .values({ ...row, starting: list === 'activity_kind' })
        .run()
      tell({ kind: 'classification.created', subject: ['classification', row.id], data: { list } }, founded)
    }
  }
}
