import { eq } from 'drizzle-orm'
import { forums, requiredSeats, seats } from '@/db/schema'
import { addDays, addMonths, type PlainDate, plainDateOf } from '@/lib/dates'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import { DEPARTMENTS, type DemoForum, FORUMS, SUCCESSION } from './forums'

/** Conveners, rhythm and who sits where, for everybody since before the first meeting of the past year. */
export function fillSeats(context: SeedContext, directory: Directory): void {
  const begins = plainDateOf(context.founded)
  for (const forum of FORUMS) {
    convene(context, directory, forum)
    const seat = (
      party: string,
      person: string,
      kind: 'ordinary' | 'deputy',
      from: PlainDate,
      to?: PlainDate,
    ) => takeSeat(context, directory, { forum: forum.slug, party, person, kind, from, to: to ?? null })
    for (const [party, person] of forum.seats) {
      const change = addMonths(context.today, -SUCCESSION.monthsAgo)
      if (forum.slug === SUCCESSION.forum && person === SUCCESSION.now) {
        seat(party, SUCCESSION.before, 'ordinary', begins, addDays(change, -1))
        seat(party, person, 'ordinary', change)
      } else seat(party, person, 'ordinary', begins)
    }
    for (const [party, person] of forum.deputies) seat(party, person, 'deputy', begins)
  }
}

function convene({ tx, founded, tell }: SeedContext, directory: Directory, demo: DemoForum): void {
  const forum = directory.forum(demo.slug)
  const convenerId = directory.person(demo.convener).id
  const deputyConvenerId = directory.person(demo.deputy).id
  tx.update(forums)
    .set({ convenerId, deputyConvenerId, rhythm: demo.rhythm })
    .where(eq(forums.id, forum.id))
    .run()
  const data = { convenerId, deputyConvenerId }
  tell({ kind: 'forum.changed', subject: ['forum', forum.id], forumId: forum.id, data }, founded)
  for (const party of DEPARTMENTS) {
    tx.insert(requiredSeats)
      .values({ forumId: forum.id, partyId: directory.party(party).id, count: 1 })
      .run()
  }
}

type Sitting = {
  forum: string
  party: string
  person: string
  kind: 'ordinary' | 'deputy'
  from: PlainDate
  to: PlainDate | null
}

function takeSeat({ tx, founded, id, tell }: SeedContext, directory: Directory, sitting: Sitting): void {
  const seat = {
    id: id(),
    forumId: directory.forum(sitting.forum).id,
    partyId: directory.party(sitting.party).id,
    personId: directory.person(sitting.person).id,
    kind: sitting.kind,
    validFrom: sitting.from,
    validTo: sitting.to,
  }
  tx.insert(seats).values(seat).run()
  const { personId, partyId, kind } = seat
  tell(
    {
      kind: 'seat.taken',
      subject: ['seat', seat.id],
      forumId: seat.forumId,
      data: { personId, partyId, kind },
    },
    founded,
  )
}
