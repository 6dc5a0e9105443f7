import { and, eq, exists, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { forums, people, seats } from '@/db/schema'
import { deputiesOn } from '@/features/absences/queries'
import { post } from '@/features/outbox/post'
import { today } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { convenersOf, ownerToday } from './queries/owner'
import type { EnquiryStep } from './rules'

type Enquiry = { id: string; askerId: string; ownerId: string; areaId: string | null }

/** What an owner hears of. */
type OwnerNews = 'arrived' | 'refused' | 'all_answered' | 'reply' | 'reopen' | 'added'
type EnquiryNews = EnquiryStep | OwnerNews | 'received'

/** The receipt to the asker, whoever wrote it down, and the news to the owner. */
export function tellAsked(tx: Transaction, person: Viewer, enquiry: Enquiry, now: Date): void {
  const payload = { enquiryId: enquiry.id }
  for (const to of readers(tx, [enquiry.askerId])) post(tx, { kind: 'enquiry_receipt', to, payload }, now)
  tellOwner(tx, person, enquiry, 'arrived', now)
}

/** Asked back, delayed, answered: the asker waits for it. */
export const tellAsker = (
  tx: Transaction,
  person: Viewer,
  { id, askerId }: Enquiry,
  news: EnquiryStep,
  now: Date,
): void => tell(tx, person, [askerId], { enquiryId: id, news }, now)

/** Whoever is there for the owner today. */
export function tellOwner(
  tx: Transaction,
  person: Viewer,
  { id, ownerId, areaId }: Enquiry,
  news: OwnerNews,
  now: Date,
): void {
  const deputy = convenersOf(tx, areaId)?.deputyConvenerId ?? null
  const reader = ownerToday(ownerId, deputy, deputiesOn(tx, today(now)))
  tell(tx, person, [reader], { enquiryId: id, news }, now)
}

type Routed = { enquiryId: string; areaId: string | null; partyId: string; partId: string }

/** A department's leads and who sits for it in the forum of the area; where there are none, all of its people. */
export function tellDepartment(
  tx: Transaction,
  person: Viewer,
  { enquiryId, areaId, partyId, partId }: Routed,
  now: Date,
): void {
  const day = today(now)
  const seated = tx
    .select({ one: sql`1` })
    .from(seats)
    .innerJoin(forums, eq(forums.id, seats.forumId))
    .where(
      and(
        eq(seats.personId, people.id),
        eq(seats.partyId, partyId),
        eq(forums.areaId, areaId ?? ''),
        lte(seats.validFrom, day),
        or(isNull(seats.validTo), gte(seats.validTo, day)),
      ),
    )
  const here = and(eq(people.partyId, partyId), isNull(people.deactivatedAt))
  const of = (where: typeof here) =>
    tx
      .select({ id: people.id })
      .from(people)
      .where(where)
      .all()
      .map(({ id }) => id)
  const responsible = of(and(here, or(eq(people.role, 'department_lead'), exists(seated))))
  tell(tx, person, responsible.length > 0 ? responsible : of(here), { enquiryId, news: 'route', partId }, now)
}

type Payload = { enquiryId: string; news: EnquiryNews; partId?: string }

/** One's own acts are never mailed. */
function tell(tx: Transaction, person: Viewer, personIds: string[], payload: Payload, now: Date): void {
  for (const to of readers(tx, personIds))
    if (to.personId !== person.personId) post(tx, { kind: 'enquiry_news', to, payload }, now)
}

const readers = (tx: Transaction, personIds: string[]) =>
  tx
    .select({ personId: people.id, locale: people.locale })
    .from(people)
    .where(and(inArray(people.id, personIds), isNull(people.deactivatedAt)))
    .all()
