import 'server-only'
import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { invitations, parties, people, seats } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { can, type Viewer } from '@/policy'
import { isBeforeHeld } from '../rules'
import { coverageOf } from './rules'

type Asked = {
  id: string
  forumId: string
  heldOn: PlainDate
  announcedAt: Date | null
  state: Parameters<typeof isBeforeHeld>[0]
}
export type OwnAnswer = NonNullable<ReturnType<typeof getOwnAnswer>>

/** What the viewer has answered so far, for a meeting they can answer for; null for any other. */
export function getOwnAnswer(viewer: Viewer, meeting: Asked) {
  if (!can.answerInvitation(viewer, meeting) || !isBeforeHeld(meeting.state)) return null
  const answered = db()
    .select({
      answer: invitations.answer,
      deputyName: invitations.deputyName,
      itemIds: invitations.itemIds,
    })
    .from(invitations)
    .where(and(eq(invitations.meetingId, meeting.id), eq(invitations.personId, viewer.personId)))
    .get()
  return answered ?? { answer: null, deputyName: null, itemIds: null }
}

export type PartyCoverage = ReturnType<typeof listCoverage>[number]

/** Every party with a seat on the day, with its people and what each has answered: for the municipality's own eyes. */
export function listCoverage(viewer: Viewer, meeting: Asked) {
  if (!can.seeAccounts(viewer)) return []
  const rows = db()
    .select({
      partyId: parties.id,
      party: parties.shortName,
      kind: parties.kind,
      personId: people.id,
      person: people.name,
      seat: seats.kind,
      answer: invitations.answer,
      deputyName: invitations.deputyName,
      itemIds: invitations.itemIds,
      remindedAt: invitations.remindedAt,
    })
    .from(seats)
    .innerJoin(people, eq(people.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .leftJoin(invitations, and(eq(invitations.personId, people.id), eq(invitations.meetingId, meeting.id)))
    .where(
      and(
        eq(seats.forumId, meeting.forumId),
        lte(seats.validFrom, meeting.heldOn),
        or(isNull(seats.validTo), gte(seats.validTo, meeting.heldOn)),
        isNull(people.deactivatedAt),
      ),
    )
    .orderBy(asc(parties.kind), asc(parties.sortKey), asc(seats.kind), asc(people.name))
    .all()
  return [...Map.groupBy(rows, ({ partyId }) => partyId).values()].flatMap((people) => {
    const [first] = people
    if (!first) return []
    // A deputy seat that is silent leaves nobody waiting.
    const asked = people.filter(({ seat, answer }) => seat === 'ordinary' || answer !== null)
    return {
      party: first.party,
      kind: first.kind,
      coverage: coverageOf(asked.map(({ answer }) => answer)),
      people: asked,
      everybody: people.map(({ personId, person }) => ({ id: personId, name: person })),
    }
  })
}
