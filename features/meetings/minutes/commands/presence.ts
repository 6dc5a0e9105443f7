import { db } from '@/db/client'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting } from '../../queries'
import type { PresenceInput } from '../input'
import { type Present, STAYS_MS } from '../rules'

/** Who has which workspace open. Kept in memory: it changes nothing, and is worth nothing after a few seconds. */
const rooms = new Map<string, Map<string, Present>>()

/** Says that one is here, at which item, and whether one is typing. No change, so nothing is recorded. */
export function notePresence(person: Viewer, { meetingId, itemId, typing }: PresenceInput, now: Date): void {
  findMeeting(db(), person, meetingId)
  authorize(can.conveneMeetings(person))
  const room = rooms.get(meetingId) ?? new Map<string, Present>()
  rooms.set(meetingId, room)
  room.set(person.personId, {
    personId: person.personId,
    name: person.name,
    itemId,
    typing,
    seenAt: now.getTime(),
  })
  for (const [id, { seenAt }] of room) if (now.getTime() - seenAt > STAYS_MS) room.delete(id)
}

/** Everybody else who was here within the last seconds. */
export const othersPresent = (person: Viewer, meetingId: string, now: Date): Present[] =>
  [...(rooms.get(meetingId)?.values() ?? [])].filter(
    ({ personId, seenAt }) => personId !== person.personId && now.getTime() - seenAt <= STAYS_MS,
  )
