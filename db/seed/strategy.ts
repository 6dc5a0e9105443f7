import { type ClassificationList, classifications, periods } from '@/db/schema'
import { STARTING_LISTS } from '@/features/classifications/starting-lists'
import { slugOf } from '@/features/forums/rules'
import type { SeedContext } from './context'

const SOURCE = 'Teknik- og Miljøudvalget 12.12.2011, punkt 10'

/** The themes of the strategy, a starting list of groups and kinds, and the period the principles were approved for (S18). */
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
  const [startsOn, endsOn] = ['2012-01-01', '2014-12-31']
  const period = { id: id(), name: '2012-2014', startsOn, endsOn, source: SOURCE }
  tx.insert(periods).values(period).run()
  tell({ kind: 'period.created', subject: ['period', period.id], data: { startsOn, endsOn } }, founded)
}
