import { periods, themes } from '@/db/schema'
import type { SeedContext } from './context'

const SOURCE = 'Teknik- og Miljøudvalget 12.12.2011, punkt 10'

/** The three themes of the strategy (S41) and the period the principles were approved for (S18). */
export function writeStrategy({ tx, id, tell, founded }: SeedContext): void {
  const named = [
    ['beskaeftigelse', 'Beskæftigelse', 'Employment'],
    ['uddannelse', 'Uddannelse', 'Education'],
    ['tryghed', 'Tryghed', 'Safety'],
  ] as const
  for (const [position, [slug, nameDa, nameEn]] of named.entries()) {
    const theme = { id: id(), slug, nameDa, nameEn, position }
    tx.insert(themes).values(theme).run()
    tell({ kind: 'theme.created', subject: ['theme', theme.id] }, founded)
  }
  const [startsOn, endsOn] = ['2012-01-01', '2014-12-31']
  const period = { id: id(), name: '2012-2014', startsOn, endsOn, source: SOURCE }
  tx.insert(periods).values(period).run()
  tell({ kind: 'period.created', subject: ['period', period.id], data: { startsOn, endsOn } }, founded)
}
