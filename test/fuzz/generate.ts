import fc from 'fast-check'
import type { Database } from '@/db/open'
import danish from '@/i18n/da/errors.json'
import type { Field } from './fields'
import { FOREIGN_FIELDS, NASTY_DATES, NASTY_JSON, NASTY_TEXTS } from './nasty'

/** Every id there is, by table: other people's are as good as one's own. */
export type Ids = Map<string, string[]>

export function idsOf(sqlite: Database['$client']): Ids {
  const tables = sqlite
    .prepare(
      `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.name = 'id' AND c.type = 'TEXT'`,
    )
    .pluck()
    .all() as string[]
  const ids = tables.map(
    (table) => [table, sqlite.prepare(`SELECT id FROM "${table}"`).pluck().all() as string[]] as const,
  )
  return new Map(ids.filter(([, rows]) => rows.length > 0))
}

const NO_ID = ['00000000-0000-4000-8000-000000000000', 'x', 'A'.repeat(41), "1' OR '1'='1", '../x', '%00']
const TIMES = ['14.00', '15:30', '08.15', '25.00', '02.30', '24:00', '-1.00']
const DURATIONS = ['90 min', '1,5 t', '60', '0', '99999 t', '-5']
const DATES = ['12.12.2026', '14.01.2027', '01.12.2026', '23.11.2026', '03.06.2031', '2026-12-15']
const LINES = [
  'Ord',
  'Lokaler til klubben',
  'Kontaktliste',
  'Pia Storm',
  'pia@fsb.example',
  'https://kk.dk/x',
  'A1',
]
const NUMBERS = ['1', '1', '1', '1', '1', '1', '2', '3', '0', '-1']
const AMOUNTS = ['1.234.500', '32,5 mio.', '90000', '0', '']
const PERCENTAGES = ['12,5', '10,6', '1,9', '', '12.5', '101']
const PEOPLE = ['0', '3', '9', '9', '30']
const FIGURES = ['', '', '4', '6', '12', '0', '9999']
const WHOLE_HOURS = ['0', '0', '60', '12']
const CASES = ['', '2013-0230260', '2013-0230260-6']
const MAIL = fc.nat().map((number) => `ny${number}@kk.example`)
const CSV = ['short_name,name,source', 'a,b\n"c', '\ufeffx', '\0', 'x;y\r\n'.repeat(500), '']
/** Yes to everything that is ever asked; one address takes ten at most. */
const YES = Object.keys(danish)
const TEN = ['sharesInternal', 'dueInPast', 'dueFarAway', 'dueOnClosedDay', 'dueInQuietWeek']

/** What a hand or a program may put into a field; mostly what could be right, or nothing would be reached. */
function typed({ name: path, choices }: Field, about: string, ids: Ids): fc.Arbitrary<string> {
  const name = path.split('.').at(-1) ?? path
  const id = fc
    .constantFrom(...tablesOf(name, about, ids))
    .chain((table) => fc.constantFrom(...ids.get(table)!))
  const pair = fc
    .constantFrom(...ids.get('parties')!)
    .chain((party) => fc.constantFrom(...ids.get('people')!).map((person) => `${party}/${person}`))
  const onto = fc.oneof(
    fc.constant('ended'),
    ...['decision', 'action_item', 'topic', 'seat'].map((kind) =>
      fc.constantFrom(...ids.get(`${kind}s`)!).map((thing) => `${kind}/${thing}`),
    ),
  )
  const likely: [RegExp, fc.Arbitrary<string>][] = [
    [
      /ids?$/i,
      name === 'id' ? fc.oneof({ weight: 9, arbitrary: id }, { weight: 1, arbitrary: fc.uuid() }) : id,
    ],
    [/^responsible$/, pair],
    [/^(version|count|was|quarter)$/, fc.constantFrom(...NUMBERS)],
    [/^year$/, fc.constantFrom('2025', '2026')],
    [/^(computed|hours)$/, fc.constantFrom(...WHOLE_HOURS)],
    [/(?<!^led)(On|Date|Day|From|To)$|^(until|dates)$/, fc.constantFrom(...DATES)],
    [/Ore$|^(fund|organisations|municipality|others)$/, fc.constantFrom(...AMOUNTS)],
    [/BasisPoints$|^(activity|coordination)$/, fc.constantFrom(...PERCENTAGES)],
    [/^team(Fte|People)/, fc.constantFrom('3', '')],
    [/^(contacts|ledOn)$/, fc.constantFrom(...PEOPLE)],
    [/AYear$|^municipalPeople$/, fc.constantFrom(...FIGURES)],
    [/^where$/, onto],
    [/^period$/, fc.constantFrom('2026-1', '2026-3', '2025-4')],
    [/^point$/, fc.constantFrom('', '55.7052, 12.5410')],
    [/At$|Time$/, fc.constantFrom(...TIMES)],
    [/minutes$/i, fc.constantFrom(...DURATIONS)],
    [/nr$/, fc.constantFrom(...CASES)],
    [/link|url/i, fc.constantFrom('', '', 'https://kk.dk/x')],
    [/mail/i, MAIL],
  ]
  const fitting = likely.filter(([names]) => names.test(name)).map(([, values]) => values)
  if (choices.length > 0) fitting.push(fc.constantFrom(...choices))
  const guess = fitting.length > 0 ? fc.oneof(...fitting) : fc.constantFrom(...LINES)
  return fc.oneof(
    { weight: 30, arbitrary: guess },
    { weight: 1, arbitrary: fc.constantFrom(...LINES, ...NUMBERS, ...DATES, ...TIMES) },
    { weight: 2, arbitrary: fc.constantFrom(...NASTY_TEXTS, ...NASTY_DATES, ...NO_ID) },
    { weight: 1, arbitrary: fc.oneof(id, fc.string({ unit: 'binary', maxLength: 60 })) },
  )
}

