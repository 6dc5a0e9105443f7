import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { enquiries } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { ownerFor } from '../queries/owner'
import { isOpenEnquiry } from '../rules'

/** Who leaves the team leaves no open enquiry without an owner (S66). */
export function handOverEnquiries(tx: Transaction, actor: Viewer, personId: string, now: Date): void {
  const owned = tx.select().from(enquiries).where(eq(enquiries.ownerId, personId)).all()
  for (const { id, areaId, state, version } of owned) {
    if (!isOpenEnquiry(state)) continue
    const ownerId = ownerFor(tx, areaId, today(now), personId)
    tx.update(enquiries)
      .set({ ownerId, version: version + 1 })
      .where(eq(enquiries.id, id))
      .run()
    const data = { ownerBefore: personId, owner: ownerId }
    record(tx, actor, { kind: 'enquiry.sorted', subject: ['enquiry', id], data }, now)
  }
}
