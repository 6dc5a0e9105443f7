import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import { areas, enquiries, enquiryMessages, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { requireChoices } from '@/features/classifications/queries'
import { plainDateOf, today } from '@/lib/dates'
import { Conflict, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { SortInput } from '../input'
import { findEnquiry } from '../queries/find'
import { expectedAfter, isOpenEnquiry, waitsOf, workedDays } from '../rules'

/** What kind of enquiry it is, where and about what, and whose it is in the team. Another kind means another day. */
export function sortEnquiry(person: Viewer, { id, version, ...sorted }: SortInput, now: Date): void {
  write((tx) => {
    const enquiry = findEnquiry(tx, person, id)
    authorize(can.triageEnquiries(person))
    if (enquiry.version !== version) throw new Conflict('enquiryChanged')
    if (!isOpenEnquiry(enquiry.state)) throw new Refused('enquirySettled')
    const { areaId, themeId, targetGroupId, ownerId } = sorted
    requireChoices(
      tx,
      { themeId, targetGroupId, activityKindId: null },
      { ...enquiry, activityKindId: null },
      today(now),
    )
    const area = areaId && tx.select({ id: areas.id }).from(areas).where(eq(areas.id, areaId)).get()
    if (areaId && !area) throw new Refused('unknown', undefined, 'areaId')
    const owner = tx
      .select({ role: people.role })
      .from(people)
      .where(and(eq(people.id, ownerId), isNull(people.deactivatedAt)))
      .get()
    if (owner?.role !== 'coordinator') throw new Refused('unknown', undefined, 'ownerId')
    const estateId = areaId === enquiry.areaId ? enquiry.estateId : null
    const set = { ...sorted, estateId, version: version + 1 }
    const expectedOn = sorted.kind === enquiry.kind ? enquiry.expectedOn : promisedAnew()
    tx.update(enquiries)
      .set({ ...set, expectedOn })
      .where(eq(enquiries.id, id))
      .run()
    const data = { ownerBefore: enquiry.ownerId, owner: ownerId, kind: sorted.kind, expectedOn }
    record(tx, person, { kind: 'enquiry.sorted', subject: ['enquiry', id], data }, now)

    function promisedAnew() {
      const said = tx.select().from(enquiryMessages).where(eq(enquiryMessages.enquiryId, id)).all()
      const received = plainDateOf(enquiry.receivedAt)
      const waited = waitsOf(said, today(now)).reduce(
        (sum, { from, to }) => sum + workedDays(from, to, []),
        0,
      )
      return expectedAfter(sorted.kind, received, waited)
    }
  })
}