/** Fields that are not called after their table. */
const MEANT: Record<string, string> = {
  id: '-',
  personId: 'people',
  watcherId: 'people',
  partyId: 'parties',
  partyIds: 'parties',
  leadId: 'parties',
  leadPartyId: 'parties',
  itemId: 'agenda_items',
  planId: 'master_plans',
  placeId: 'master_plans',
  decisionIds: 'political_decisions',
  successorId: 'master_plans',
  themeId: 'classifications',
  targetGroupId: 'classifications',
  activityKindId: 'classifications',
  offerId: 'municipal_offers',
  offerIds: 'municipal_offers',
}

/** The tables whose ids may be meant: by the field's name, else by the feature the form belongs to, else any. */
function tablesOf(name: string, about: string, ids: Ids): string[] {
  const stem = MEANT[name] ?? name.replace(/ids?$/i, '')
  const beginning = (word: string) =>
    [...ids.keys()].filter((table) =>
      table.replaceAll('_', '').startsWith(word.replaceAll(/[-_]/g, '').toLowerCase()),
    )
  const named = beginning(stem)
  const ofFeature = about.split('/').flatMap((word) => (word === 'features' ? [] : beginning(word)))
  if (named.length > 0) return named
  return ofFeature.length > 0 ? ofFeature : [...ids.keys()]
}

export type Sent = [name: string, value: string | File][]

/** The fields of a form as they travel: missing, twice, a file where a text is expected, and some that it does not have. */
export function formArbitrary(fields: Field[], about: string, ids: Ids): fc.Arbitrary<Sent> {
  const parts = fields.map((field): fc.Arbitrary<Sent> => {
    const value = typed(field, about, ids)
    if (field.name === 'confirm')
      return fc.constantFrom<Sent>(
        YES.map((code) => ['confirm', code]),
        [],
        [['confirm', 'x']],
      )
    const once = (field.file ? fc.constantFrom(...CSV).map((text) => new File([text], 'æ.csv')) : value).map(
      (given): Sent => [[field.name, given]],
    )
    return fc.oneof(
      { weight: 40, arbitrary: once },
      { weight: 1, arbitrary: fc.constant<Sent>([]) },
      { weight: field.many ? 10 : 1, arbitrary: fc.array(once, { maxLength: 4 }).map((many) => many.flat()) },
      { weight: 1, arbitrary: fc.constant<Sent>([[field.name, new File(['<svg>'], '../a.svg')]]) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('[0]', '.x', '[__proto__]', '[]', '[99999999]')
          .map((suffix): Sent => [[`${field.name}${suffix}`, 'x']]),
      },
    )
  })
  const foreign = fc
    .array(fc.tuple(fc.constantFrom(...FOREIGN_FIELDS), fc.constantFrom(...NASTY_TEXTS)), { maxLength: 2 })
    .map((extra): Sent => extra)
  const mostlyNone = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Sent>([]) },
    { weight: 1, arbitrary: foreign },
  )
  return fc.tuple(...parts, mostlyNone).map((all) => all.flat())
}

/** The same as JSON, where a value may be of any kind. */
export function jsonArbitrary(
  fields: Field[],
  about: string,
  ids: Ids,
): fc.Arbitrary<Record<string, unknown>> {
  const parts = fields.map((field) => {
    const text = typed(field, about, ids)
    const number = fc.constantFrom(0, 1, 1, 1, 2, 3, -1, 1.5, Number.MAX_SAFE_INTEGER)
    const likely = field.name === 'version' ? number : field.choices.includes('true') ? fc.boolean() : text
    const value = fc.oneof(
      { weight: 20, arbitrary: likely },
      { weight: 2, arbitrary: fc.oneof(text, number, fc.boolean()) },
      { weight: 1, arbitrary: fc.constantFrom(...NASTY_JSON) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    )
    const confirmed = fc.constantFrom<unknown>(TEN, [], 'x')
    return (field.name === 'confirm' ? confirmed : value).map((given) => [field.name, given] as const)
  })
  const foreign = fc.constantFrom(...FOREIGN_FIELDS).map((name) => [name, 'x'] as const)
  return fc.tuple(fc.tuple(...parts), fc.array(foreign, { maxLength: 2 })).map(([own, extra]) => {
    const given = [...extra, ...own].filter(([, value]) => value !== undefined)
    // As JSON.parse makes it: __proto__ is a field like any other.
    return JSON.parse(
      `{${given.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`,
    )
  })
}
