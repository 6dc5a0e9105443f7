import { and, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { areas, estates, municipalOffers, parties } from '@/db/schema'
import { record } from '@/features/activity/record'
import { requireChoices } from '@/features/classifications/queries'
import { noteOverlapsOfOffer } from '@/features/initiatives/overlaps/commands'
import { today } from '@/lib/dates'
import { Conflict, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeOfferInput, NewOfferInput, OfferInput } from './input'
import { getOffer } from './queries'

/** Each department keeps its own; what it writes today, it thereby confirms. */
export function addOffer(person: Viewer, { partyId, ...input }: NewOfferInput, now: Date): string {
  return write((tx) => {
    authorize(can.keepOffer(person, { partyId }))
    requireDepartment(tx, partyId)
    requireChoices(tx, input, null, today(now))
    const words = placed(tx, input)
    const id = newId()
    tx.insert(municipalOffers)
      .values({ id, partyId, ...words, confirmedOn: today(now), createdAt: now })
      .run()
    record(tx, person, { kind: 'offer.created', subject: ['offer', id], data: { partyId } }, now)
    noteOverlapsOfOffer(tx, person, { offerId: id }, now)
    return id
  })
}

export function changeOffer(person: Viewer, { id, version, ...input }: ChangeOfferInput, now: Date): string {
  return write((tx) => {
    const stored = getOffer(tx, id)
    authorize(can.keepOffer(person, stored))
    requireChoices(tx, input, stored, today(now))
    const words = placed(tx, input)
    const changed = changedFields<typeof words>(stored, words)
    refuseOverwriting<typeof words>(stored, version, changed)
    tx.update(municipalOffers)
      .set({ ...words, confirmedOn: today(now), remindedOn: null, version: stored.version + 1 })
      .where(eq(municipalOffers.id, id))
      .run()
    record(tx, person, { kind: 'offer.changed', subject: ['offer', id], data: { changed } }, now)
    noteOverlapsOfOffer(tx, person, { offerId: id }, now)
    return id
  })
}

/** In one press: this is how it still is. */
export function confirmOffer(person: Viewer, { id, version }: OfferInput, now: Date): void {
  write((tx) => {
    const stored = getOffer(tx, id)
    authorize(can.keepOffer(person, stored))
    if (stored.version !== version) throw new Conflict('offerChanged')
    tx.update(municipalOffers)
      .set({ confirmedOn: today(now), remindedOn: null, version: version + 1 })
      .where(eq(municipalOffers.id, id))
      .run()
    const data = { confirmedBefore: stored.confirmedOn }
    record(tx, person, { kind: 'offer.confirmed', subject: ['offer', id], data }, now)
  })
}

type Words = Omit<NewOfferInput, 'partyId'>

/** Where the estate is chosen, the area is the estate's. */
function placed(reader: Reader, words: Words): Words {
  const { estateId, areaId } = words
  if (areaId !== null && !reader.select({ id: areas.id }).from(areas).where(eq(areas.id, areaId)).get())
    throw new Refused('unknown', undefined, 'areaId')
  if (estateId === null) return words
  const estate = reader.select().from(estates).where(eq(estates.id, estateId)).get()
  if (!estate) throw new Refused('unknown', undefined, 'estateId')
  return { ...words, areaId: estate.areaId }
}

function requireDepartment(reader: Reader, partyId: string): void {
  const found = reader
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.id, partyId), eq(parties.kind, 'department')))
    .get()
  if (!found) throw new Refused('unknown', undefined, 'partyId')
}
