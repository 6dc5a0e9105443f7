import 'server-only'
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { areas, estates, forums, municipalOffers, parties } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { compareDanish } from '@/lib/danish-order'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import type { ListAddress } from './input'

export type Offer = ReturnType<typeof listOffers>[number]

/** What the municipality offers, which everybody may know. One statement. */
export const listOffers = (filter: ListAddress) =>
  offersOf(db(), filter)
    .all()
    .sort((a, b) => compareDanish(a.title, b.title))

const offersOf = keptQuery((reader, { area, party, group, kind }: ListAddress) =>
  select(reader)
    .where(
      and(
        area
          ? or(
              isNull(municipalOffers.areaId),
              sql`${municipalOffers.areaId} IN (SELECT ${forums.areaId} FROM ${forums} WHERE ${forums.slug} = ${area})`,
            )
          : undefined,
        party ? eq(municipalOffers.partyId, party) : undefined,
        group ? eq(municipalOffers.targetGroupId, group) : undefined,
        kind ? eq(municipalOffers.activityKindId, kind) : undefined,
      ),
    )
    .prepare(),
)

const select = (reader: Reader) =>
  reader
    .select({
      id: municipalOffers.id,
      title: municipalOffers.title,
      description: municipalOffers.description,
      partyId: municipalOffers.partyId,
      party: parties.shortName,
      partyName: parties.name,
      themeId: municipalOffers.themeId,
      targetGroupId: municipalOffers.targetGroupId,
      activityKindId: municipalOffers.activityKindId,
      areaId: municipalOffers.areaId,
      area: areas.name,
      estateId: municipalOffers.estateId,
      estate: estates.name,
      place: municipalOffers.place,
      opening: municipalOffers.opening,
      contact: municipalOffers.contact,
      startsOn: municipalOffers.startsOn,
      endsOn: municipalOffers.endsOn,
      confirmedOn: municipalOffers.confirmedOn,
      version: municipalOffers.version,
    })
    .from(municipalOffers)
    .innerJoin(parties, eq(parties.id, municipalOffers.partyId))
    .leftJoin(areas, eq(areas.id, municipalOffers.areaId))
    .leftJoin(estates, eq(estates.id, municipalOffers.estateId))
    .$dynamic()

/** Throws NotFound. */
export function getOffer(reader: Reader, id: string): Offer {
  const offer = select(reader).where(eq(municipalOffers.id, id)).get()
  if (!offer) throw new NotFound()
  return offer
}

export const readOffer = (id: string): Offer => getOffer(db(), id)

/** What a form about an offer lets one choose: the departments one may keep offers for, areas and estates. */
export function offerChoices(viewer: Viewer) {
  const departments = db()
    .select({ value: parties.id, label: parties.shortName })
    .from(parties)
    .where(and(eq(parties.kind, 'department'), isNull(parties.validTo)))
    .orderBy(parties.sortKey)
    .all()
    .filter(({ value }) => can.keepOffer(viewer, { partyId: value }))
  return {
    departments,
    areas: db().select({ value: areas.id, label: areas.name }).from(areas).orderBy(asc(areas.name)).all(),
    estates: db()
      .select({ value: estates.id, label: estates.name, group: areas.name })
      .from(estates)
      .innerJoin(areas, eq(areas.id, estates.areaId))
      .orderBy(areas.name, estates.name)
      .all(),
  }
}
