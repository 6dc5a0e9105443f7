import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { meetings, minutes, notes } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { demoDatabase, forumId, DEMO_NOW as now, viewerOf } from '@/test/demo'
import { wordsOf } from '@/test/papers'
import { countStatements } from '@/test/statements'
import { addItemInput } from '../agenda/input'
import { listAgenda } from '../agenda/queries'
import { changeLine } from './commands/change-line'
import { logLine } from './commands/lines'
import { finishMeeting } from './commands/meeting'
import { sendMinutes } from './commands/send'
import { minutesDocument } from './exports/document'
import { logLineInput } from './input'
import { getMinutes } from './queries/read'
import { getWorkspace } from './queries/workspace'

let database: Database
let meetingId: string
let itemId: string
const mette = () => viewerOf('Mette Holm')
const log = (text: string) => {
  const id = newId()
  logLine(mette(), { kind: 'note', meetingId, itemId, id, text }, now)
  return id
}

beforeEach(() => {
  database = demoDatabase()
  meetingId = database
    .select()
    .from(meetings)
    .where(and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.state, 'agenda_sent')))
    .get()!.id
  itemId = listAgenda(mette(), meetingId)[2]!.id
})

test('a log of 5,000 lines is read in as few statements as one of ten, and stands in the minutes to the last', () => {
  for (let line = 1; line <= 10; line++) log(`Linje ${line}`)
  const read = () => getWorkspace(mette(), { meetingId })
  const few = countStatements(database, read)
  for (let line = 11; line <= 5000; line++) log(`Linje ${line}`)
  expect(countStatements(database, read)).toBe(few)
  finishMeeting(mette(), { meetingId }, now)
  sendMinutes(mette(), { mode: 'approve', meetingId, overruleReason: 'Prøve' }, now)
  const texts = wordsOf(minutesDocument(getMinutes(viewerOf('Pia Storm'), meetingId), 'da'))
  expect(texts.filter((text) => /^Linje \d+$/.test(text))).toHaveLength(5000)
}, 60_000)

test('400 kB pasted from Word are refused with how much there is room for, whichever text they are pasted into', () => {
  const pasted = 'Æblegrød – “citat”\u00a0 \r\n'.repeat(20_000)
  const problems = [
    logLineInput.safeParse({ kind: 'note', meetingId, itemId, id: newId(), text: pasted }),
    addItemInput.safeParse({ meetingId, title: 'Punkt', kind: 'discussion', description: pasted }),
  ].map(({ error }) => error?.issues[0])
  for (const issue of problems) expect(issue).toMatchObject({ params: { key: 'tooLong', max: 4000 } })
})

test('who saves a line in the moment another approves the minutes is told, and the approved text stands', () => {
  const id = log('Som sagt')
  finishMeeting(mette(), { meetingId }, now)
  sendMinutes(mette(), { mode: 'approve', meetingId, overruleReason: 'Prøve' }, now)
  const frozen = database.select().from(minutes).where(eq(minutes.meetingId, meetingId)).get()
  const jonas = viewerOf('Jonas Friis')
  const late = { kind: 'note', meetingId, id, version: 1, text: 'Noget andet' } as const
  expect(() => changeLine(jonas, late, now)).toThrow(new Refused('meetingIs_closed'))
  expect(database.select().from(notes).where(eq(notes.id, id)).get()?.body).toBe('Som sagt')
  expect(database.select().from(minutes).where(eq(minutes.meetingId, meetingId)).get()).toEqual(frozen)
})
