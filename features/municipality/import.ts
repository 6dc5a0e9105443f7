import { and, eq, isNull, ne } from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import {
  areas,
  FORUM_MARKS,
  forums,
  masterPlans,
  type PartyKind,
  parties,
  planOrganisations,
  steeringGroups,
} from '@/db/schema'
import { type Actor, record } from '@/features/activity/record'
import { emptyReport, type Fault, ImportRefused, type ImportReport } from '@/features/imports/rules'
import { sortKey } from '@/lib/danish-order'
import { newId } from '@/lib/ids'
import { listed, parseFiles, type Row, type Rows, readFolder, type Sheets } from './input'
import { findContradictions } from './rules'

type Run = {
  tx: Transaction
  actor: Actor
  now: Date
  id: () => string
  report: ImportReport
  faults: Fault[]
}

/**
 * The municipality's structure from the four CSV files of a folder, all or nothing; a second run changes nothing.
 * @throws ImportRefused
 */
export function importMunicipality(folder: string, now: Date, id: () => string = newId): ImportReport {
  const sheets = readFolder(folder)
  return write((tx) => recordStructure(tx, { job: 'import' }, sheets, now, id))
}

/**
 * The same within a transaction, for whoever brings the files.
 * @throws ImportRefused
 */
export function recordStructure(
  tx: Transaction,
  actor: Actor,
  sheets: Sheets,
  now: Date,
  id: () => string = newId,
): ImportReport {
  const faults: Fault[] = []
  const rows = parseFiles(sheets, faults)
  faults.push(...findContradictions(rows))
  if (faults.length > 0) throw new ImportRefused(faults)

  const report = emptyReport()
  const notes = Object.values(sheets).flatMap((sheet) => sheet.notes)
  if (notes.length > 0) report.notes = notes
  const run = { tx, actor, now, id, report, faults }
  const partyIds = keepParties(run, rows)
  const areaIds = keepAreas(run, rows.areas)
  keepPlans(run, rows.plans, partyIds, areaIds)
  if (faults.length > 0) throw new ImportRefused(faults)
  return report
}

function keepParties(run: Run, { departments, organisations }: Rows): Map<string, string> {
  const known = run.tx.select().from(parties).all()
  const ids = new Map<string, string>()
  const keepParty = (file: string, { line, cells }: PartyRow, kind: PartyKind) => {
    const { short_name: shortName, name, source, administrator = '', sort_key: sortedAs = shortName } = cells
    const party = known.find((candidate) => candidate.shortName === shortName)
    if (party && party.kind !== kind) {
      const values = { cell: shortName }
      run.faults.push({ file, line, column: 'short_name', problem: 'otherKind', values })
      return
    }
    const values = {
      kind,
      shortName,
      name,
      administrator: administrator || null,
      sortKey: sortKey(sortedAs),
      source,
    }
    ids.set(shortName, keep(run, 'party', parties, party, values))
  }
  for (const row of departments) keepParty('departments.csv', row, 'department')
  for (const row of organisations) keepParty('organisations.csv', row, 'housing_organisation')
  const absent = known.filter(({ kind, shortName }) => kind !== 'partner' && !ids.has(shortName))
  run.report.absent.push(...absent.map(({ shortName }) => shortName))
  return ids
}

type PartyRow = {
  line: number
  cells: { short_name: string; name: string; source: string; administrator?: string; sort_key?: string }
}

function keepAreas(run: Run, rows: Row<'areas'>[]): Map<string, { areaId: string; forumId: string }> {
  const knownAreas = run.tx.select().from(areas).all()
  const knownForums = run.tx.select().from(forums).where(eq(forums.kind, 'forum')).all()
  const slugs = new Set(rows.map(({ cells }) => cells.slug))
  run.report.absent.push(...knownForums.filter(({ slug }) => !slugs.has(slug)).map(({ name }) => name))

  const free = FORUM_MARKS.filter((mark) => !knownForums.some((forum) => forum.mark === mark))
  return new Map(
    rows.map(({ cells: { slug, area, forum_name: name, source } }, position) => {
      const areaValues = { slug, name: area, source }
      const areaId = keep(run, 'area', areas, bySlug(knownAreas, slug), areaValues)
      const forum = bySlug(knownForums, slug)
      // People learn a forum by its mark, so it stays when the order of the file changes.
      const mark = forum?.mark ?? free.shift() ?? 'circle'
      const forumId = keep(run, 'forum', forums, forum, { areaId, slug, name, mark, position })
      return [slug, { areaId, forumId }]
    }),
  )
}

