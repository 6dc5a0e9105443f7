import { steeringGroups } from '@/db/schema'
import { keepBaseline } from '@/features/steering-groups/commands/baseline'
import type { Baseline } from '@/features/steering-groups/rules'
import { translator } from '@/i18n/translator'
import { formatMinutes } from '@/lib/format'
import { parseHours } from '@/lib/typed-values'
import { count, findNamed, type Importing, isSound, knownBy, orFault } from '../import'
import { type ListRow, readCount, readYes } from '../input'
import { repeated } from '../rules'

/** Where a file holds what is refused. */
const COLUMNS = {
  meetingsAYear: 'møder om året',
  municipalPeople: 'kommunale deltagere',
  minutesAYear: 'timer om året',
  baselineSource: 'kilde',
} satisfies Partial<Record<keyof Baseline, string>>

/** How it was in the old steering groups (S14–S16); what a source does not say stays open. */
export function keepBaselines(run: Importing, rows: ListRow<'baselines'>[]): void {
  const { tx, person, now, file } = run
  const groups = knownBy(tx.select().from(steeringGroups).all(), ({ name }) => [name])
  run.faults.push(...repeated(file, 'styregruppe', rows))
  for (const { line, cells } of rows) {
    const group = findNamed(run, groups, { line, column: 'styregruppe', cell: cells.styregruppe })
    const figures = {
      meetingsAYear: readCount(cells['møder om året']),
      municipalPeople: readCount(cells['kommunale deltagere']),
      minutesAYear: parseHours(cells['timer om året']),
    }
    if (!isSound(run, line) || !group) continue
    if (Object.values(figures).every((figure) => figure === null)) {
      run.faults.push({ file, line, column: null, problem: 'noFigures' })
      continue
    }
    const baselineEstimated = readYes(cells.skøn) ?? false
    const values = { groupId: group.id, ...figures, baselineSource: cells.kilde, baselineEstimated }
    const change = orFault(run, line, COLUMNS, () =>
      keepBaseline(tx, person, values, now) ? 'changed' : 'unchanged',
    )
    if (change) count(run, change, 'steering-group', described(run, group.name, values))
  }
}

type Described = Omit<Baseline, 'baselineSource'>

function described({ person: { locale } }: Importing, group: string, baseline: Described): string {
  const t = translator(locale, 'imports.preview')
  const { meetingsAYear, municipalPeople, minutesAYear, baselineEstimated } = baseline
  const parts = [
    ...(meetingsAYear === null ? [] : [t('meetings', { count: meetingsAYear })]),
    ...(municipalPeople === null ? [] : [t('people', { count: municipalPeople })]),
    ...(minutesAYear === null ? [] : [t('hours', { hours: formatMinutes(minutesAYear, locale) })]),
    ...(baselineEstimated ? [t('estimated')] : []),
  ]
  return `${group}: ${parts.join(', ')}`
}
