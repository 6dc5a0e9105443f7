import 'server-only'
import { and, asc, eq, gte, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, initiatives, masterPlans, OVERLAP_STATES, overlaps } from '@/db/schema'
import { translator } from '@/i18n/translator'
import { addDays, instantOf, plainDateOf } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'
import { openLedger, type Part, type Row } from '../ledger'
import type { Scope } from '../scope'
import { say, tableOf } from '../writing'

const WAYS = OVERLAP_STATES.filter((state) => state !== 'found')

/** What may have been done twice: found, and settled how (S42). One statement. */
export function overlapsPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const way = translator(scope.locale, 'overlaps')
  const ledger = openLedger('overlaps', scope)
  const known = listOverlaps(viewer, scope)
  const isWithin = (moment: Date | null) => {
    const day = moment && plainDateOf(moment)
    return day !== null && scope.from <= day && day <= scope.to
  }
  const found = known.filter(({ foundAt }) => isWithin(foundAt))
  const settled = known.filter(({ resolvedAt }) => isWithin(resolvedAt))
  const toRow =
    (day: (overlap: Overlap) => Date | null) =>
    (overlap: Overlap): Row => {
      const moment = day(overlap)
      return {
        what: overlap.title,
        whose: overlap.area,
        when: moment && plainDateOf(moment),
        href: `/initiatives/${overlap.initiativeId}`,
      }
    }
  const toSettled = toRow(({ resolvedAt }) => resolvedAt)
  const figures = {
    found: ledger.count(
      'found',
      t('overlaps.found'),
      found,
      toRow(({ foundAt }) => foundAt),
    ),
    settled: ledger.count('settled', t('overlaps.settled'), settled, toSettled),
  }
  const byWay = WAYS.map((state) => ({
    key: state,
    name: way(`way.${state}`),
    items: settled.filter((overlap) => overlap.state === state),
  }))
  return ledger.close({
    heading: t('overlaps.heading'),
    sentences: [say(t, 'overlaps.said', figures)],
    tables:
      settled.length === 0
        ? []
        : [
            tableOf(t('overlaps.byWay'), t('overlaps.way'), byWay, [
              {
                heading: t('overlaps.settled'),
                of: (items, key, name) => ledger.count(`settled.${key}`, name, items, toSettled),
              },
            ]),
          ],
    definitions: [t('overlaps.definition')],
    sources: [t('overlaps.source')],
  })
}

type Overlap = ReturnType<typeof listOverlaps>[number]

const listOverlaps = (viewer: Viewer, { from, to, forum }: Scope) => {
  const [start, end] = [instantOf(from, '00:00'), instantOf(addDays(to, 1), '00:00')]
  return db()
    .select({
      initiativeId: overlaps.initiativeId,
      title: initiatives.title,
      area: areas.name,
      state: overlaps.state,
      foundAt: overlaps.foundAt,
      resolvedAt: overlaps.resolvedAt,
    })
    .from(overlaps)
    .innerJoin(initiatives, eq(initiatives.id, overlaps.initiativeId))
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .where(
      and(
        visible.overlaps(viewer),
        isNull(initiatives.removedAt),
        forum ? eq(masterPlans.areaId, forum.areaId) : undefined,
        or(
          and(gte(overlaps.foundAt, start), lt(overlaps.foundAt, end)),
          and(isNotNull(overlaps.resolvedAt), gte(overlaps.resolvedAt, start), lt(overlaps.resolvedAt, end)),
        ),
      ),
    )
    .orderBy(asc(overlaps.foundAt))
    .all()
}