function keepPlans(
  run: Run,
  rows: Row<'plans'>[],
  partyIds: Map<string, string>,
  areaIds: Map<string, { areaId: string; forumId: string }>,
): void {
  const known = run.tx.select().from(masterPlans).all()
  const names = new Set(rows.map(({ cells }) => cells.plan))
  run.report.absent.push(...known.filter(({ name }) => !names.has(name)).map(({ name }) => name))

  for (const { line, cells } of rows) {
    const planId = keep(
      run,
      'plan',
      masterPlans,
      known.find(({ name }) => name === cells.plan),
      {
        areaId: areaIds.get(cells.area)?.areaId,
        name: cells.plan,
        leadPartyId: partyIds.get(cells.lead_organisation),
        source: cells.source,
      },
    )
    keepPartners(run, planId, cells.plan, listed(cells.other_organisations), partyIds)
    if (cells.steering_group) keepSteeringGroup(run, planId, line, cells, areaIds)
  }
}

function keepPartners(run: Run, planId: string, plan: string, named: string[], ids: Map<string, string>) {
  const known = run.tx
    .select({ partyId: planOrganisations.partyId, shortName: parties.shortName })
    .from(planOrganisations)
    .innerJoin(parties, eq(parties.id, planOrganisations.partyId))
    .where(and(eq(planOrganisations.planId, planId), isNull(planOrganisations.removedAt)))
    .all()
  const before = new Set(known.map(({ shortName }) => shortName))
  const added = named.filter((shortName) => !before.has(shortName)).map((shortName) => ids.get(shortName))
  for (const partyId of added) {
    if (partyId === undefined) continue
    run.tx
      .insert(planOrganisations)
      .values({ planId, partyId })
      .onConflictDoUpdate({
        target: [planOrganisations.planId, planOrganisations.partyId],
        set: { removedAt: null },
      })
      .run()
    recordImport(run, 'plan.organisation-added', ['plan', planId], { partyId })
    run.report.created++
    run.report.changes.push({ how: 'changed', subject: 'plan', name: plan })
  }
  run.report.unchanged += before.size
  const gone = known.filter(({ shortName }) => !named.includes(shortName))
  run.report.absent.push(...gone.map(({ shortName }) => `${shortName} ved ${plan}`))
}

function keepSteeringGroup(
  run: Run,
  planId: string,
  line: number,
  cells: Row<'plans'>['cells'],
  areaIds: Map<string, { forumId: string }>,
): void {
  const known = run.tx.select().from(steeringGroups).where(eq(steeringGroups.planId, planId)).get()
  const namesake = run.tx
    .select({ id: steeringGroups.id })
    .from(steeringGroups)
    .where(and(eq(steeringGroups.name, cells.steering_group), ne(steeringGroups.planId, planId)))
    .get()
  if (namesake) {
    const values = { cell: cells.steering_group }
    run.faults.push({ file: 'plans.csv', line, column: 'steering_group', problem: 'otherPlan', values })
    return
  }
  keep(run, 'steering-group', steeringGroups, known, {
    planId,
    name: cells.steering_group,
    endedOn: cells.steering_group_ended || null,
    successorForumId: areaIds.get(cells.successor_forum)?.forumId ?? null,
    source: cells.source,
  })
}

type Known = { id: string } & Record<string, unknown>

/** Inserts the row, or changes what differs, with its event; returns its id. */
function keep(
  run: Run,
  subject: string,
  table: SQLiteTable & { id: AnySQLiteColumn },
  known: Known | undefined,
  values: Record<string, unknown>,
): string {
  if (!known) {
    const id = run.id()
    run.tx
      .insert(table)
      .values({ id, ...values })
      .run()
    recordImport(run, `${subject}.created`, [subject, id], {})
    run.report.created++
    run.report.changes.push({ how: 'created', subject, name: nameOf(values) })
    return id
  }
  const fields = Object.keys(values).filter((field) => values[field] !== known[field])
  if (fields.length === 0) {
    run.report.unchanged++
    return known.id
  }
  run.tx.update(table).set(values).where(eq(table.id, known.id)).run()
  recordImport(run, `${subject}.changed`, [subject, known.id], { fields })
  run.report.changed++
  run.report.changes.push({ how: 'changed', subject, name: nameOf(values) })
  return known.id
}

const nameOf = ({ shortName, name }: Record<string, unknown>) => String(shortName ?? name)

function recordImport(
  run: Run,
  kind: string,
  subject: [string, string],
  data: Record<string, string | string[]>,
): void {
  record(run.tx, run.actor, { kind, subject, data }, run.now)
}

const bySlug = <Thing extends { slug: string }>(things: Thing[], slug: string) =>
  things.find((thing) => thing.slug === slug)
