import 'server-only'
import { type HourAccount, listHourAccounts } from '@/features/hours/queries/accounts'
import { type Given, listGiven } from '@/features/hours/queries/given'
import { firstDayOf, lastDayOf } from '@/features/hours/rules'
import { translator } from '@/i18n/translator'
import { compareDanish } from '@/lib/danish-order'
import { quarterOf } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { openLedger, type Part, type Row } from '../ledger'
import type { Scope } from '../scope'
import { type Column, chartOf, say, TOTAL, tableOf } from '../writing'

/** Hours that a department gave a plan at a meeting, or what it promised and confirmed of a quarter. */
type Line = { planId: string | null; partyId: string; party: string; given?: Given; account?: HourAccount }

/**
 * The hours that departments promised, gave and confirmed, as both sides read them (S16, S17). A promise is of a quarter:
 * of days that are no whole quarters only the delivered hours are told. Six statements.
 */
export function hoursPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('hours', scope)
  const whole =
    scope.from === firstDayOf(quarterOf(scope.from)) && scope.to === lastDayOf(quarterOf(scope.to))
  const known = whole
    ? listHourAccounts(viewer, scope.from, scope.to)
    : { ...listGiven(viewer, scope), accounts: [] }
  const plans = known.plans.filter(({ areaId }) => !scope.forum || areaId === scope.forum.areaId)
  const shown = new Map(plans.map((plan) => [plan.id, plan]))
  const ofDepartment = scope.reader === 'department' ? scope.party?.id : undefined
  const isMeant = ({ planId, partyId }: Line, areaId?: string) =>
    (planId === null ? !scope.forum || areaId === scope.forum.areaId : shown.has(planId)) &&
    (!ofDepartment || partyId === ofDepartment)
  const lines: Line[] = [
    ...known.given.filter((row) => isMeant(row, row.areaId)).map((given) => ({ ...lineOf(given), given })),
    ...known.accounts
      .filter((account) => (account.promised || account.confirmed) && isMeant(account))
      .map((account) => ({ ...lineOf(account), account })),
  ]
  const nameOf = (planId: string | null) =>
    planId === null ? t('hours.noPlan') : (shown.get(planId)?.name ?? '')
  const toMeeting = ({ planId, party, minutes, meeting }: Given) =>
    ({
      what: meeting ? meeting.forum : t('rows.elsewhere'),
      whose: `${party} → ${nameOf(planId)}`,
      when: meeting?.heldOn ?? null,
      amount: minutes,
      ...(meeting && { href: `/meetings/${meeting.id}`, meetingId: meeting.id }),
    }) satisfies Row
  const toQuarter = (minutesOf: (account: HourAccount) => number) => (account: HourAccount) =>
    ({
      what: nameOf(account.planId),
      whose: `${account.party}, ${t('quarter', { quarter: String(account.quarter), year: String(account.year) })}`,
      when: lastDayOf(account),
      amount: minutesOf(account),
      ...(account.planId && {
        href: `/hours/${account.planId}?year=${account.year}&quarter=${account.quarter}&department=${account.partyId}#rows`,
      }),
    }) satisfies Row
  const ofQuarters = (
    name: 'promised' | 'deviation' | 'confirmed',
    counts: (account: HourAccount) => boolean,
    minutesOf: (account: HourAccount) => number,
  ): Column<Line> => ({
    heading: t(`hours.${name}`),
    of: (some, key, title) =>
      ledger.sum(`${name}.${key}`, title, 'minutes', accountsOf(some).filter(counts), toQuarter(minutesOf)),
  })
  const promised = ofQuarters('promised', isPromised, ({ promised }) => promised?.minutes ?? 0)
  const deviation = ofQuarters('deviation', isPromised, (account) => account.computed - promiseOf(account))
  const confirmed = ofQuarters(
    'confirmed',
    ({ confirmed }) => confirmed !== null,
    ({ confirmed }) => confirmed?.minutes ?? 0,
  )
  const delivered: Column<Line> = {
    heading: t('hours.delivered'),
    of: (some, key, title) =>
      ledger.sum(
        `delivered.${key}`,
        title,
        'minutes',
        some.flatMap(({ given }) => given ?? []),
        toMeeting,
      ),
  }
  const promises = accountsOf(lines).filter(isPromised)
  const columns = promises.length > 0 ? [promised, delivered, deviation, confirmed] : [delivered]
  const byPlan = plans
    .map(({ id, name }) => ({ key: id, name, items: lines.filter(({ planId }) => planId === id) }))
    .filter(({ items }) => items.length > 0)
  const noPlan = lines.filter(({ planId }) => planId === null)
  const byDepartment = [...Map.groupBy(lines, ({ partyId }) => partyId)]
    .map(([key, items]) => ({ key, name: items[0]?.party ?? '', items }))
    .sort((a, b) => compareDanish(a.name, b.name))
  const total = { key: TOTAL, name: t('total'), items: lines }
  // An organisation has few plans and asks for each; the committee's are too many to draw.
  const drawn = scope.reader === 'organisation' ? byPlan : byDepartment
  const gotHours = byPlan.filter(({ items }) => items.some(({ given }) => given))
  const figures = {
    delivered: delivered.of(lines, 'all', delivered.heading),
    plans: ledger.count('plans', t('hours.plans'), gotHours, ({ key, name }) => ({
      what: name,
      when: null,
      href: `/hours/${key}`,
    })),
    noPlan: delivered.of(noPlan, 'none', t('hours.noPlan')),
    promised: promised.of(lines, 'all', promised.heading),
    deviation: deviation.of(lines, 'all', deviation.heading),
    promises: ledger.count('promises', t('hours.promises'), promises, toQuarter(promiseOf)),
    fulfilled: ledger.share('fulfilled', t('hours.fulfilled'), promises, isFulfilled, toQuarter(promiseOf)),
    who: scope.reader === 'department' ? (scope.party?.shortName ?? '') : t('hours.departments'),
  }
  return ledger.close({
    heading: t('hours.heading'),
    sentences: [
      say(t, scope.reader === 'organisation' ? 'hours.saidOwn' : 'hours.said', figures),
      ...(noPlan.length > 0 ? [say(t, 'hours.saidNoPlan', figures)] : []),
      ...(promises.length > 0 ? [say(t, 'hours.saidPromised', figures)] : []),
    ],
    ...chartOf(
      t(drawn === byPlan ? 'hours.drawing' : 'hours.drawingDepartments'),
      drawn,
      promises.length > 0 ? [{ ...promised, fill: 'hatch' }, delivered] : [delivered],
    ),
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
    definitions: [t('hours.definition'), ...(promises.length > 0 ? [t('hours.definitionPromised')] : [])],
    sources: [t('hours.source'), ...sourcesOf(promises)],
  })
}

const lineOf = ({ planId, partyId, party }: Line): Line => ({ planId, partyId, party })

const accountsOf = (lines: readonly Line[]) => lines.flatMap(({ account }) => account ?? [])

const isPromised = ({ promised }: HourAccount) => promised !== null
const promiseOf = ({ promised }: HourAccount) => promised?.minutes ?? 0
const isFulfilled = (account: HourAccount) => account.computed >= promiseOf(account)

/** Where the promises are written, each place once. */
const sourcesOf = (promises: HourAccount[]) =>
  [...new Set(promises.map(({ promised }) => promised?.source ?? ''))].sort(compareDanish)
