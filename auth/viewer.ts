import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import { parties, people, periods, seats } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { type PlainDate, today } from '@/lib/dates'
import { isOutsider, sitsFor, type Viewer } from '@/policy'

/**
 * The person as the policy sees them today. Outsiders look through every seat of their own parties, municipal staff
 * through the seats they hold or held themselves for the municipality: who changed sides takes nothing along.
 */
export function loadViewer(reader: Reader, personId: string, now: Date): Viewer | null {
  const person = activePerson(reader).get({ personId, today: today(now) })
  if (!person) return null

  const held = seatsHeld(reader)
    .all({ personId })
    .filter(({ kind }) => sitsFor(person.role, kind))
  const live = held.filter((seat) => isLive(seat, today(now)))
  const viewer: Viewer = {
    ...person,
    ownParties: [...new Set([person.partyId, ...live.map(({ partyId }) => partyId)])],
    windows: [],
  }
  viewer.windows = isOutsider(viewer)
    ? windowsOf(reader, viewer.ownParties)
    : held.filter(wasEverHeld).map(asWindow)
  return viewer
}

/** What an outsider of these parties looks through. */
export const windowsOf = (reader: Reader, partyIds: string[]): Viewer['windows'] =>
  seatsOf(reader, partyIds).filter(wasEverHeld).map(asWindow)

type Held = { forumId: string; validFrom: PlainDate; validTo: PlainDate | null }

const asWindow = ({ forumId, validFrom, validTo }: Held) => ({ forumId, from: validFrom, to: validTo })

const period = {
  forumId: seats.forumId,
  partyId: seats.partyId,
  validFrom: seats.validFrom,
  validTo: seats.validTo,
}

/** The last of the team's last days, when it has passed and the team is paid for by no other period. */
const teamEndedOn = sql<PlainDate | null>`(
  SELECT max(${periods.teamEndsOn}) FROM ${periods}
  WHERE ${periods.teamEndsOn} < ${sql.placeholder('today')} AND NOT EXISTS (
    SELECT 1 FROM ${periods}
    WHERE ${periods.startsOn} <= ${sql.placeholder('today')} AND ${periods.teamEndsOn} >= ${sql.placeholder('today')}
  )
)`

const activePerson = keptQuery((reader) =>
  reader
    .select({
      personId: people.id,
      name: people.name,
      role: people.role,
      partyId: people.partyId,
      partyName: parties.shortName,
      locale: people.locale,
      theme: people.theme,
      teamEndedOn,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(and(eq(people.id, sql.placeholder('personId')), isNull(people.deactivatedAt)))
    .prepare(),
)

const seatsHeld = keptQuery((reader) =>
  reader
    .select({ ...period, kind: parties.kind })
    .from(seats)
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(eq(seats.personId, sql.placeholder('personId')))
    .prepare(),
)

const seatsOf = (reader: Reader, partyIds: string[]) =>
  reader.select(period).from(seats).where(inArray(seats.partyId, partyIds)).all()

/** One that was given by mistake and withdrawn ends before it begins. */
const wasEverHeld = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }) =>
  validTo === null || validFrom <= validTo

const isLive = (seat: { validFrom: string; validTo: string | null }, day: PlainDate) =>
  seat.validFrom <= day && (seat.validTo === null || day <= seat.validTo)
