import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { enquiries, estates, forums, people } from '@/db/schema'
import { indexWords } from '@/db/search-index'
import { deputiesOn, standInFor } from '@/features/absences/queries'
import { record } from '@/features/activity/record'
import { type PlainDate, today } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { AskInput, LogCallInput } from '../input'
import { nextNumber } from '../queries'
import { expectedAfter } from '../rules'

/** Two presses within so many milliseconds, with the same words, are one enquiry. */
const IMPATIENCE = 10 * 60_000

/** A housing organisation asks. Returns the enquiry's id; the same for an impatient second press. */
export function ask(person: Viewer, { text, areaId, estateId }: AskInput, now: Date): string {
  return write((tx) => {
    const { partyId, personId: askerId } = person
    authorize(can.askAsParty(person, { partyId }))
    const already = justAsked(tx, askerId, text, now)
    if (already) return already
    const asked = { text, ...placed(tx, areaId, estateId), partyId, askerId, kind: 'question' as const }
    const id = insertEnquiry(tx, { ...asked, via: 'web' }, now)
    record(tx, person, { kind: 'enquiry.asked', subject: ['enquiry', id], data: { via: 'web' } }, now)
    return id
  })
}

/** What somebody of a housing organisation says on the telephone, written down by the team. */
export function logCall(person: Viewer, { askerId, ...input }: LogCallInput, now: Date): string {
  return write((tx) => {
    authorize(can.routeEnquiries(person))
    const asker = tx
      .select({ partyId: people.partyId, role: people.role })
      .from(people)
      .where(and(eq(people.id, askerId), isNull(people.deactivatedAt)))
      .get()
    if (asker?.role !== 'housing_organisation') throw new Refused('unknown', undefined, 'askerId')
    const already = justAsked(tx, askerId, input.text, now)
    if (already) return already
    const { partyId } = asker
    const where = placed(tx, input.areaId, input.estateId)
    const id = insertEnquiry(tx, { ...input, ...where, partyId, askerId, via: 'phone' }, now)
    record(tx, person, { kind: 'enquiry.asked', subject: ['enquiry', id], data: { via: 'phone' } }, now)
    return id
  })
}

const justAsked = (tx: Transaction, askerId: string, text: string, now: Date): string | undefined =>
  tx
    .select({ id: enquiries.id })
    .from(enquiries)
    .where(
      and(
        eq(enquiries.askerId, askerId),
        eq(enquiries.text, text),
        gte(enquiries.receivedAt, new Date(now.getTime() - IMPATIENCE)),
      ),
    )
    .get()?.id

/** An estate tells the area. */
function placed(tx: Transaction, areaId: string | null, estateId: string | null) {
  if (estateId === null) return { areaId, estateId }
  const estate = tx.select({ areaId: estates.areaId }).from(estates).where(eq(estates.id, estateId)).get()
  if (!estate) throw new Refused('unknown', undefined, 'estateId')
  return { areaId: estate.areaId, estateId }
}

type Asked = Pick<
  typeof enquiries.$inferInsert,
  'text' | 'areaId' | 'estateId' | 'partyId' | 'askerId' | 'via'
> & { kind: 'question' | 'case' | 'major' }

function insertEnquiry(tx: Transaction, asked: Asked, now: Date): string {
  const [id, day] = [newId(), today(now)]
  tx.insert(enquiries)
    .values({
      ...asked,
      id,
      number: nextNumber(tx),
      ownerId: ownerOf(tx, asked.areaId ?? null, day),
      receivedAt: now,
      expectedOn: expectedAfter(asked.kind, day),
    })
    .run()
  indexWords(tx, { kind: 'enquiry', id }, asked.text)
  return id
}

/** Who convenes the area's forum, else the first of the team; whoever stands in while they are away. */
function ownerOf(tx: Transaction, areaId: string | null, day: PlainDate): string {
  const deputies = deputiesOn(tx, day)
  const forum = areaId
    ? tx
        .select({ convenerId: forums.convenerId, deputyId: forums.deputyConvenerId })
        .from(forums)
        .where(and(eq(forums.areaId, areaId), eq(forums.kind, 'forum')))
        .get()
    : undefined
  const convener = forum?.convenerId
  if (convener && deputies.has(convener) && forum.deputyId && !deputies.has(forum.deputyId))
    return forum.deputyId
  const owner = convener ?? firstOfTeam(tx)
  return standInFor(owner, deputies)
}

function firstOfTeam(tx: Transaction): string {
  const first = tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'coordinator'), isNull(people.deactivatedAt)))
    .orderBy(asc(people.name))
    .get()
  if (!first) throw new NotFound()
  return first.id
}
