import 'server-only'
import { and, eq, exists, gte, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { actionItems, type PartyKind, parties, people, seats } from '@/db/schema'
import { compareDanish } from '@/lib/danish-order'
import type { PlainDate } from '@/lib/dates'
import { can, type Viewer } from '@/policy'
import { seenBy } from './row'

type Pair = { partyId: string; personId: string }
type Responsible = Pair & { party: string; partyKind: PartyKind; person: string }
export type PartyWithPeople = { id: string; name: string; people: { id: string; name: string }[] }

/** The party and the person one may give an item to; undefined when the person does not act for that party. */
export const findResponsible = (
  reader: Reader,
  { partyId, personId }: Pair,
  today: PlainDate,
): Responsible | undefined =>
  pairs(reader)
    .where(and(eq(parties.id, partyId), eq(people.id, personId), acting(today)))
    .get()

/** Everybody a coordinator may give an item to, under the parties they act for. Nobody for anybody else. */
export function listResponsible(viewer: Viewer, today: PlainDate): PartyWithPeople[] {
  return can.settleActionItems(viewer) ? byParty(acting(today)) : []
}

/** Who acts for the party that has an item, for somebody who may hand it on. */
export const listColleagues = (
  viewer: Viewer,
  item: Parameters<typeof can.answerActionItem>[1],
  today: PlainDate,
): PartyWithPeople[] =>
  can.answerActionItem(viewer, item)
    ? byParty(and(eq(parties.id, item.responsiblePartyId), acting(today)))
    : []

function byParty(where: SQL | undefined): PartyWithPeople[] {
  const found = pairs(db()).where(where).orderBy(parties.sortKey).all()
  return [...Map.groupBy(found, ({ partyId }) => partyId)].map(([id, members]) => ({
    id,
    name: members[0]?.party ?? '',
    people: members
      .map(({ personId, person }) => ({ id: personId, name: person }))
      .sort((a, b) => compareDanish(a.name, b.name)),
  }))
}

/** For narrowing a list of everybody's: the parties that have or had an item the viewer sees. */
export const listResponsibleParties = (viewer: Viewer): { value: string; label: string }[] =>
  db()
    .selectDistinct({ value: parties.id, label: parties.shortName, sortKey: parties.sortKey })
    .from(parties)
    .innerJoin(actionItems, eq(actionItems.responsiblePartyId, parties.id))
    .where(seenBy(viewer))
    .orderBy(parties.sortKey)
    .all()

const pairs = (reader: Reader) =>
  reader
    .select({
      partyId: parties.id,
      party: parties.shortName,
      partyKind: parties.kind,
      personId: people.id,
      person: people.name,
    })
    .from(parties)
    .innerJoin(people, sql`1`)
    .$dynamic()

/** Active people of a party that still exists, by employment or by a seat held today. */
const acting = (today: PlainDate) =>
  and(
    isNull(people.deactivatedAt),
    ne(people.role, 'auditor'),
    or(isNull(parties.validTo), gte(parties.validTo, today)),
    or(eq(people.partyId, parties.id), exists(seatHeld(today))),
  )

const seatHeld = (today: PlainDate) =>
  new QueryBuilder({ casing: 'snake_case' })
    .select({ one: sql`1` })
    .from(seats)
    .where(
      and(
        eq(seats.partyId, parties.id),
        eq(seats.personId, people.id),
        lte(seats.validFrom, today),
        or(isNull(seats.validTo), gte(seats.validTo, today)),
      ),
    )
