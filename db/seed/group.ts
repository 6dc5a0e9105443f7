import { forums, seats } from '@/db/schema'
import { addMonths, plainDateOf, today } from '@/lib/dates'
import { comingMeetingDay } from './calendar'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import { numbering, writeComingMeeting } from './meetings'

const GROUP = {
  parent: 'noerrebro',
  slug: 'noerrebro-arbejdsgruppe-om-fritidsjob',
  name: 'Arbejdsgruppe om fritidsjob, Nørrebro',
  rhythm: 'Mødes, når der er noget at aftale',
  convener: 'Mette Holm',
  meets: { weekday: 2, at: '09:00', minutes: 60, place: 'Beboerhuset, mødelokalet' },
  inDays: 31,
  seats: [
    ['BUF', 'Line Krogh'],
    ['BIF', 'Louise Damsbo'],
    ['fsb', 'Rikke Hedelund'],
    ['AAB', 'Åse Aagaard'],
  ],
} as const

/** A young working group under the forum in Nørrebro: seats of its own, and a first meeting whose day is announced. */
export function writeGroup(context: SeedContext, directory: Directory): void {
  const { tx, id, now, tell } = context
  const begins = addMonths(today(now), -2)
  const { id: parentId, areaId, mark, position } = directory.forum(GROUP.parent)
  const { id: convenerId } = directory.person(GROUP.convener)
  const { slug, name, rhythm, meets } = GROUP
  const forumId = id()
  const made = new Date(now.getTime() - 60 * 24 * 3_600_000)
  tx.insert(forums)
    .values({
      id: forumId,
      slug,
      name,
      kind: 'working_group',
      parentId,
      areaId,
      mark,
      position,
      rhythm,
      convenerId,
    })
    .run()
  tell(
    { kind: 'forum.created', subject: ['forum', forumId], forumId, data: { parent: parentId } },
    made,
    convenerId,
  )
  for (const [party, person] of GROUP.seats) {
    const seat = {
      id: id(),
      forumId,
      partyId: directory.party(party).id,
      personId: directory.person(person).id,
    }
    tx.insert(seats)
      .values({ ...seat, validFrom: begins })
      .run()
    const { personId, partyId } = seat
    tell(
      {
        kind: 'seat.taken',
        subject: ['seat', seat.id],
        forumId,
        data: { personId, partyId, kind: 'ordinary' },
      },
      made,
      convenerId,
    )
  }
  const heldOn = comingMeetingDay(plainDateOf(now), GROUP.inDays, meets.weekday)
  writeComingMeeting(context, { forumId, convenerId, meets }, heldOn, numbering()(heldOn), 'announced')
}
