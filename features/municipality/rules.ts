import { type Fault, repeated, same } from '@/features/imports/rules'
import { type FileName, listed, type Rows } from './input'

/** What one file says that another, or another line of it, contradicts. */
export function findContradictions(rows: Rows): Fault[] {
  const { departments, areas, organisations, plans } = rows
  return [
    ...repeated('departments.csv', 'short_name', departments),
    ...repeated('departments.csv', 'name', departments),
    ...repeated('areas.csv', 'slug', areas),
    ...repeated('areas.csv', 'area', areas),
    ...repeated('areas.csv', 'forum_name', areas),
    ...repeated('organisations.csv', 'short_name', organisations),
    ...repeated('organisations.csv', 'name', organisations),
    ...repeated('plans.csv', 'plan', plans),
    ...repeated('plans.csv', 'steering_group', plans),
    ...namedLikeADepartment(rows),
    ...unknownReferences(rows),
  ]
}

function namedLikeADepartment({ departments, organisations }: Rows): Fault[] {
  const taken = new Set(departments.map(({ cells }) => same(cells.short_name)))
  return organisations
    .filter(({ cells }) => taken.has(same(cells.short_name)))
    .map(({ line, cells }) =>
      fault('organisations', line, 'short_name', 'alsoDepartment', { cell: cells.short_name }),
    )
}

function unknownReferences({ areas, organisations, plans }: Rows): Fault[] {
  const slugs = new Set(areas.map(({ cells }) => cells.slug))
  const names = new Set(organisations.map(({ cells }) => cells.short_name))
  return plans.flatMap(({ line, cells }) => {
    const unknown = (column: string, cell: string, file: FileName, known: Set<string>) =>
      cell === '' || known.has(cell)
        ? []
        : [fault('plans', line, column, 'unknownReference', { cell, file: `${file}.csv` })]
    const others = listed(cells.other_organisations)
    return [
      ...unknown('area', cells.area, 'areas', slugs),
      ...unknown('successor_forum', cells.successor_forum, 'areas', slugs),
      ...unknown('lead_organisation', cells.lead_organisation, 'organisations', names),
      ...others.flatMap((other) => unknown('other_organisations', other, 'organisations', names)),
      ...others
        .filter((other, index) => others.indexOf(other) !== index || other === cells.lead_organisation)
        .map((other) => fault('plans', line, 'other_organisations', 'namedTwice', { cell: other })),
    ]
  })
}

const fault = (
  file: FileName,
  line: number,
  column: string,
  problem: string,
  values: Record<string, string | number>,
): Fault => ({ file: `${file}.csv`, line, column, problem, values })
