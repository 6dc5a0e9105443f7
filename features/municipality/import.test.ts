import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import {
  areas,
  events,
  forums,
  masterPlans,
  parties,
  planOrganisations,
  requiredSeats,
  steeringGroups,
} from '@/db/schema'
import { type Fault, ImportRefused } from '@/features/imports/rules'
import { faultSentences } from '@/features/imports/sentences'
import { emptyDatabase } from '@/test/database'
import { importMunicipality } from './import'
import type { FileName } from './input'

const NOW = new Date('2026-11-23T09:00:00Z')
const DEMO = 'db/seed/municipality'

const FILES: Record<FileName, string> = {
  departments:
    'short_name,name,source\nTMF,Teknik- og Miljøforvaltningen,public\nBUF,Børne- og Ungdomsforvaltningen,public\n',
  areas: 'slug,area,forum_name,source\nnoerrebro,Nørrebro,Boligsocialt Forum Nørrebro,public\n',
  organisations:
    'short_name,name,administrator,sort_key,source\nfsb,fsb,,fsb,public\nAAB,Arbejdernes Andels Boligforening,,AAB,public\nAKB København,AKB København,KAB,AKB,public\n',
  plans:
    'plan,area,lead_organisation,other_organisations,steering_group,steering_group_ended,successor_forum,source\nNørreBrobyggerne,noerrebro,fsb,"AAB;AKB København",Styregruppen,2011-12-31,noerrebro,illustrative\n',
}

let database: Database
let folder: string

beforeEach(() => {
  database = emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'import-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The four files, some of them otherwise; null leaves one out. */
function write(change: Partial<Record<FileName, string | Buffer | null>> = {}): void {
  for (const [name, text] of Object.entries({ ...FILES, ...change })) {
    const path = join(folder, `${name}.csv`)
    if (text === null) rmSync(path, { force: true })
    else writeFileSync(path, text)
  }
}

const run = () => importMunicipality(folder, NOW)

function faults(change: Parameters<typeof write>[0]): Fault[] {
  write(change)
  try {
    run()
  } catch (error) {
    if (error instanceof ImportRefused) return error.faults
    throw error
  }
  return []
}

const eventKinds = () =>
  database
    .select({ kind: events.kind })
    .from(events)
    .all()
    .map(({ kind }) => kind)

describe('what is read', () => {
  test('the four files become parties, areas with their forums, plans and steering groups', () => {
    write()
    expect(run()).toMatchObject({ created: 11, changed: 0, unchanged: 0, absent: [] })
    const organisation = database.select().from(parties).where(eq(parties.shortName, 'AKB København')).get()
    expect(organisation).toMatchObject({ kind: 'housing_organisation', administrator: 'KAB', sortKey: 'akb' })
    const [forum] = database.select().from(forums).all()
    expect(forum).toMatchObject({ slug: 'noerrebro', mark: 'circle', position: 0 })
    expect(database.select().from(areas).get()?.id).toBe(forum?.areaId)
    expect(database.select().from(planOrganisations).all()).toHaveLength(2)
    expect(database.select().from(steeringGroups).get()).toMatchObject({
      name: 'Styregruppen',
      endedOn: '2011-12-31',
      successorForumId: forum?.id,
    })
  })

  test('the demo municipality: six areas, seven departments, ten organisations, 32 plans', () => {
    importMunicipality(DEMO, NOW)
    const kinds = database
      .select()
      .from(parties)
      .all()
      .map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'department')).toHaveLength(7)
    expect(kinds.filter((kind) => kind === 'housing_organisation')).toHaveLength(10)
    expect(database.select().from(masterPlans).all()).toHaveLength(32)
    expect(
      database
        .select()
        .from(forums)
        .orderBy(asc(forums.position))
        .all()
        .map(({ mark }) => mark),
    ).toEqual(['circle', 'square', 'triangle', 'diamond', 'house', 'cross'])
    expect(database.select().from(requiredSeats).all()).toEqual([])
  })

  test.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['semicolons', (text: string) => text.replaceAll(',', ';')],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['blank lines', (text: string) => text.replaceAll('\n', '\n\n')],
    [
      'spaces around cells',
      (text: string) => text.replaceAll(',', ' , ').replaceAll(' "', '"').replaceAll('" ', '"'),
    ],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
  ])('with %s it is the same', (_, change) => {
    write()
    run()
    write(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, change(text)])))
    expect(run()).toMatchObject({ created: 0, changed: 0, unchanged: 11 })
  })

  test('a comma in quotes is text', () => {
    write({ departments: 'short_name,name,source\nTMF,"Teknik, Miljø og ""By""",public\n' })
    run()
    expect(database.select().from(parties).where(eq(parties.shortName, 'TMF')).get()?.name).toBe(
      'Teknik, Miljø og "By"',
    )
  })
})

