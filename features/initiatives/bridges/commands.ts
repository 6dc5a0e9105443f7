import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import { bridgeCounts, initiativeOffers } from '@/db/schema'
import { record } from '@/features/activity/record'
import { quarterOf, today } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { findInitiative } from '../queries'
import type { CountInput } from './input'

/** Numbers and nothing about anybody (S46). Counted anew, the new number stands; the event tells that, not how many. */
export function countBridge(person: Viewer, input: CountInput, now: Date): void {
  write((tx) => {
    const { initiativeId, offerId, period, contacts, ledOn } = input
    const initiative = findInitiative(tx, person, initiativeId)
    authorize(can.countBridges(person, initiative))
    const leads = tx
      .select({ offerId: initiativeOffers.offerId })
      .from(initiativeOffers)
      .where(
        and(
          eq(initiativeOffers.initiativeId, initiativeId),
          eq(initiativeOffers.offerId, offerId),
          isNull(initiativeOffers.removedAt),
        ),
      )
      .get()
    if (!leads) throw new Refused('unknown', undefined, 'offerId')
    const current = quarterOf(today(now))
    if (period.year * 4 + period.quarter > current.year * 4 + current.quarter)
      throw new Refused('quarterToCome', undefined, 'period')
    const key = { initiativeId, offerId, ...period }
    const counted = { contacts, ledOn, countedAt: now }
    tx.insert(bridgeCounts)
      .values({ ...key, ...counted })
      .onConflictDoUpdate({
        target: [bridgeCounts.initiativeId, bridgeCounts.offerId, bridgeCounts.year, bridgeCounts.quarter],
        set: counted,
      })
      .run()
    const data = { offer: offerId, ...period }
    record(tx, person, { kind: 'initiative.counted', subject: ['initiative', initiativeId], data }, now)
  })
}
