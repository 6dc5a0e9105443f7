import 'server-only'
import { and, asc, between, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { forums, meetings } from '@/db/schema'
import { translator } from '@/i18n/translator'
import type { Locale } from '@/lib/format'
import { type Viewer, visible } from '@/policy'
import type { Row } from './ledger'
import type { Scope } from './scope'

export type Meeting = ReturnType<typeof listHeld>[number]

export const heldWithin = (viewer: Viewer, { from, to, forum }: Scope) =>
  and(
    visible.meetings(viewer),
    inArray(meetings.state, ['held', 'closed']),
    between(meetings.heldOn, from, to),
    forum ? inArray(meetings.forumId, forum.withGroups) : undefined,
  )

/** The meetings held, of forums and of their groups. One statement. */
export const listHeld = (viewer: Viewer, scope: Scope) =>
  db()
    .select({
      id: meetings.id,
      forumId: meetings.forumId,
      forum: forums.name,
      kind: forums.kind,
      number: meetings.number,
      heldOn: meetings.heldOn,
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(heldWithin(viewer, scope))
    .orderBy(asc(meetings.heldOn), asc(forums.position))
    .all()

export const rowOfMeeting =
  (locale: Locale) =>
  ({ id, forum, number, heldOn }: Pick<Meeting, 'id' | 'forum' | 'number' | 'heldOn'>): Row => ({
    what: translator(locale, 'reports')('rows.meeting', { forum, number: String(number) }),
    when: heldOn,
    href: `/meetings/${id}`,
    meetingId: id,
  })
