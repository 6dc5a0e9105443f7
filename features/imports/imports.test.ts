import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { commitments, events, masterPlans, seats, steeringGroups } from '@/db/schema'
import { Question, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { type Cells, FIRST_SHEET, withPart, workbook } from '@/test/workbook'
import { importList } from './commands'
import type { ListName } from './input'

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const HEADERS: Record<ListName, string> = {
  commitments: 'helhedsplan;forvaltning;år;kvartal;timer;kilde',
  baselines: 'styregruppe;møder om året;kommunale deltagere;timer om året;kilde;skøn',
  seats: 'mail;forum;part;plads;fra;til',
}
const csv = (list: ListName, ...rows: string[]) =>
  new File([[HEADERS[list], ...rows].join('\n')], 'liste.csv')

async function send(list: ListName, file: File | string[], { yes = false, as = 'Mette Holm' } = {}) {
  const sent = Array.isArray(file) ? csv(list, ...file) : file
  const confirm = yes ? ['importPreview'] : []
  return importList(viewerOf(as), { list, file: sent, confirm }, DEMO_NOW)
}

const save = (list: ListName, file: File | string[]) => send(list, file, { yes: true })

/** What the page would show before it saves. */
async function preview(list: ListName, file: File | string[]): Promise<string> {
  const asked = await send(list, file).catch((error: unknown) => error)
  if (!(asked instanceof Question)) throw asked
  return String(asked.values?.lines)
}

async function faults(list: ListName, file: File | string[]): Promise<string> {
  const refused = await save(list, file).catch((error: unknown) => error)
  if (!(refused instanceof Refused)) throw refused
  return String(refused.values?.faults)
}

const countEvents = () => database.$client.prepare('SELECT count(*) FROM events').pluck().get()
const promised = () =>
  database
    .select({ minutes: commitments.minutes, source: commitments.source })
    .from(commitments)
    .innerJoin(masterPlans, eq(masterPlans.id, commitments.planId))
    .where(
      and(
        eq(masterPlans.name, 'Mjølnerparken'),
        eq(commitments.partyId, partyId('BIF')),
        eq(commitments.year, 2031),
      ),
    )
    .all()

const BIF = 'Mjølnerparken;BIF;2031;1;12,5;Aftale 2031'

describe('promised hours', () => {
  test('are shown before they are saved, saved by a yes, and the second time nothing changes', async () => {
    const before = countEvents()
    expect(await preview('commitments', [BIF])).toContain(
      'Nyt: Lovede timer fra BIF til Mjølnerparken, 1. kvartal 2031: 12 t. 30 min',
    )
    expect(promised()).toEqual([])
    expect(countEvents()).toBe(before)
    await save('commitments', [BIF])
    expect(promised()).toEqual([{ minutes: 750, source: 'Aftale 2031' }])
    const last = database.select().from(events).all().at(-1)
    expect(last).toMatchObject({ kind: 'commitment.created', actorId: personId('Mette Holm') })
    expect(await send('commitments', [BIF])).toMatchObject({ created: 0, changed: 0, unchanged: 1 })
  })

  test('that are there already show what they were', async () => {
    await save('commitments', [BIF])
    const changed = BIF.replace('12,5', '1.234,50')
    expect(await preview('commitments', [changed])).toContain('12 t. 30 min bliver til 1234 t. 30 min')
    await save('commitments', [changed])
    expect(promised()).toMatchObject([{ minutes: 74_070 }])
  })

  test('in a workbook are read as in CSV, the columns in any order', async () => {
    const cells: Cells = [
      ['Kilde', 'timer', 'kvartal', 'År', 'Forvaltning', 'Helhedsplan'],
      ['Aftale 2031', 12.5, 1, 2031, 'Beskæftigelses- og Integrationsforvaltningen', 'mjølnerparken'],
    ]
    await save('commitments', new File([new Uint8Array(await workbook({ Timer: cells }))], 'timer.xlsx'))
    expect(promised()).toEqual([{ minutes: 750, source: 'Aftale 2031' }])
  })

  test('to a plan that ended before the quarter are refused in the words of the form', async () => {
    database
      .update(masterPlans)
      .set({ endsOn: '2030-12-31' })
      .where(eq(masterPlans.name, 'Mjølnerparken'))
      .run()
    expect(await faults('commitments', [BIF])).toContain('Helhedsplanen er ikke i gang i det kvartal.')
    expect(promised()).toHaveLength(0)
  })

  test.each([
    [
      'a plan that is not known, with the nearest',
      BIF.replace('Mjølner', 'Mølner'),
      /linje 2, kolonne helhedsplan: »Mølnerparken« kendes ikke\. Skal der stå »Mjølnerparken«\?/,
    ],
    ['a name like nothing', BIF.replace('Mjølnerparken', 'Xqz'), /»Xqz« kendes ikke\. Ret stavningen/],
    [
      'an organisation where a department belongs',
      BIF.replace('BIF', 'fsb'),
      /kolonne forvaltning: »fsb« kendes ikke/,
    ],
    ['a quarter that does not exist', BIF.replace(';1;', ';5;'), /»5« er ikke et kvartal/],
    ['a year that is none', BIF.replace('2031;', '31;'), /»31« er ikke et årstal/],
    [
      'an English number, showing how to write it',
      BIF.replace('12,5', '1,234.50'),
      /»1,234\.50« er skrevet på engelsk\. Skriv det som 1\.234,50/,
    ],
    ['a percent sign', BIF.replace('12,5', '12,5 %'), /er en procent/],
    ['words', BIF.replace('12,5', 'mange'), /»mange« er ikke et antal timer/],
    ['hours below zero', BIF.replace('12,5', '-3'), /»-3« er ikke et antal timer/],
    ['no source', BIF.replace('Aftale 2031', ''), /kolonne kilde: Feltet er tomt/],
    ['a personal number', BIF.replace('Aftale', '010180-1234'), /CPR/],
    ['one cell too many', `${BIF};til`, /7 felter, overskriften 6/],
  ])('with %s are refused with line, column and remedy', async (_, row, sentence) => {
    expect(await faults('commitments', [row])).toMatch(sentence)
    expect(promised()).toEqual([])
  })

  test('that stand twice name the earlier line, however the quarter is written', async () => {
    expect(await faults('commitments', [BIF, BIF.replace(';1;', ';K1;')])).toMatch(
      /linje 3.*allerede i linje 2/,
    )
  })

  test('are all or nothing: every fault is told at once, and none of the sound rows is saved', async () => {
    const told = await faults('commitments', [BIF, BIF.replace(';1;', ';5;'), BIF.replace('BIF', 'XYZ')])
    expect(told.split('\n')).toHaveLength(2)
    expect(promised()).toEqual([])
  })

  test('with a formula in a workbook are refused with its cell', async () => {
    const cells = [HEADERS.commitments.split(';'), BIF.split(';')]
    const bytes = withPart(await workbook({ Timer: cells }), FIRST_SHEET, (xml) =>
      xml.replace(/<c r="E2"[^>]*>.*?<\/c>/, '<c r="E2"><f>5*2.5</f><v>12.5</v></c>'),
    )
    expect(await faults('commitments', new File([new Uint8Array(bytes)], 'timer.xlsx'))).toBe(
      'timer.xlsx, linje 2, kolonne timer: Celle E2 er en formel. Kopiér cellen, og sæt den ind igen som værdi.',
    )
  })

  test('in the letters of Windows are read, and the preview says to look', async () => {
    const text = [HEADERS.commitments, BIF].join('\n')
    const file = new File([new Uint8Array(Buffer.from(text, 'latin1'))], 'timer.csv')
    expect(await preview('commitments', file)).toMatch(/gamle Windows-bogstaver.*Mjølnerparken/s)
  })
})

const group = 'Styregruppen for Mjølnerparken'
const baseline = () => database.select().from(steeringGroups).where(eq(steeringGroups.name, group)).get()

describe('baselines of steering groups', () => {
  test('are kept with source and estimate; what is not said stays open; a second run changes nothing', async () => {
    const row = `${group};4;6;;Referat 2011;ja`
    expect(await preview('baselines', [row])).toContain(
      `Ændret: Styregruppe ${group}: 4 møder om året, 6 kommunale deltagere, skøn`,
    )
    await save('baselines', [row])
    expect(baseline()).toMatchObject({
      meetingsAYear: 4,
      municipalPeople: 6,
      minutesAYear: null,
      baselineSource: 'Referat 2011',
      baselineEstimated: true,
    })
    expect(await send('baselines', [row])).toMatchObject({ changed: 0, unchanged: 1 })
  })

  test.each([
    [
      'a group that is not known, with the nearest',
      'Styregruppen Mjølnerparken;4;6;;x;',
      /Skal der stå »Styregruppen for Mjølnerparken«/,
    ],
    ['no figure at all', `${group};;;;Referat;`, /ingen tal/],
    ['half a meeting', `${group};4,5;;;Referat;`, /»4,5« er ikke et helt antal/],
    ['an estimate nobody can read', `${group};4;;;Referat;måske`, /»måske« kan ikke læses/],
  ])('with %s are refused', async (_, row, sentence) => {
    const before = baseline()
    expect(await faults('baselines', [row])).toMatch(sentence)
    expect(baseline()).toEqual(before)
  })
})

describe('seats', () => {
  const louise = 'louise.damsbo@demo.invalid;Bispebjerg;;stedfortræder;1.1.2027;'
  const held = () =>
    database
      .select()
      .from(seats)
      .where(and(eq(seats.personId, personId('Louise Damsbo')), eq(seats.forumId, forumId('bispebjerg'))))
      .all()

  test('are given by mail address, for the party one comes from; a second run changes nothing', async () => {
    expect(await preview('seats', [louise])).toContain(
      'Nyt: Plads til Louise Damsbo for BIF i Bispebjerg, stedfortræder, fra 1. januar 2027',
    )
    await save('seats', [louise])
    expect(held()).toMatchObject([
      { partyId: partyId('BIF'), kind: 'deputy', validFrom: '2027-01-01', validTo: null },
    ])
    expect(await send('seats', [louise])).toMatchObject({ created: 0, changed: 0, unchanged: 1 })
  })

  test('known by their first day get another last day, and make room for the next wherever it stands', async () => {
    await save('seats', [louise])
    await save('seats', [louise.replace('1.1.2027;', '1.7.2027;'), `${louise}30.6.2027`])
    expect(held()).toMatchObject([{ validTo: '2027-06-30' }, { validFrom: '2027-07-01', validTo: null }])
  })

  test('that begin in the past are said to open past meetings', async () => {
    expect(await preview('seats', [louise.replace('2027', '2026')])).toContain(
      '1 plads begynder før i dag og åbner for forummets møder siden da',
    )
  })

  test.each([
    [
      'a person who is not known, with the nearest',
      louise.replace('damsbo', 'damsboe'),
      /Skal der stå »louise\.damsbo@demo\.invalid«/,
    ],
    ['what is no address', louise.replace('@', ' '), /er ikke en mailadresse/],
    ['a forum that is not known', louise.replace('Bispebjerg', 'Bispebjærg'), /Skal der stå »Bispebjerg«/],
    ['a party one cannot sit for', louise.replace(';;', ';fsb;'), /kolonne part: .*fsb/],
    ['days the wrong way round', `${louise}1.1.2026`, /kolonne til: /],
    ['a day that is none', louise.replace('1.1.2027', '31.2.2027'), /»31\.2\.2027« er ikke en dato/],
    ['a kind that is none', louise.replace('stedfortræder', 'vikar'), /»vikar« er ikke en slags plads/],
  ])('with %s are refused', async (_, row, sentence) => {
    expect(await faults('seats', [row])).toMatch(sentence)
    expect(held()).toEqual([])
  })

  test('that overlap another line, or a seat that is held, are refused', async () => {
    expect(await faults('seats', [`${louise}31.12.2027`, louise.replace('1.1.', '1.6.')])).toMatch(
      /linje 3, kolonne fra: .*linje 2/,
    )
    await save('seats', [louise])
    expect(await faults('seats', [louise.replace('1.1.', '1.6.')])).toMatch(/kolonne fra: Louise Damsbo/)
  })
})

test.each(['Karen Lund', 'Søren Bak', 'Pia Storm', 'Ruth Vind'])('%s imports nothing', async (as) => {
  await expect(send('commitments', [BIF], { as, yes: true })).rejects.toThrow('notAllowed')
  expect(promised()).toEqual([])
})