describe('a second run', () => {
  test('changes nothing and writes no event', () => {
    write()
    run()
    const before = eventKinds().length
    expect(run()).toEqual({ created: 0, changed: 0, unchanged: 11, absent: [], changes: [] })
    expect(eventKinds()).toHaveLength(before)
  })

  test('changes a name that changed, and says so in an event of the import', () => {
    write()
    run()
    write({
      departments: FILES.departments.replace('Teknik- og Miljøforvaltningen', 'Klima- og Byforvaltningen'),
    })
    expect(run()).toMatchObject({ created: 0, changed: 1 })
    const party = database.select().from(parties).where(eq(parties.shortName, 'TMF')).get()
    expect(party?.name).toBe('Klima- og Byforvaltningen')
    const last = database.select().from(events).all().at(-1)
    expect(last).toMatchObject({
      kind: 'party.changed',
      subjectId: party?.id,
      actorKind: 'system',
      actorId: 'import',
      data: { fields: ['name'] },
    })
  })

  test('an organisation taken off its plan comes back when the files still name it, and the preview says so', () => {
    write()
    run()
    database.update(planOrganisations).set({ removedAt: NOW }).run()
    expect(run()).toMatchObject({
      created: 2,
      changes: [
        { how: 'changed', subject: 'plan', name: 'NørreBrobyggerne' },
        { how: 'changed', subject: 'plan', name: 'NørreBrobyggerne' },
      ],
    })
    expect(database.select().from(planOrganisations).all()).toMatchObject([
      { removedAt: null },
      { removedAt: null },
    ])
  })

  test('leaves what is no longer in the files, and names it', () => {
    write()
    run()
    write({
      departments: 'short_name,name,source\nTMF,Teknik- og Miljøforvaltningen,public\n',
      plans: FILES.plans.replace('"AAB;AKB København"', 'AAB'),
    })
    expect(run()).toMatchObject({
      created: 0,
      changed: 0,
      absent: ['BUF', 'AKB København ved NørreBrobyggerne'],
    })
    expect(database.select().from(parties).all()).toHaveLength(5)
    expect(database.select().from(planOrganisations).all()).toHaveLength(2)
  })

  test('gives a forum added in front its place, and every forum keeps its mark', () => {
    write()
    run()
    write({
      areas: FILES.areas.replace('\nnoerrebro', '\nvalby,Valby,Boligsocialt Forum Valby,public\nnoerrebro'),
    })
    expect(run()).toMatchObject({ created: 2, changed: 1 })
    const marks = database.select().from(forums).orderBy(asc(forums.position)).all()
    expect(marks.map(({ slug, mark }) => [slug, mark])).toEqual([
      ['valby', 'square'],
      ['noerrebro', 'circle'],
    ])
  })
})

