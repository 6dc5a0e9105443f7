import { forums, seats } from '@/db/schema'
import { addMonths, plainDateOf, today } from '@/lib/dates'
import { comingMeetingDay } from './calendar'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import type { DemoForum } from './forums'
import { numbering, writeComingMeeting } from './meetings'

export type DemoGroup = {
  parent: string
  slug: string
  name: string
  rhythm: string
  convener: string
  meets: DemoForum['meets']
  /** In how many days it meets. */
  inDays: number[]
  seats: [party: string, person: string][]
}

/** A young working group under the forum in Nørrebro: seats of its own, and a first meeting whose day is announced. */
export const YOUNG_GROUP: DemoGroup = {
  parent: 'noerrebro',
  slug: 'noerrebro-arbejdsgruppe-om-fritidsjob',
  name: 'Arbejdsgruppe om fritidsjob, Nørrebro',
  rhythm: 'Mødes, når der er noget at aftale',
  convener: 'Mette Holm',
  meets: { weekday: 2, at: '09:00', minutes: 60, place: 'Beboerhuset, mødelokalet' },
  inDays: [31],
  seats: [
    ['BUF', 'Line Krogh'],
    ['BIF', 'Louise Damsbo'],
    ['fsb', 'Rikke Hedelund'],
    ['AAB', 'Åse Aagaard'],
  ],
}

/** One that meets about one plan alone, as the steering groups did: it is flagged (S36). */
export const GROUP_FOR_ONE_PLAN: DemoGroup & { plan: string } = {
  plan: 'Mozartsgade',
  parent: 'vesterbro-sydhavnen',
  slug: 'vesterbro-sydhavnen-arbejdsgruppe-om-mozartsgade',
  name: 'Arbejdsgruppe om Mozartsgade',
  rhythm: 'Mødes hver anden måned',
  convener: 'Jonas Friis',
  meets: { weekday: 2, at: '13:00', minutes: 60, place: 'Beboerhuset ved havnen' },
  inDays: [44, 106],
  seats: [
    ['SOF', 'Ida Marie Lauritzen'],
    ['TMF', 'Kirsten Møllebro'],
    ['HAB', 'Torben Wiinstedt'],
  ],
}

/** A group under a forum: seats of its own, and meetings whose days are announced. */
export function writeGroup(
  context: SeedContext,
  directory: Directory,
  group: DemoGroup,
  planId: string | null = null,
): void {
  const { tx, id, now, tell } = context
  const begins = addMonths(today(now), -2)
  const { id: parentId, areaId, mark, position } = directory.forum(group.parent)
  const { id: convenerId } = directory.person(group.convener)
  const { slug, name, rhythm, meets } = group
  const forumId = id()
  const made = new Date(now.getTime() - 60 * 24 * 3_600_000)
  tx.insert(forums)
    .values({
      id: forumId,
      slug,
      name,
      kind: 'working_group',
      parentId,
      planId,
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
  for (const [party, person] of group.seats) {
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
  const numbered = numbering()
  for (const inDays of group.inDays) {
    const heldOn = comingMeetingDay(plainDateOf(now), inDays, meets.weekday)
    writeComingMeeting(context, { forumId, convenerId, meets }, heldOn, numbered(heldOn), 'announced')
  }
}
