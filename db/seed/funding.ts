import {
  allocationDecisions,
  allocations,
  areas,
  decisionRemarks,
  fundingFigures,
  masterPlans,
  periods,
  politicalDecisions,
  splitParts,
} from '@/db/schema'
import { factsOf } from '@/features/funding/rules'
import { addDays, addMonths, instantOf, type PlainDate } from '@/lib/dates'
import { nextWorkingDay } from '@/lib/working-days'
import {
  DECISIONS_IN_THE_NOTE,
  DECISIONS_OF_TODAY,
  type DemoPeriod,
  GIVEN_IN_THE_NOTE,
  GIVEN_TODAY,
  IN_THE_NOTE,
  OF_TODAY,
} from './content/funding'
import type { SeedContext } from './context'
import type { Directory } from './directory'

type Years = { startsOn: PlainDate; endsOn: PlainDate }
type Written = { at: Date; by?: string }

/** Two funding periods: that of the note, closed, and one that is made up around today. */
export function writeFunding(context: SeedContext, directory: Directory): void {
  const { today, founded } = context
  const year = Number(today.slice(0, 4))
  const note = { startsOn: '2012-01-01', endsOn: '2014-12-31' }
  const current = { startsOn: `${year - 1}-01-01`, endsOn: `${year + 2}-12-31` }
  const entered = { at: instantOf(addMonths(today, -9), '09:20'), by: directory.person('Mette Holm').id }
  writePeriod(context, note, IN_THE_NOTE, DECISIONS_IN_THE_NOTE, GIVEN_IN_THE_NOTE, { at: founded })
  writePeriod(context, current, OF_TODAY, DECISIONS_OF_TODAY, GIVEN_TODAY, entered)
}

function writePeriod(
  context: SeedContext,
  years: Years,
  demo: DemoPeriod,
  decided: typeof DECISIONS_IN_THE_NOTE,
  given: typeof GIVEN_TODAY,
  { at, by }: Written,
): void {
  const { tx, id, tell } = context
  const { figures, activity, coordination, ...words } = demo
  const { startsOn, endsOn } = years
  const name = `${startsOn.slice(0, 4)}-${endsOn.slice(0, 4)}`
  const period = { id: id(), name, ...years, ...words, teamEndsOn: endsOn }
  const periodId = period.id
  tx.insert(periods).values(period).run()
  tx.insert(splitParts)
    .values([
      { periodId, category: 'activity', basisPoints: activity },
      { periodId, category: 'coordination', basisPoints: coordination },
    ])
    .run()
  tell({ kind: 'period.created', subject: ['period', periodId], data: years }, at, by)
  for (const figure of figures) {
    const row = { id: id(), periodId, ...figure }
    tx.insert(fundingFigures).values(row).run()
    tell({ kind: 'funding-figure.created', subject: ['funding-figure', row.id], data: { periodId } }, at, by)
  }
  const decisionIds = writeDecisions(context, decided, startsOn, { at, by })
  const { split } = factsOf(
    { ...period, activity, coordination },
    figures.map((figure) => ({ claimedBasisPoints: null, ...figure })),
    [],
  )
  for (const { restsOn, plan, area, amountOre, ...allocation } of given) {
    const part = split?.find(({ category }) => category === allocation.category)?.amountOre ?? 0
    const place = {
      planId: plan ? planNamed(context, plan) : null,
      areaId: area ? areaNamed(context, area) : null,
    }
    const row = {
      id: id(),
      periodId,
      ...allocation,
      ...place,
      amountOre: amountOre === 'part' ? part : amountOre,
    }
    tx.insert(allocations).values(row).run()
    for (const key of restsOn)
      tx.insert(allocationDecisions)
        .values({ allocationId: row.id, politicalDecisionId: decisionIds.get(key) ?? missing(key) })
        .run()
    tell(
      { kind: 'allocation.created', subject: ['allocation', row.id], data: { periodId, ...place } },
      at,
      by,
    )
  }
}

/** Returns their ids by the key they have in the data. */
function writeDecisions(
  { tx, id, tell, today }: SeedContext,
  decided: typeof DECISIONS_IN_THE_NOTE,
  startsOn: PlainDate,
  { at, by }: Written,
): Map<string, string> {
  const written = new Map<string, string>()
  for (const { key, on, remark, ...words } of decided) {
    const decidedOn = typeof on === 'string' ? on : nextWorkingDay(addMonths(startsOn, -on.monthsBefore))
    const row = { id: id(), decidedOn, ...words }
    written.set(key, row.id)
    tx.insert(politicalDecisions).values(row).run()
    const subject: [string, string] = ['political-decision', row.id]
    tell({ kind: 'political-decision.created', subject, data: { decidedOn } }, at, by)
    if (!remark) continue
    const { followUp, ...said } = remark
    const followUpOn = typeof followUp === 'string' ? followUp : addDays(today, -followUp.daysAgo)
    const entered = { id: id(), politicalDecisionId: row.id, followUpOn, ...said }
    tx.insert(decisionRemarks).values(entered).run()
    const about: [string, string] = ['decision-remark', entered.id]
    tell({ kind: 'decision-remark.created', subject: about, data: { followUpOn } }, at, by)
  }
  return written
}

const planNamed = ({ tx }: SeedContext, name: string): string =>
  tx
    .select()
    .from(masterPlans)
    .all()
    .find((plan) => plan.name === name)?.id ?? missing(name)

const areaNamed = ({ tx }: SeedContext, name: string): string =>
  tx
    .select()
    .from(areas)
    .all()
    .find((area) => area.name === name)?.id ?? missing(name)

function missing(name: string): never {
  throw new Error(`The demo knows no ${name}.`)
}
