import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { attachDatabase } from '@/db/client'
import type { Database } from '@/db/open'
import { attendances, events, givenReports } from '@/db/schema'
import { plantCanaries, wordsIn } from '@/e2e/canary/plant'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, partyId, viewerOf } from '@/test/demo'
import { figuresOf } from '@/test/report-figures'
import { giveReport } from './commands/give'
import { reportAsFile } from './exports/files'
import { giveInput, reportInput, rowsInput } from './input'
import { getGiven, listGiven } from './queries/given'
import { listRowsBehind, makeReport } from './queries/report'
import { hashOf } from './rules'

let database: Database
beforeEach(() => {
  database = demoDatabase()
}, 60_000)

const LATER = new Date(DEMO_NOW.getTime() + 86_400_000)
const addressOf = (party?: string) =>
  reportInput.parse({ period: '2026', ...(party && { party: partyId(party) }) })
const reportOf = (name: string, party?: string, now = DEMO_NOW) =>
  makeReport(viewerOf(name), addressOf(party), 'da', now)

const give = (party?: string, seen = hashOf(reportOf('Mette Holm', party))) =>
  giveReport(
    viewerOf('Mette Holm'),
    giveInput.parse({ ...addressOf(party), givenTo: 'Teknik- og Miljøudvalget', seen, locale: 'da' }),
    DEMO_NOW,
  )

const everybodyStaysAway = () => database.update(attendances).set({ status: 'apology' }).run()

describe('a report given away', () => {
  test('stays as it was, page and files, when attendance is changed afterwards', async () => {
    const before = reportOf('Mette Holm')
    const id = give()
    everybodyStaysAway()
    expect(hashOf(reportOf('Mette Holm', undefined, LATER))).not.toBe(hashOf(before))
    const { report, givenTo, person } = getGiven(viewerOf('Mette Holm'), id)
    expect(report).toEqual(before)
    expect([givenTo, person]).toEqual(['Teknik- og Miljøudvalget', 'Mette Holm'])
    for (const name of ['report.csv'])
      expect((await reportAsFile(report!, name)).body).toEqual((await reportAsFile(before, name)).body)
  })

  test('is not kept when its figures are no longer those on the page', () => {
    const seen = hashOf(reportOf('Mette Holm'))
    everybodyStaysAway()
    expect(() => give(undefined, seen)).toThrow(Conflict)
    expect(database.select().from(givenReports).all()).toEqual([])
  })

  test('is the same whenever nothing has changed but the clock', () => {
    const minute = new Date(DEMO_NOW.getTime() + 60_000)
    expect(hashOf(reportOf('Mette Holm', undefined, minute))).toBe(hashOf(reportOf('Mette Holm')))
  })

  test('is kept by the team alone, and its event holds no words of it', () => {
    const input = giveInput.parse({ ...addressOf(), givenTo: 'Nogen', seen: '', locale: 'da' })
    expect(() => giveReport(viewerOf('Karen Lund'), input, DEMO_NOW)).toThrow(Refused)
    give()
    const event = database.select().from(events).where(eq(events.kind, 'report.given')).get()
    expect(Object.keys(event!.data).sort()).toEqual(['contentHash', 'partyId', 'reader'])
  })

  test('is read by those it is for', () => {
    const [committee, fsb] = [give(), give('fsb')]
    const reads = (name: string) => listGiven(viewerOf(name)).map(({ id }) => id)
    expect(reads('Karen Lund')).toEqual([committee])
    expect(reads('Ruth Vind')).toEqual([committee])
    expect(reads('Pia Storm')).toEqual([fsb])
    for (const name of ['Erik Dam', 'Søren Bak', 'Lars Nygaard']) expect(reads(name)).toEqual([])
    expect(() => getGiven(viewerOf('Erik Dam'), fsb)).toThrow(NotFound)
  })

  test('of a shape that is no longer read is there, and says so', () => {
    const id = give()
    database.$client.exec('DROP TRIGGER IF EXISTS given_reports_stand')
    for (const model of ['{}', 'not json', '{"shape":0,"sections":[]}']) {
      database.update(givenReports).set({ model }).where(eq(givenReports.id, id)).run()
      expect(getGiven(viewerOf('Mette Holm'), id).report).toBeNull()
    }
  })
})

describe('one report of a party', () => {
  test('says the same to fsb and to the team, to BIF and to the team', () => {
    expect(reportOf('Pia Storm', 'fsb')).toEqual(reportOf('Mette Holm', 'fsb'))
    expect(reportOf('Karen Lund', 'BIF')).toEqual(reportOf('Mette Holm', 'BIF'))
    expect(reportOf('Søren Bak', 'BIF')).toEqual(reportOf('Mette Holm', 'BIF'))
  })

  test('is not there for anybody else', () => {
    for (const [name, party] of [
      ['Erik Dam', 'fsb'],
      ['Pia Storm', 'BIF'],
      ['Pia Storm', undefined],
      ['Søren Bak', 'SOF'],
      ['Karen Lund', 'fsb'],
      ['Lars Nygaard', undefined],
      ['Ruth Vind', 'BIF'],
    ] as const) {
      const committee = reportInput.parse({ period: '2026', reader: 'committee' })
      const address = party ? addressOf(party) : committee
      expect(() => makeReport(viewerOf(name), address, 'da', DEMO_NOW), name).toThrow(NotFound)
    }
  })

  test('made for fsb by the team holds, with all its rows, no word that fsb may not read', () => {
    const planted = plantCanaries(database.$client.serialize())
    attachDatabase(planted.database)
    const pia = viewerOf('Pia Storm')
    const mine = reportOf('Mette Holm', 'fsb')
    const rows = figuresOf(mine).flatMap(({ href }) =>
      href
        ? listRowsBehind(
            viewerOf('Mette Holm'),
            rowsInput.parse(Object.fromEntries(new URL(href, 'http://x').searchParams)),
            'da',
            DEMO_NOW,
          ).rows
        : [],
    )
    const read = wordsIn(JSON.stringify([mine, rows]))
    const maySee = new Map(planted.canaries.map(({ word, maySee: judge }) => [word, judge(pia)]))
    expect(read.length).toBeGreaterThan(3)
    expect(read.filter((word) => !maySee.get(word))).toEqual([])
  }, 60_000)
})
