import { steeringGroups } from '@/db/schema'
import { keepBaseline } from '@/features/steering-groups/commands/baseline'
import { translator } from '@/i18n/translator'
import { formatMinutes } from '@/lib/format'
import { parseHours } from '@/lib/typed-values'
import { count, findNamed, type Importing, isSound, knownBy, orFault } from '../import'
import { type ListRow, readCount, readYes } from '../input'
import { repeated } from '../rules'

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
    const values = { id: group.id, ...figures, baselineSource: cells.kilde, baselineEstimated }
    const kept = orFault(run, line, { id: 'styregruppe' }, () => keepBaseline(tx, person, values, now))
    if (kept) count(run, kept.change, 'steering-group', described(run, group.name, values))
  }
}

type Baseline = Omit<Parameters<typeof keepBaseline>[2], 'id' | 'baselineSource'>

function described({ person: { locale } }: Importing, group: string, baseline: Baseline): string {
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