describe('a fault names file, line, column and remedy', () => {
  const plan = (line: string) => `${FILES.plans.split('\n', 1)[0]}\n${line}\n`
  const department = (line: string) => `short_name,name,source\n${line}\n`

  test.each<[string, Parameters<typeof write>[0], Pick<Fault, 'file' | 'line' | 'column'>, RegExp]>([
    [
      'a missing file',
      { areas: null, plans: plan('') },
      { file: 'areas.csv', line: null, column: null },
      /Filen mangler/,
    ],
    [
      'a file that is not UTF-8',
      { departments: Buffer.from('short_name,name,source\nBUF,Børn,public\n', 'utf16le') },
      { file: 'departments.csv', line: null, column: null },
      /CSV UTF-8/,
    ],
    [
      'a missing column',
      { departments: 'short_name,name\nTMF,Teknik\n' },
      { file: 'departments.csv', line: 1, column: 'source' },
      /mangler/,
    ],
    [
      'an unknown column',
      { departments: 'short_name,name,source,phone\nTMF,Teknik,public,1\n' },
      { file: 'departments.csv', line: 1, column: 'phone' },
      /short_name, name, source/,
    ],
    [
      'a column that stands twice',
      { departments: 'short_name,name,source,name\nTMF,Teknik,public,Teknik\n' },
      { file: 'departments.csv', line: 1, column: 'name' },
      /to gange/,
    ],
    [
      'too many cells',
      { departments: department('TMF,Teknik,og Miljø,public') },
      { file: 'departments.csv', line: 2, column: null },
      /4 felter, overskriften 3/,
    ],
    [
      'a quote left open',
      { departments: department('TMF,"Teknik,public') },
      { file: 'departments.csv', line: 2, column: null },
      /anførselstegn/,
    ],
    [
      'an empty cell',
      { departments: department('TMF, ,public') },
      { file: 'departments.csv', line: 2, column: 'name' },
      /Udfyld/,
    ],
    [
      'a text that is too long',
      { departments: department(`TMF,${'a'.repeat(121)},public`) },
      { file: 'departments.csv', line: 2, column: 'name' },
      /121 tegn.*120/,
    ],
    [
      'a personal number',
      { departments: department('TMF,Teknik 010180-1234,public') },
      { file: 'departments.csv', line: 2, column: 'name' },
      /CPR/,
    ],
    [
      'a control character',
      { departments: department('TMF,Tek\u0007nik,public') },
      { file: 'departments.csv', line: 2, column: 'name' },
      /usynligt tegn/,
    ],
    [
      'a mark that turns the reading direction',
      { departments: department('TMF,Tek\u202Enik,public') },
      { file: 'departments.csv', line: 2, column: 'name' },
      /usynligt tegn/,
    ],
    [
      'a line end inside a cell',
      { departments: department('TMF,"Teknik\nog Miljø",public') },
      { file: 'departments.csv', line: 2, column: 'name' },
      /linjeskift/,
    ],
    [
      'a slug that cannot stand in an address',
      { areas: 'slug,area,forum_name,source\nNørrebro,Nørrebro,Forum,public\n', plans: plan('') },
      { file: 'areas.csv', line: 2, column: 'slug' },
      /adresse/,
    ],
    [
      'a wrong date',
      { plans: plan('P,noerrebro,fsb,,S,31-12-2011,noerrebro,x') },
      { file: 'plans.csv', line: 2, column: 'steering_group_ended' },
      /2011-12-31/,
    ],
    [
      'a day that does not exist',
      { plans: plan('P,noerrebro,fsb,,S,2011-02-30,noerrebro,x') },
      { file: 'plans.csv', line: 2, column: 'steering_group_ended' },
      /ikke en dato/,
    ],
    [
      'a name that stands twice',
      { departments: department('TMF,Teknik,public\nBIF,teknik,public') },
      { file: 'departments.csv', line: 3, column: 'name' },
      /linje 2/,
    ],
    [
      'an organisation named like a department',
      { organisations: FILES.organisations.replace('\nfsb,fsb', '\nfsb,fsb,,fsb,x\nbuf,Buf') },
      { file: 'organisations.csv', line: 3, column: 'short_name' },
      /forvaltning/,
    ],
    [
      'an unknown area',
      { plans: plan('P,valby,fsb,,S,2011-12-31,noerrebro,x') },
      { file: 'plans.csv', line: 2, column: 'area' },
      /areas\.csv/,
    ],
    [
      'an unknown forum',
      { plans: plan('P,noerrebro,fsb,,S,2011-12-31,valby,x') },
      { file: 'plans.csv', line: 2, column: 'successor_forum' },
      /areas\.csv/,
    ],
    [
      'an unknown leading organisation',
      { plans: plan('P,noerrebro,FSB,,S,2011-12-31,noerrebro,x') },
      { file: 'plans.csv', line: 2, column: 'lead_organisation' },
      /»FSB« står ikke i organisations\.csv/,
    ],
    [
      'an unknown organisation in a list',
      { plans: plan('P,noerrebro,fsb,"AAB;3B",S,2011-12-31,noerrebro,x') },
      { file: 'plans.csv', line: 2, column: 'other_organisations' },
      /»3B«/,
    ],
    [
      'an organisation that stands twice at a plan',
      { plans: plan('P,noerrebro,fsb,"AAB;fsb",S,2011-12-31,noerrebro,x') },
      { file: 'plans.csv', line: 2, column: 'other_organisations' },
      /to gange/,
    ],
  ])('%s', (_, change, place, remedy) => {
    const [fault, ...more] = faults(change)
    expect(more).toEqual([])
    expect(fault).toMatchObject(place)
    expect(faultSentences(fault ? [fault] : [], 'da')[0]).toMatch(remedy)
    expect(faultSentences(fault ? [fault] : [], 'en')[0]).toMatch(/^\w+\.csv.*: .*\.$/)
  })

  test('the line is right after blank lines and after a cell of several lines', () => {
    const text = 'short_name,name,source\n\nTMF,"Teknik\nog Miljø",public\n\n\nBIF,,public\n'
    expect(faults({ departments: text }).map(({ line, column }) => [line, column])).toEqual([
      [3, 'name'],
      [7, 'name'],
    ])
  })

  test('all of them are told at once, and nothing is written', () => {
    const found = faults({
      departments: 'short_name,name,source\nTMF,,public\nBUF,Børn,\n',
      organisations: null,
      plans: `${FILES.plans.split('\n', 1)[0]}\nP,valby,fsb,,S,31.12.2011,noerrebro,x\n`,
    })
    expect(found.map(({ file, line, column }) => [file, line, column])).toEqual([
      ['departments.csv', 2, 'name'],
      ['departments.csv', 3, 'source'],
      ['organisations.csv', null, null],
      ['plans.csv', 2, 'steering_group_ended'],
      ['plans.csv', 2, 'area'],
      ['plans.csv', 2, 'lead_organisation'],
    ])
    expect(database.select().from(parties).all()).toEqual([])
    expect(eventKinds()).toEqual([])
  })
})

describe('what only the database knows to be wrong takes back the whole import', () => {
  test('a short name that belongs to a partner', () => {
    database
      .insert(parties)
      .values({ id: 'p', kind: 'partner', shortName: 'BUF', name: 'Buf', sortKey: 'buf', source: 'x' })
      .run()
    expect(faults({})).toEqual([
      expect.objectContaining({ file: 'departments.csv', line: 3, column: 'short_name' }),
    ])
    expect(database.select().from(parties).all()).toHaveLength(1)
    expect(eventKinds()).toEqual([])
  })

  test('a steering group that belongs to another plan', () => {
    write()
    run()
    const before = eventKinds().length
    const renamed = FILES.plans.replace('NørreBrobyggerne', 'En anden plan')
    expect(faults({ plans: renamed })).toEqual([
      expect.objectContaining({ file: 'plans.csv', line: 2, column: 'steering_group' }),
    ])
    expect(eventKinds()).toHaveLength(before)
  })
})
