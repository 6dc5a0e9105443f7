import 'server-only'
import type { AllocationCategory } from '@/db/schema'
import { type Allocation, type Decision, type Figure, getFunding } from '@/features/funding/queries/funding'
import { amountOf, isWaiting } from '@/features/funding/rules'
import { translator } from '@/i18n/translator'
import { compareDanish } from '@/lib/danish-order'
import { today } from '@/lib/dates'
import { formatDate, formatPeriod } from '@/lib/format'
import type { Viewer } from '@/policy'
import { openLedger, type Part, type Row } from '../ledger'
import type { Scope } from '../scope'
import { type Column, chartOf, say, TOTAL, tableOf } from '../writing'

/**
 * What the municipality pays in the grant that the period ends in, what it is of, and what it went to (S09, S55–S60).
 * Six statements.
 */
export function fundingPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('funding', scope)
  const funding = getFunding(viewer, scope.to)
  const period = funding?.period
  const href = `/funding?period=${period?.id}`
  const allocations = (funding?.allocations ?? []).filter(
    ({ areaId }) => !scope.forum || areaId === scope.forum.areaId,
  )
  const statedAs = (kind: 'municipal' | 'total') => {
    const amount = amountOf(funding?.figures ?? [], kind)
    return funding?.figures.find((figure) => figure.kind === kind && figure.amountOre === amount)
  }
  const [municipal, total] = [statedAs('municipal'), statedAs('total')]
  const toStated = ({ kind, source, amountOre }: Figure) => ({
    what: t(`funding.${kind === 'municipal' ? 'municipal' : 'total'}`),
    whose: source,
    when: null,
    href: `${href}#figures`,
    amount: amountOre,
  })
  const share = municipal && total && ledger.ratio('share', t('funding.share'), [municipal, total], toStated)
  const toRow = ({ label, plan, area, category, amountOre }: Allocation) =>
    ({
      what: label,
      whose: [plan?.name ?? area ?? t('funding.everywhere'), t(`funding.${category}`)].join(' · '),
      when: null,
      href: `${href}#allocations`,
      amount: amountOre,
    }) satisfies Row
  const given = (category?: AllocationCategory): Column<Allocation> => ({
    heading: t(`funding.${category ?? 'given'}`),
    of: (some, key, title) =>
      ledger.sum(
        `${category ?? 'given'}.${key}`,
        title,
        'money',
        some.filter((one) => !category || one.category === category),
        toRow,
      ),
  })
  const [activity, coordination, both] = [given('activity'), given('coordination'), given()]
  const byArea = [...Map.groupBy(allocations, ({ areaId }) => areaId ?? '')]
    .map(([key, items]) => ({
      key: key || 'everywhere',
      name: items[0]?.area ?? t('funding.everywhere'),
      items,
    }))
    .sort(
      (a, b) =>
        Number(a.key === 'everywhere') - Number(b.key === 'everywhere') || compareDanish(a.name, b.name),
    )
  const waiting = (funding?.decisions ?? []).flatMap(({ remarks, ...decision }) =>
    remarks
      .filter((remark) => isWaiting(remark, today(scope.now)))
      .map((remark) => ({ ...remark, decision })),
  )
  const toDecision = ({ title, body, decidedOn }: Omit<Decision, 'remarks'>): Row => ({
    what: title,
    whose: body,
    when: decidedOn,
    href: `${href}#decisions`,
  })
  const { facts } = funding ?? {}
  const figures = {
    total: ledger.sum('total', t('funding.total'), 'money', total ? [total] : [], toStated),
    municipal: ledger.sum(
      'municipal',
      t('funding.municipal'),
      'money',
      municipal ? [municipal] : [],
      toStated,
    ),
    share: share ?? '',
    given: both.of(allocations, 'all', both.heading),
    activity: activity.of(allocations, 'all', activity.heading),
    coordination: coordination.of(allocations, 'all', coordination.heading),
    decisions: ledger.count('decisions', t('funding.decisions'), funding?.decisions ?? [], toDecision),
    waiting: ledger.count('waiting', t('funding.waiting'), waiting, ({ decision, parties, followUpOn }) => ({
      ...toDecision(decision),
      whose: parties,
      when: followUpOn,
    })),
    period: period?.name ?? '',
    dates: period ? formatPeriod(period.startsOn, period.endsOn, scope.locale) : '',
    teamEndsOn: period?.teamEndsOn ? formatDate(period.teamEndsOn, scope.locale, 'long') : '',
  }
  return ledger.close({
    heading: t('funding.heading'),
    sentences: [
      ...(share ? [say(t, 'funding.said', figures)] : []),
      say(t, allocations.length > 0 ? 'funding.saidGiven' : 'funding.saidNone', figures),
      ...(funding && funding.decisions.length > 0 ? [say(t, 'funding.saidDecisions', figures)] : []),
      ...(period?.teamEndsOn ? [say(t, 'funding.saidTeam', figures)] : []),
      ...(facts && facts.doubts.length > 0 ? [say(t, 'funding.saidDoubts', figures)] : []),
    ],
    ...chartOf(t('funding.drawing'), byArea, [activity, { ...coordination, fill: 'hatch' }]),
    tables:
      byArea.length > 0
        ? [
            tableOf(
              t('funding.byArea'),
              t('area'),
              [...byArea, { key: TOTAL, name: t('total'), items: allocations }],
              [activity, coordination, both],
            ),
          ]
        : [],
    definitions: [t('funding.definition')],
    sources: [...new Set([...(funding?.figures ?? []), ...allocations].map(({ source }) => source))].sort(
      compareDanish,
    ),
  })
}
