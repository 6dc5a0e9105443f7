import type { Transaction } from '@/db/open'
import type { PlainDate } from '@/lib/dates'

/** What every part of the seed works with: one transaction, one moment, one row of ids. */
export type SeedContext = { tx: Transaction; now: Date; today: PlainDate; id: () => string }

export const ACTOR = { job: 'demo' }
