import { eq } from 'drizzle-orm'
import { areas, forums, parties, people, seats } from '@/db/schema'
import { recordSeatChange } from '@/features/seats/commands/change'
import { recordSeat } from '@/features/seats/commands/take'
import { overlap } from '@/features/seats/rules'
import { translator } from '@/i18n/translator'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { parseDate } from '@/lib/typed-values'
import { count, findNamed, type Importing, isSound, knownBy, orFault } from '../import'
import { type ListRow, readSeatKind } from '../input'
import { same } from '../rules'

const COLUMN_OF = { forumId: 'forum', partyId: 'part', personId: 'mail', validFrom: 'fra', validTo: 'til' }

type Seat = typeof seats.$inferSelect
type Wanted = { line: number; seat: Omit<Seat, 'id' | 'version'>; stored: Seat | undefined; name: string }

/** Who sits where for whom, by the same rules as when seats are given one by one. A seat is known by its first day. */
export function keepSeats(run: Importing, rows: ListRow<'seats'>[]): void {
  const { tx, person, now, report } = run
  const wanted = readWanted(run, rows)
  refuseOverlaps(run, wanted)
  let begunBefore = 0
  // A seat that ends makes room for the one that follows it, wherever they stand in the file.
  for (const { line, seat, stored, name } of wanted.toSorted(
    (a, b) => Number(!a.stored) - Number(!b.stored),
  )) {
    if (!isSound(run, line)) continue
    const { kind, validFrom, validTo } = seat
    if (stored && stored.kind === kind && stored.validTo === validTo) {
      count(run, 'unchanged', 'seat', name)
      continue
    }
    orFault(run, line, COLUMN_OF, () => {
      if (stored) recordSeatChange(tx, person, stored, { kind, validFrom, validTo }, now)
      else recordSeat(tx, person, seat, now)
      count(run, stored ? 'changed' : 'created', 'seat', name)
      if (!stored && validFrom < today(now)) begunBefore++
    })
  }
  if (begunBefore > 0) report.notes?.push({ note: 'seatsInPast', values: { count: begunBefore } })
}

function readWanted(run: Importing, rows: ListRow<'seats'>[]): Wanted[] {
  const known = namesOf(run)
  const held = run.tx
    .select()
    .from(seats)
    .all()
    .filter(({ validFrom, validTo }) => !validTo || validFrom <= validTo)
  const byKey = new Map(held.map((seat) => [keyOf(seat), seat]))
  return rows.flatMap(({ line, cells }) => {
    const sitter = findNamed(run, known.people, { line, column: 'mail', cell: cells.mail })
    const forum = findNamed(run, known.forums, { line, column: 'forum', cell: cells.forum })
    const party = cells.part
      ? findNamed(run, known.parties, { line, column: 'part', cell: cells.part })
      : known.parties.byName.get(same(sitter?.party ?? ''))
    if (!sitter || !forum || !party || !isSound(run, line)) return []
    const seat = {
      forumId: forum.id,
      partyId: party.id,
      personId: sitter.id,
      kind: readSeatKind(cells.plads) ?? 'ordinary',
      validFrom: parseDate(cells.fra) ?? '',
      validTo: parseDate(cells.til),
    }
    const name = described(run, { sitter: sitter.name, party: party.shortName, forum: forum.area }, seat)
    return [{ line, seat, stored: byKey.get(keyOf(seat)), name }]
  })
}

const keyOf = (seat: Pick<Seat, 'forumId' | 'partyId' | 'personId' | 'validFrom'>) =>
  [seat.forumId, seat.partyId, seat.personId, seat.validFrom].join(' ')

/** What a cell may call each: a person's address; a forum, its area or its address; a party, short or whole. */
function namesOf({ tx }: Importing) {
  const everybody = tx
    .select({ id: people.id, name: people.name, email: people.email, party: parties.shortName })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .all()
  const everyForum = tx
    .select({ id: forums.id, name: forums.name, slug: forums.slug, kind: forums.kind, area: areas.name })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .all()
  return {
    people: knownBy(everybody, ({ email }) => [email]),
    forums: knownBy(everyForum, ({ name, slug, kind, area }) => [
      ...(kind === 'forum' ? [area] : []),
      name,
      slug,
    ]),
    parties: knownBy(tx.select().from(parties).all(), ({ name, shortName }) => [name, shortName]),
  }
}

/** Two lines that seat the same person for the same party in the same forum at once. */
function refuseOverlaps({ file, faults }: Importing, wanted: Wanted[]): void {
  const together = Map.groupBy(wanted, ({ seat }) => [seat.forumId, seat.partyId, seat.personId].join(' '))
  for (const rows of together.values()) {
    for (const [index, { line, seat }] of rows.entries()) {
      const earlier = rows.slice(0, index).find((other) => overlap(other.seat, seat))
      if (!earlier) continue
      faults.push({ file, line, column: 'fra', problem: 'overlapsLine', values: { earlier: earlier.line } })
    }
  }
}

type Names = { sitter: string; party: string; forum: string }

function described({ person: { locale } }: Importing, names: Names, seat: Wanted['seat']): string {
  const t = translator(locale, 'imports.preview')
  const long = (date: string) => formatDate(date, locale, 'long')
  return [
    t('seat', names),
    ...(seat.kind === 'deputy' ? [t('deputy')] : []),
    seat.validTo
      ? t('between', { from: long(seat.validFrom), to: long(seat.validTo) })
      : t('from', { from: long(seat.validFrom) }),
  ].join(', ')
}
