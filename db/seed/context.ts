import type { Transaction } from '@/db/open'
import type { EventData } from '@/db/schema'
import { record } from '@/features/activity/record'
import type { PlainDate } from '@/lib/dates'

type Change = { kind: string; subject: [kind: string, id: string]; forumId?: string; data?: EventData }

/** What every part of the seed works with: one transaction, one moment, one row of ids. */
export type SeedContext = {
  tx: Transaction
  now: Date
  /** Long before the first meeting: when everybody came to be here. */
  founded: Date
  today: PlainDate
  id: () => string
  /** Notes the event of a change; `by` is a person's id, or nobody for the making of the demo itself. */
  tell: (change: Change, at: Date, by?: string) => void
}

/** Events are told as the data is filled in, forum by forum, and recorded in the order in which they happened. */
export function chronicle(tx: Transaction) {
  const told: { change: Change; at: Date; by?: string }[] = []
  return {
    tell: (change: Change, at: Date, by?: string) => {
      told.push({ change, at, by })
    },
    recordAll: () => {
      for (const { change, at, by } of told.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
        record(tx, by ? { personId: by } : { job: 'demo' }, change, at)
      }
    },
  }
}
