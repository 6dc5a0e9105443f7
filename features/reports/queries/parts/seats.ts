import 'server-only'
import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { parties } from '@/db/schema'
import { listDepartmentSeats } from '@/features/forums/queries/seats'
import { translator } from '@/i18n/translator'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import type { Viewer } from '@/policy'
import { openLedger, type Part } from '../ledger'
import { listForumsOf, type Scope } from '../scope'
import { say, TOTAL, tableOf } from '../writing'

/** How many seats the departments are meant to fill, and how many are empty at the end of the period (S63). Three statements. */
export function seatsPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('seats', scope)
  const now = today(scope.now)
  const day = [scope.to, now].sort()[0] ?? now
  const forums = listForumsOf(viewer, scope)
  const nameOf = new Map(forums.map(({ id, name }) => [id, name]))
  const seats = listDepartmentSeats(day).filter(({ forumId }) => nameOf.has(forumId))
  const departments = namesOf(seats.map(({ partyId }) => partyId))
  type Seats = (typeof seats)[number]
  const toRow = (amount: (seat: Seats) => number) => (seat: Seats) => ({
    what: nameOf.get(seat.forumId) ?? '',
    whose: departments.get(seat.partyId) ?? '',
    when: null,
    amount: amount(seat),
  })
  const columns = [
    {
      heading: t('seats.required'),
      of: (some: readonly Seats[], key: string, name: string) =>
        ledger.sum(
          `required.${key}`,
          name,
          'count',
          some,
          toRow(({ required }) => required),
        ),
    },
    {
      heading: t('seats.vacant'),
      of: (some: readonly Seats[], key: string, name: string) =>
        ledger.sum(
          `vacant.${key}`,
          name,
          'count',
          some.filter(({ vacant }) => vacant > 0),
          toRow(({ vacant }) => vacant),
        ),
    },
  ]
  const [required, vacant] = columns.map(({ heading, of }) => of(seats, 'all', heading))
  const total = { key: TOTAL, name: t('total'), items: seats }
  const groups = (by: 'forumId' | 'partyId', names: Map<string, string>) =>
    [...names].map(([key, name]) => ({ key, name, items: seats.filter((seat) => seat[by] === key) }))
  return ledger.close({
    heading: t('seats.heading'),
    sentences: [
      say(t, 'seats.said', {
        required: required!,
        vacant: vacant!,
        date: formatDate(day, scope.locale, 'long'),
      }),
    ],
    tables: [
      tableOf(t('seats.byDepartment'), t('department'), [...groups('partyId', departments), total], columns),
      tableOf(t('seats.byForum'), t('forum'), groups('forumId', nameOf), columns),
    ],
    definitions: [t('seats.definition')],
    sources: [t('seats.source')],
  })
}

const namesOf = (ids: string[]) =>
  new Map(
    db()
      .select({ id: parties.id, name: parties.shortName })
      .from(parties)
      .where(inArray(parties.id, [...new Set(ids)]))
      .orderBy(parties.sortKey)
      .all()
      .map(({ id, name }) => [id, name]),
  )
