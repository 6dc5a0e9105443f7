import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { municipalOffers, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { addDays, addMonths, type PlainDate, today } from '@/lib/dates'
import { isWorkingDay } from '@/lib/working-days'

const YEAR_IN_MONTHS = 12
/** A department is asked again after so many days at the earliest: gently. */
const REMINDER_DAYS = 30

/**
 * Asks each department, in one mail to those who lead it, whether the offers that nobody confirmed for a year are still
 * as they were written down. Job.
 */
export function askAboutOffers(now: Date): void {
  const day = today(now)
  if (!isWorkingDay(day)) return
  write((tx) => {
    const old = tx
      .select({ id: municipalOffers.id, partyId: municipalOffers.partyId })
      .from(municipalOffers)
      .where(
        and(
          lte(municipalOffers.confirmedOn, addMonths(day, -YEAR_IN_MONTHS)),
          or(
            isNull(municipalOffers.remindedOn),
            lte(municipalOffers.remindedOn, addDays(day, -REMINDER_DAYS)),
          ),
        ),
      )
      .all()
    for (const [partyId, offers] of Map.groupBy(old, (offer) => offer.partyId)) {
      const ids = offers.map(({ id }) => id)
      const readers = thoseWhoLead(tx, partyId)
      for (const { id: personId, locale } of readers) {
        post(tx, { kind: 'offers_to_confirm', to: { personId, locale }, payload: { partyId } }, now)
      }
      note(tx, ids, day, now)
    }
  })
}

/** The department's leads, or everybody there where it has none. */
function thoseWhoLead(tx: Transaction, partyId: string) {
  const active = tx
    .select({ id: people.id, locale: people.locale, role: people.role })
    .from(people)
    .where(and(eq(people.partyId, partyId), isNull(people.deactivatedAt)))
    .all()
  const leads = active.filter(({ role }) => role === 'department_lead')
  return leads.length > 0 ? leads : active
}

function note(tx: Transaction, ids: string[], day: PlainDate, now: Date): void {
  tx.update(municipalOffers).set({ remindedOn: day }).where(inArray(municipalOffers.id, ids)).run()
  for (const id of ids)
    record(tx, { job: 'askAboutOffers' }, { kind: 'offer.reminded', subject: ['offer', id] }, now)
}
