import 'server-only'
import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import { windowsOf } from '@/auth/viewer'
import { db } from '@/db/client'
import { areas, forums, parties, REPORT_READERS, type ReportReader } from '@/db/schema'
import { shortName } from '@/features/forums/queries/short-name'
import { translator } from '@/i18n/translator'
import { type PlainDate, quarterOf, today } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import type { Locale } from '@/lib/format'
import { can, type Viewer, visible } from '@/policy'
import type { ReportAddress } from '../input'
import { daysOf, periodName } from '../rules'

type Party = { id: string; shortName: string; name: string }
type Forum = { id: string; slug: string; name: string; areaId: string; withGroups: string[] }

/** What a report is of, and for whom. */
export type Scope = {
  reader: ReportReader
  party: Party | null
  forum: Forum | null
  from: PlainDate
  to: PlainDate
  locale: Locale
  now: Date
}

/** What an address asks for. Throws NotFound for a report this viewer may not read. Two statements. */
export function findScope(viewer: Viewer, address: ReportAddress, locale: Locale, now: Date): Scope {
  const { reader, party } = findReader(viewer, address)
  if (!can.readReport(viewer, { reader, partyId: party?.id ?? null })) throw new NotFound()
  const year = daysOf(String(quarterOf(today(now)).year))
  return {
    reader,
    party,
    forum: address.forum ? findForum(viewer, address.forum) : null,
    from: address.from ?? year?.from ?? today(now),
    to: address.to ?? year?.to ?? today(now),
    locale,
    now,
  }
}

/** Whom this viewer can have a report made for. */
export const readersOf = (viewer: Viewer): ReportReader[] =>
  REPORT_READERS.filter((reader) =>
    [null, ...viewer.ownParties].some((partyId) => can.readReport(viewer, { reader, partyId })),
  )

/** The parties this viewer can have a report of, in the order of the lists. One statement. */
export const listReportParties = (viewer: Viewer): (Party & { reader: ReportReader })[] =>
  selectParties()
    .orderBy(asc(parties.sortKey))
    .all()
    .flatMap(({ kind, ...party }) => {
      const reader = READERS[kind as keyof typeof READERS]
      return can.readReport(viewer, { reader, partyId: party.id }) ? [{ ...party, reader }] : []
    })

const READERS = { department: 'department', housing_organisation: 'organisation' } as const

const selectParties = () =>
  db()
    .select({ id: parties.id, shortName: parties.shortName, name: parties.name, kind: parties.kind })
    .from(parties)
    .where(inArray(parties.kind, ['department', 'housing_organisation']))
    .$dynamic()

/** The party that is asked for; else the reader, whose own party it is where there must be one. */
function findReader(viewer: Viewer, { reader = readersOf(viewer)[0], party: asked }: ReportAddress) {
  if (!asked && reader === 'committee') return { reader, party: null }
  const found = selectParties()
    .where(eq(parties.id, asked ?? viewer.partyId))
    .get()
  if (!found) throw new NotFound()
  const { kind, ...party } = found
  return { reader: READERS[kind as keyof typeof READERS], party }
}

function findForum(viewer: Viewer, slug: string): Forum {
  const own = db()
    .select({ id: forums.id, slug: forums.slug, name: forums.name, areaId: forums.areaId })
    .from(forums)
    .where(and(eq(forums.slug, slug), eq(forums.kind, 'forum'), visible.forums(viewer)))
    .get()
  if (!own) throw new NotFound()
  const groups = db().select({ id: forums.id }).from(forums).where(eq(forums.parentId, own.id)).all()
  return { ...own, withGroups: [own.id, ...groups.map(({ id }) => id)] }
}

/** The forums there were in the period, that the viewer looks into. One statement. */
export const listForumsOf = (viewer: Viewer, { from, to, forum }: Scope) =>
  db()
    .select({ id: forums.id, name: shortName, areaId: forums.areaId, validTo: forums.validTo })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .where(
      and(
        eq(forums.kind, 'forum'),
        visible.forums(viewer),
        forum ? eq(forums.id, forum.id) : undefined,
        or(isNull(forums.validFrom), lte(forums.validFrom, to)),
      ),
    )
    .orderBy(asc(forums.position))
    .all()
    .filter(({ validTo }) => validTo === null || validTo >= from)

/** 2026, 4. kvartal 2026, or its two days. */
export function nameOfPeriod({ from, to, locale }: Scope): string {
  const t = translator(locale, 'reports')
  const quarterIn = (quarter: string, year: string) => t('quarter', { quarter, year })
  return periodName({ from, to }, { year: (year) => year, quarter: quarterIn }, locale)
}

/**
 * Through whose eyes the rows are counted. The committee's are its maker's own; a department's and an organisation's are
 * the party's, whoever makes it, so that all of them read the same figures and nothing of anybody else.
 */
export function eyesOf(viewer: Viewer, { reader, party }: Scope): Viewer {
  if (!party) return viewer
  const own = { ...viewer, partyId: party.id, ownParties: [party.id] }
  return reader === 'department'
    ? { ...own, role: 'department_lead', windows: [] }
    : { ...own, role: 'housing_organisation', windows: windowsOf(db(), [party.id]) }
}
