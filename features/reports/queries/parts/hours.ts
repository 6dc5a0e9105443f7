import 'server-only'
import { type Given, listGiven } from '@/features/hours/queries/given'
import { translator } from '@/i18n/translator'
import { compareDanish } from '@/lib/danish-order'
import type { Viewer } from '@/policy'
import { openLedger, type Part, type Row } from '../ledger'
import type { Scope } from '../scope'
import { chartOf, say, TOTAL, tableOf } from '../writing'

/** The hours that departments gave the plans, as both sides read them (S16, S17). Three statements. */
export function hoursPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('hours', scope)
  const known = listGiven(viewer, scope)
  const plans = known.plans.filter(({ areaId }) => !scope.forum || areaId === scope.forum.areaId)
  const shown = new Map(plans.map((plan) => [plan.id, plan]))
  const ofDepartment = scope.reader === 'department' ? scope.party?.id : undefined
  const given = known.given.filter(
    ({ planId, partyId, areaId }) =>
      (planId === null ? !scope.forum || areaId === scope.forum.areaId : shown.has(planId)) &&
      (!ofDepartment || partyId === ofDepartment),
  )
  const toRow = ({ planId, party, minutes, meeting }: Given) =>
    ({
      what: meeting ? meeting.forum : t('rows.elsewhere'),
      whose: `${party} → ${planId ? (shown.get(planId)?.name ?? '') : t('hours.noPlan')}`,
      when: meeting?.heldOn ?? null,
      amount: minutes,
      ...(meeting && { href: `/meetings/${meeting.id}`, meetingId: meeting.id }),
    }) satisfies Row
  // What was promised, the deviation and what the department confirmed are columns of these tables.
  const columns = [
    {
      heading: t('hours.delivered'),
      of: (some: readonly Given[], key: string, name: string) =>
        ledger.sum(`delivered.${key}`, name, 'minutes', some, toRow),
    },
  ]
  const delivered = columns[0]!
  const byPlan = plans
    .map(({ id, name }) => ({ key: id, name, items: given.filter(({ planId }) => planId === id) }))
    .filter(({ items }) => items.length > 0)
  const noPlan = given.filter(({ planId }) => planId === null)
  const byDepartment = [...Map.groupBy(given, ({ partyId }) => partyId)]
    .map(([key, items]) => ({ key, name: items[0]?.party ?? '', items }))
    .sort((a, b) => compareDanish(a.name, b.name))
  const total = { key: TOTAL, name: t('total'), items: given }
  // An organisation has few plans and asks for each; the committee's are too many to draw.
  const drawn = scope.reader === 'organisation' ? byPlan : byDepartment
  const figures = {
    delivered: delivered.of(given, 'all', delivered.heading),
    plans: ledger.count('plans', t('hours.plans'), byPlan, ({ key, name }) => ({
      what: name,
      when: null,
      href: `/hours/${key}`,
    })),
    noPlan: delivered.of(noPlan, 'none', t('hours.noPlan')),
    who: scope.reader === 'department' ? (scope.party?.shortName ?? '') : t('hours.departments'),
  }
  return ledger.close({
    heading: t('hours.heading'),
    sentences: [
      say(t, scope.reader === 'organisation' ? 'hours.saidOwn' : 'hours.said', figures),
      ...(noPlan.length > 0 ? [say(t, 'hours.saidNoPlan', figures)] : []),
    ],
    ...chartOf(t(drawn === byPlan ? 'hours.drawing' : 'hours.drawingDepartments'), drawn, columns),
    tables: [
      tableOf(
        t('hours.byPlan'),
        t('hours.plan'),
        [
          ...byPlan,
          ...(noPlan.length > 0 ? [{ key: 'none', name: t('hours.noPlan'), items: noPlan }] : []),
          total,
        ],
        columns,
      ),
      ...(byDepartment.length > 1
        ? [tableOf(t('hours.byDepartment'), t('department'), [...byDepartment, total], columns)]
        : []),
    ],
    definitions: [t('hours.definition')],
    sources: [t('hours.source')],
  })
}
