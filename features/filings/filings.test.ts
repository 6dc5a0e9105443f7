import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { meetings, minutes } from '@/db/schema'
import { openCorrection } from '@/features/meetings/minutes/commands/correct'
import { sendMinutes } from '@/features/meetings/minutes/commands/send'
import { NotFound, Refused } from '@/lib/errors'
import { demoDatabase, DEMO_NOW as now, viewerOf } from '@/test/demo'
import { fileDocument } from './commands'
import { getFiling, listUnfiled } from './queries'

let database: Database
let meetingId: string
const mette = () => viewerOf('Mette Holm')
const lacks = (document: 'agenda' | 'minutes') =>
  listUnfiled(mette()).some((one) => one.id === meetingId && one.document === document)
const file = (document: 'agenda' | 'minutes', filedOn = '2026-11-23', person = mette()) =>
  fileDocument(person, { meetingId, document, filedOn, dokumentnr: '2026-0001-1' }, now)
const newest = () =>
  database.select().from(minutes).where(eq(minutes.meetingId, meetingId)).all().at(-1)?.id ?? null

beforeEach(() => {
  database = demoDatabase()
  meetingId = database.select().from(meetings).where(eq(meetings.state, 'closed')).get()!.id
})

test('what was sent and approved is lacking until somebody notes that it was filed', () => {
  expect([lacks('agenda'), lacks('minutes')]).toEqual([true, true])
  file('minutes')
  expect([lacks('agenda'), lacks('minutes')]).toEqual([true, false])
  expect(getFiling(mette(), meetingId, 'minutes', newest())).toEqual({
    filedOn: '2026-11-23',
    dokumentnr: '2026-0001-1',
  })
})

test('a corrected version is to be filed anew', () => {
  file('minutes')
  openCorrection(mette(), { meetingId, reason: 'Et tal' }, now)
  sendMinutes(mette(), { mode: 'approve', meetingId, overruleReason: 'Var i orden' }, now)
  expect(lacks('minutes')).toBe(true)
  expect(getFiling(mette(), meetingId, 'minutes', newest())).toBeUndefined()
})

test('nothing is filed before it is sent, nor on a day to come', () => {
  expect(() => file('minutes', '2026-11-24')).toThrow(new Refused('filedInFuture', {}, 'filedOn'))
  meetingId = database.select().from(meetings).where(eq(meetings.state, 'planned')).get()!.id
  for (const document of ['agenda', 'minutes'] as const)
    expect(() => file(document)).toThrow(new Refused('nothingToFile'))
})

test('is the coordinators’; the rest of the municipality reads it, and nobody outside', () => {
  file('agenda')
  for (const name of ['Karen Lund', 'Pia Storm', 'Ruth Vind']) {
    expect(() => listUnfiled(viewerOf(name))).toThrow(NotFound)
    expect(() => file('agenda', '2026-11-23', viewerOf(name))).toThrow()
  }
  expect(getFiling(viewerOf('Karen Lund'), meetingId, 'agenda', null)?.filedOn).toBe('2026-11-23')
  for (const name of ['Pia Storm', 'Ruth Vind'])
    expect(getFiling(viewerOf(name), meetingId, 'agenda', null)).toBeUndefined()
})
