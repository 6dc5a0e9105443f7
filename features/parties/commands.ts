import { eq, min, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { parties, seats } from '@/db/schema'
import { record } from '@/features/activity/record'
import { endSeatsOfParty } from '@/features/seats/commands/end'
import type { PlainDate } from '@/lib/dates'
import { NotFound, Question, Refused } from '@/lib/errors'
import { formatDate } from '@/lib/format'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangePartyInput, NewPartyInput } from './input'
import { countLeft } from './queries'
import { typedSortKey } from './rules'

/** A department, a housing organisation or a partner that people can come from. Returns its id. */
export function createParty(person: Viewer, input: NewPartyInput, now: Date): string {
  return write((tx) => {
    authorize(can.administer(person))
    requireOrder(input)
    requireFreeName(tx, input.shortName)
    const sortKey = typedSortKey(input.sortKey, { shortName: input.shortName, sortKey: '' })
    const id = newId()
    tx.insert(parties)
      .values({ id, ...input, sortKey, source: 'administration' })
      .run()
    record(tx, person, { kind: 'party.created', subject: ['party', id], data: { kind: input.kind } }, now)
    return id
  })
}

type Words = Omit<ChangePartyInput, 'id' | 'version' | 'confirm'>

/** Names, order and dates; what a party is stays. Ending it ends its seats with it, so that asks first. */
export function changeParty(
  person: Viewer,
  { id, version, confirm, ...typed }: ChangePartyInput,
  now: Date,
): void {
  write((tx) => {
    authorize(can.administer(person))
    const party = tx.select().from(parties).where(eq(parties.id, id)).get()
    if (!party) throw new NotFound()
    const input = {
      ...typed,
      sortKey: typedSortKey(typed.sortKey, { shortName: typed.shortName, sortKey: party.sortKey }),
    }
    const changed = changedFields<Words>(party, input)
    if (changed.length === 0) return
    refuseOverwriting<Words>(party, version, changed)
    requireOrder(input)
    requireFreeName(tx, input.shortName, id)
    if (input.validFrom !== null) requireNoSeatBefore(tx, id, input.validFrom, person)
    const ended = changed.includes('validTo') ? end(tx, person, { id, ...input }, confirm, now) : []

    tx.update(parties)
      .set({ ...input, version: party.version + 1 })
      .where(eq(parties.id, id))
      .run()
    const data = { changed, validFrom: input.validFrom, validTo: input.validTo, seatsEnded: ended }
    record(tx, person, { kind: 'party.changed', subject: ['party', id], data }, now)
  })
}

type Ending = { id: string; shortName: string; validTo: PlainDate | null }

function end(
  tx: Transaction,
  person: Viewer,
  { id, shortName, validTo }: Ending,
  confirmed: string[],
  now: Date,
): string[] {
  if (validTo === null) return []
  const left = countLeft(tx, id, validTo)
  if (left.seats + left.people > 0 && !confirmed.includes('partyLeaves')) {
    const date = formatDate(validTo, person.locale, 'long')
    throw new Question('validTo', 'partyLeaves', { party: shortName, date, ...left })
  }
  return endSeatsOfParty(tx, person, id, validTo, now).map((seat) => seat.id)
}

function requireOrder({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): void {
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    throw new Refused('datesReversed', undefined, 'validTo')
  }
}

/** Short names are what people say and type, so two that differ in capitals alone are one. */
function requireFreeName(reader: Reader, shortName: string, id = ''): void {
  const folded = (name: string) => name.toLocaleLowerCase('da')
  const taken = reader
    .select({ shortName: parties.shortName, name: parties.name })
    .from(parties)
    .where(ne(parties.id, id))
    .all()
    .find((party) => folded(party.shortName) === folded(shortName))
  if (taken) throw new Refused('shortNameTaken', { name: taken.name }, 'shortName')
}

function requireNoSeatBefore(reader: Reader, id: string, validFrom: PlainDate, { locale }: Viewer): void {
  const first = reader
    .select({ day: min(seats.validFrom) })
    .from(seats)
    .where(eq(seats.partyId, id))
    .get()?.day
  if (first && first < validFrom) {
    throw new Refused('partyHasEarlierSeats', { date: formatDate(first, locale, 'long') }, 'validFrom')
  }
}
