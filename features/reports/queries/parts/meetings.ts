import 'server-only'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { attendances, forums, meetings, parties } from '@/db/schema'
import { isRepresented } from '@/features/overview/rules'
import { translator } from '@/i18n/translator'
import type { Viewer } from '@/policy'
import { heldWithin, listHeld, type Meeting, rowOfMeeting } from '../held'
import { openLedger, type Part, type Row } from '../ledger'
import type { Scope } from '../scope'
import { listForumsOf } from '../scope'
import { chartOf, say, TOTAL, tableOf } from '../writing'

/** Which meetings were held, and who of those asked to them came (S33, S52). Three statements. */
export function meetingsPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('meetings', scope)
  const held = listHeld(viewer, scope)
  const inForums = held.filter(({ kind }) => kind === 'forum')
  const seats = listSeats(viewer, scope)
  const all = listForumsOf(viewer, scope)
  const came = (seat: Seat) => isRepresented(seat.status)
  const toRow = rowOfMeeting(scope.locale)
  const toSeat = (seat: Seat): Row => ({
    ...toRow({ ...seat, id: seat.meetingId }),
    whose: `${seat.party}: ${t(`status.${seat.status ?? 'absent'}`)}`,
  })
  const invited = (some: readonly Seat[], key: string, name: string) =>
    ledger.count(`invited.${key}`, name, some, toSeat)
  const present = (some: readonly Seat[], key: string, name: string) =>
    ledger.count(`came.${key}`, name, some.filter(came), toSeat)
  const share = (some: readonly Seat[], key: string, name: string) =>
    ledger.share(`share.${key}`, name, some, came, toSeat)
  const attendance = [
    { heading: t('meetings.invited'), of: invited },
    { heading: t('meetings.came'), of: present },
    { heading: t('meetings.share'), of: share },
  ] as const
  const departments = [...Map.groupBy(seats, ({ partyId }) => partyId)].map(([key, items]) => ({
    key,
    name: items[0]?.party ?? '',
    items,
  }))
  const groups = held.filter(({ kind }) => kind !== 'forum')
  const withMeeting = all.filter(({ id }) => inForums.some(({ forumId }) => forumId === id))
  const figures = {
    forums: ledger.count('forums', t('meetings.forums'), withMeeting, ({ name }) => ({
      what: name,
      when: null,
    })),
    held: ledger.count('held', t('meetings.held'), inForums, toRow),
    groups: ledger.count('groups', t('meetings.groups'), groups, toRow),
    came: present(seats, 'all', t('meetings.came')),
    invited: invited(seats, 'all', t('meetings.invited')),
    share: share(seats, 'all', t('meetings.share')),
  }
  const who = scope.party?.shortName ?? ''
  const forumRows = all.map(({ id, name }) => ({
    key: id,
    name,
    items: inForums.filter(({ forumId }) => forumId === id),
  }))
  // One forum is its own total.
  const total = all.length > 1 ? [{ key: TOTAL, name: t('total'), items: inForums }] : []
  const seatsOf = (key: string) => (key === TOTAL ? seats : seats.filter(({ forumId }) => forumId === key))
  return ledger.close({
    heading: t('meetings.heading'),
    sentences: [
      say(t, 'meetings.said', figures),
      ...(groups.length > 0 ? [say(t, 'meetings.saidGroups', figures)] : []),
      ...(seats.length > 0
        ? [say(t, scope.party ? 'meetings.saidOwn' : 'meetings.saidCame', { ...figures, who })]
        : []),
    ],
    ...chartOf(t('meetings.drawing'), departments, [attendance[2]]),
    tables: [
      ...(departments.length > 1
        ? [
            tableOf(
              t('meetings.byDepartment'),
              t('department'),
              [...departments, { key: TOTAL, name: t('total'), items: seats }],
              attendance,
            ),
          ]
        : []),
      tableOf(
        t('meetings.byForum'),
        t('forum'),
        [...forumRows, ...total],
        [
          {
            heading: t('meetings.held'),
            of: (items, key, name) => ledger.count(`held.${key}`, name, items, toRow),
          },
          ...attendance.map(({ heading, of }) => ({
            heading,
            of: (_: readonly Meeting[], key: string, name: string) => of(seatsOf(key), key, name),
          })),
        ],
      ),
    ],
    definitions: [t('meetings.definition')],
    sources: [t('meetings.source')],
  })
}

type Seat = ReturnType<typeof listSeats>[number]

/** Each seat of a department at each meeting of a forum, and whether it was taken; never by whom. */
const listSeats = (viewer: Viewer, scope: Scope) =>
  db()
    .select({
      meetingId: meetings.id,
      forumId: meetings.forumId,
      forum: forums.name,
      kind: forums.kind,
      number: meetings.number,
      heldOn: meetings.heldOn,
      partyId: parties.id,
      party: parties.shortName,
      status: attendances.status,
    })
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .innerJoin(parties, eq(parties.id, attendances.partyId))
    .where(
      and(
        heldWithin(viewer, scope),
        eq(forums.kind, 'forum'),
        eq(parties.kind, 'department'),
        isNotNull(attendances.seatId),
        isNotNull(attendances.status),
        isNull(attendances.removedAt),
        scope.party ? eq(parties.id, scope.party.id) : undefined,
      ),
    )
    .orderBy(asc(parties.sortKey), asc(meetings.heldOn), asc(forums.position))
    .all()
