import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { meetings } from '@/db/schema'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { addAgendaItem } from '../../agenda/commands/add'
import { addGuest, markAllPresent, removeGuest, setAttendance } from '../../attendance/commands'
import { allPresentInput, attendanceInput, guestInput, removeGuestInput } from '../../attendance/input'
import { changeLine, removeLine } from '../commands/change-line'
import { logLine } from '../commands/lines'
import { finishMeeting, startMeeting } from '../commands/meeting'
import { setOutcome } from '../commands/outcome'
import {
  changeLineInput,
  logLineInput,
  meetingInput,
  outcomeInput,
  quickItemInput,
  whichLineInput,
} from '../input'
import { getWorkspace, type Workspace } from '../queries/workspace'
import type { Op } from './journal'
import { withPending } from './pending'

let meetingId: string
const now = DEMO_NOW
const mette = () => viewerOf('Mette Holm')
const log = () => getWorkspace(mette(), { meetingId })
const responsible = () => [
  {
    ...{ partyId: partyId('fsb'), party: 'fsb', personId: personId('Pia Storm'), person: 'Pia Storm' },
    seated: true,
  },
]

beforeEach(() => {
  const database = demoDatabase()
  meetingId = database
    .select()
    .from(meetings)
    .where(and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.state, 'agenda_sent')))
    .get()!.id
  startMeeting(mette(), { meetingId }, now)
})

/** What the browser draws before the answer, and what the server then says. */
function guessAndTruth(op: Op): [guess: Workspace, truth: Workspace] {
  const guess = withPending(log(), op, { responsible: responsible(), clock: '10:00' })
  save(op)
  return [guess, log()]
}

/** As the routes take it: through the same input, to the same command. */
const SAVED_BY: Record<Op['do'], [ZodType<never>, (person: Viewer, input: never, at: Date) => unknown]> = {
  logLine: [logLineInput as never, logLine],
  changeLine: [changeLineInput as never, changeLine],
  removeLine: [whichLineInput as never, removeLine],
  setOutcome: [outcomeInput as never, setOutcome],
  addItem: [quickItemInput as never, addAgendaItem],
  setAttendance: [attendanceInput as never, setAttendance],
  markAllPresent: [allPresentInput as never, markAllPresent],
  addGuest: [guestInput as never, addGuest],
  removeGuest: [removeGuestInput as never, removeGuest],
  finish: [meetingInput as never, finishMeeting],
}

function save(op: Op): void {
  const [input, command] = SAVED_BY[op.do]
  command(mette(), input.parse({ meetingId, ...op.body }), now)
}

const item = (index: number) => log().items[index]!.id
const line = (text = 'Ord') => {
  const id = newId()
  save({ do: 'logLine', body: { id, itemId: item(0), kind: 'note', text } })
  return id
}
const task = () => ({ partyId: partyId('fsb'), personId: personId('Pia Storm'), dueOn: '2026-11-27' })
const said = (status: 'present' | 'apology' | 'deputy') => {
  const { id, version } = log().attendance[0]!
  return { id, version, status, deputyName: '', arrivedAt: '', leftAt: '', preparationMinutes: null }
}
const guest = (id = newId()) => ({ id, name: 'Gitte Gæst', organisation: 'Politiet' })

describe('what one sees before the answer is what the server then says', () => {
  test.each<[string, () => Op]>([
    ['a note', () => ({ do: 'logLine', body: { id: newId(), itemId: item(0), kind: 'note', text: 'Ord' } })],
    [
      'a decision',
      () => ({ do: 'logLine', body: { id: newId(), itemId: item(2), kind: 'decision', text: 'Ja' } }),
    ],
    [
      'an action item',
      () => ({
        do: 'logLine',
        body: { id: newId(), itemId: item(2), kind: 'action', text: 'Ring', ...task() },
      }),
    ],
    [
      'a topic',
      () => ({ do: 'logLine', body: { id: newId(), itemId: item(1), kind: 'topic', text: 'Emne' } }),
    ],
    [
      'an internal note',
      () => ({
        do: 'logLine',
        body: { id: newId(), itemId: item(1), kind: 'note', text: 'Ord', visibility: 'internal' },
      }),
    ],
    [
      'a correction',
      () => ({ do: 'changeLine', body: { id: line(), version: 1, kind: 'note', text: 'Andet' } }),
    ],
    ['a removal', () => ({ do: 'removeLine', body: { id: line(), kind: 'note', removed: true } })],
    ['an outcome', () => ({ do: 'setOutcome', body: { itemId: item(3), outcome: 'deferred' } })],
    ['everybody present', () => ({ do: 'markAllPresent', body: {} })],
    ['an apology', () => ({ do: 'setAttendance', body: said('apology') })],
    ['a deputy', () => ({ do: 'setAttendance', body: { ...said('deputy'), deputyName: 'Vera Vikar' } })],
    ['the end', () => ({ do: 'finish', body: {} })],
  ])('%s', (_, op) => {
    const [guess, truth] = guessAndTruth(op())
    expect(guess).toEqual(truth)
  })

  test('a guest, and a guest who is none', () => {
    const added = guest()
    const [guess, truth] = guessAndTruth({ do: 'addGuest', body: added })
    expect(guess.attendance.at(-1)).toEqual(truth.attendance.at(-1))
    const [without, gone] = guessAndTruth({ do: 'removeGuest', body: { id: added.id } })
    expect(without).toEqual(gone)
  })

  test('a new item stands where it will stand; its number comes with the answer', () => {
    const [guess, truth] = guessAndTruth({ do: 'addItem', body: { id: newId(), title: 'Nyt' } })
    expect(guess.items.map(({ id }) => id)).toEqual(truth.items.map(({ id }) => id))
  })

  test('what the server already has is not drawn twice', () => {
    const id = line()
    const known = { responsible: responsible(), clock: '10:00' }
    const again = withPending(
      log(),
      { do: 'logLine', body: { id, itemId: item(0), kind: 'note', text: 'Ord' } },
      known,
    )
    expect(again).toEqual(log())
  })
})
