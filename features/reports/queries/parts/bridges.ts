import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, bridgeCounts, initiatives, masterPlans, municipalOffers } from '@/db/schema'
import { type Shown, shown, shownOf, shownSum } from '@/features/initiatives/bridges/rules'
import { translator } from '@/i18n/translator'
import { formatNumber } from '@/lib/format'
import { type Viewer, visible } from '@/policy'
import { daysOf } from '../../rules'
import { openLedger, type Part, type Row } from '../ledger'
import type { Scope } from '../scope'
import { say, TOTAL, tableOf } from '../writing'

/** How many were met and led on to an offer, told as the counts themselves are: one to four never apart (S46, R8). One statement. */
export function bridgesPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const words = translator(scope.locale, 'initiatives.bridges')
  const ledger = openLedger('bridges', scope)
  const known = listCounts(viewer, scope).map(({ contacts, ledOn, ...row }) => ({
    ...row,
    contacts: shown(contacts),
    ledOn: shownOf(ledOn, contacts),
  }))
  type Count = (typeof known)[number]
  const told = (count: Shown) => {
    if (typeof count === 'number') return { value: count, text: formatNumber(count, scope.locale) }
    if (typeof count === 'string') return { value: null, text: words(count) }
    return { value: null, text: words('atLeast', { count: formatNumber(count.atLeast, scope.locale) }) }
  }
  const toRow =
    (what: 'contacts' | 'ledOn') =>
    (count: Count): Row => {
      const { value, text } = told(count[what])
      const quarter = words('quarter', { quarter: String(count.quarter), year: String(count.year) })
      return {
        what: `${count.title} → ${count.offer}`,
        whose: `${count.area}, ${quarter}`,
        when: null,
        href: `/initiatives/${count.initiativeId}`,
        ...(value === null ? { told: text } : { amount: value }),
      }
    }
  const columns = (['contacts', 'ledOn'] as const).map((what) => ({
    heading: words(what),
    of: (some: readonly Count[], key: string, name: string) =>
      ledger.told(
        `${what}.${key}`,
        name,
        told(shownSum(some.map((count) => count[what]))),
        some,
        toRow(what),
      ),
  }))
  const [contacts, ledOn] = columns.map(({ heading, of }) => of(known, 'all', heading))
  const byArea = [...Map.groupBy(known, ({ areaId }) => areaId)].map(([key, items]) => ({
    key,
    name: items[0]?.area ?? '',
    items,
  }))
  const total = byArea.length > 1 ? [{ key: TOTAL, name: t('total'), items: known }] : []
  return ledger.close({
    heading: t('bridges.heading'),
    sentences: [
      known.length > 0 ? say(t, 'bridges.said', { contacts: contacts!, ledOn: ledOn! }) : [t('bridges.none')],
    ],
    tables:
      byArea.length > 0 ? [tableOf(t('bridges.byArea'), t('area'), [...byArea, ...total], columns)] : [],
    definitions: [t('bridges.definition')],
    sources: [t('bridges.source')],
  })
}

/** Of the quarters that lie wholly within the period. */
const listCounts = (viewer: Viewer, { from, to, forum }: Scope) =>
  db()
    .select({
      initiativeId: initiatives.id,
      title: initiatives.title,
      areaId: areas.id,
      area: areas.name,
      offer: municipalOffers.title,
      year: bridgeCounts.year,
      quarter: bridgeCounts.quarter,
      contacts: bridgeCounts.contacts,
      ledOn: bridgeCounts.ledOn,
    })
    .from(bridgeCounts)
    .innerJoin(initiatives, eq(initiatives.id, bridgeCounts.initiativeId))
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .innerJoin(municipalOffers, eq(municipalOffers.id, bridgeCounts.offerId))
    .where(
      and(
        visible.initiatives(viewer),
        visible.plans(viewer),
        isNull(initiatives.removedAt),
        forum ? eq(masterPlans.areaId, forum.areaId) : undefined,
      ),
    )
    .orderBy(asc(areas.name), asc(bridgeCounts.year), asc(bridgeCounts.quarter))
    .all()
    .filter(({ year, quarter }) => {
      const days = daysOf(`${year}-${quarter}`)
      return days !== null && from <= days.from && days.to <= to
    })
