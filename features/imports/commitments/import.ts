import { eq } from 'drizzle-orm'
import { commitments, masterPlans, parties } from '@/db/schema'
import { keepCommitment } from '@/features/hours/commands/commitments'
import { translator } from '@/i18n/translator'
import { formatDate, formatList, formatMinutes } from '@/lib/format'
import { parseHours } from '@/lib/typed-values'
import { count, findNamed, type Importing, isSound, knownBy, orFault } from '../import'
import { type ListRow, readQuarter } from '../input'
import { repeated } from '../rules'

type Cells = ListRow<'commitments'>['cells']

/** What departments promised plans, quarter by quarter (S17). A plan that has ended by then is told, not refused. */
export function keepCommitments(run: Importing, rows: ListRow<'commitments'>[]): void {
  const { tx, person, now, file, report } = run
  const { locale } = person
  const t = translator(locale, 'imports.preview')
  const plans = knownBy(tx.select().from(masterPlans).all(), ({ name }) => [name])
  const departments = knownBy(
    tx.select().from(parties).where(eq(parties.kind, 'department')).all(),
    ({ name, shortName }) => [shortName, name],
  )
  const stored = new Map(
    tx
      .select()
      .from(commitments)
      .all()
      .map((row) => [`${row.planId} ${row.partyId} ${row.year} ${row.quarter}`, row.minutes]),
  )
  run.faults.push(...repeated(file, 'helhedsplan', rows, keyOf))
  const ended = new Map<string, string>()

  for (const { line, cells } of rows) {
    const plan = findNamed(run, plans, { line, column: 'helhedsplan', cell: cells.helhedsplan })
    const party = findNamed(run, departments, { line, column: 'forvaltning', cell: cells.forvaltning })
    if (!plan || !party || !isSound(run, line)) continue
    const quarter = readQuarter(cells.kvartal) ?? 0
    const year = Number(cells.år)
    const minutes = parseHours(cells.timer) ?? 0
    const values = { planId: plan.id, partyId: party.id, year, quarter, minutes, source: cells.kilde }
    const kept = orFault(
      run,
      line,
      { planId: 'helhedsplan', partyId: 'forvaltning', period: 'kvartal' },
      () => keepCommitment(tx, person, values, now),
    )
    if (!kept) continue
    const before = stored.get(`${plan.id} ${party.id} ${year} ${quarter}`)
    const words = { party: party.shortName, plan: plan.name, quarter, year: String(year) }
    const hours = formatMinutes(minutes, locale)
    const name =
      before === undefined || before === minutes
        ? t('commitment', { ...words, hours })
        : t('commitmentChanged', { ...words, before: formatMinutes(before, locale), hours })
    count(run, kept.change, 'commitment', name)
    const begins = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
    if (kept.change !== 'unchanged' && plan.endsOn !== null && plan.endsOn < begins)
      ended.set(plan.name, t('ended', { plan: plan.name, date: formatDate(plan.endsOn, locale, 'long') }))
  }
  if (ended.size > 0) {
    report.notes?.push({ note: 'planEnded', values: { plans: formatList([...ended.values()], locale) } })
  }
}

/** One promise to each plan, of each department, in each quarter. */
const keyOf = ({ helhedsplan, forvaltning, år, kvartal }: Cells) =>
  [helhedsplan, forvaltning, år, readQuarter(kvartal)].join(' ')
