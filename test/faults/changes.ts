import { and, eq, isNull } from 'drizzle-orm'
import { loadViewer } from '@/auth/viewer'
import { db } from '@/db/client'
import {
  ATTENDANCE_STATUSES,
  actionItems,
  agendaItems,
  attendances,
  decisions,
  notes,
  people,
} from '@/db/schema'
import { acceptActionItem } from '@/features/action-items/commands/answer'
import { addGuest, setAttendance } from '@/features/meetings/attendance/commands'
import { changeLine } from '@/features/meetings/minutes/commands/change-line'
import { logLine } from '@/features/meetings/minutes/commands/lines'
import { addDays, today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'
import type { Random } from './random'
import type { Ack } from './saved'

/** One command of the product, about to be run, and what may be said once it returned. */
export type Change = { ack: Ack; save: () => void }
type Making = { random: Random; meetingId: string; now: Date; text: string }

/** The next thing somebody does in a meeting: writes a line, corrects one, marks who came, takes a task on. */
export function nextChange(random: Random, meetingId: string, now: Date): Change {
  // Of very different lengths, so that a change is one page of the file or several.
  const text =
    `Linje ${random.int(1e9)} ${'æøå '.repeat(random.int(random.pick([3, 60, 900]))).trim()}`.trim()
  const making = { random, meetingId, now, text }
  const make = random.pick([log, log, logTask, correct, attend, attend, welcome, accept])
  return make(making) ?? log(making)
}

function log({ random, meetingId, now, text }: Making): Change {
  const kind = random.pick(['note', 'decision'] as const)
  const id = newId()
  const itemId = anItem(random, meetingId)
  return {
    ack: { kind, id, version: 1, text },
    save: () => logLine(viewer('Mette Holm', now), { kind, meetingId, itemId, id, text }, now),
  }
}

function logTask({ random, meetingId, now, text }: Making): Change {
  const { personId, partyId } = viewer('Søren Bak', now)
  const id = newId()
  const title = text.slice(0, 120)
  const words = { text: title, personId, partyId, dueOn: addDays(today(now), 11), confirm: [] }
  const itemId = anItem(random, meetingId)
  return {
    ack: { kind: 'action-item', id, version: 1, text: `open ${title}` },
    save: () => logLine(viewer('Mette Holm', now), { kind: 'action', meetingId, itemId, id, ...words }, now),
  }
}

function correct({ random, meetingId, now, text }: Making): Change | null {
  const kind = random.pick(['note', 'decision'] as const)
  const table = kind === 'note' ? notes : decisions
  const rows = db()
    .select({ id: table.id, version: table.version })
    .from(table)
    .where(eq(table.meetingId, meetingId))
    .limit(50)
    .all()
  if (rows.length === 0) return null
  const { id, version } = random.pick(rows)
  return {
    ack: { kind, id, version: version + 1, text },
    save: () => changeLine(viewer('Mette Holm', now), { kind, meetingId, id, version, text }, now),
  }
}

function attend({ random, meetingId, now }: Making): Change | null {
  const expected = and(eq(attendances.meetingId, meetingId), isNull(attendances.removedAt))
  const row = random.pick(db().select().from(attendances).where(expected).limit(50).all())
  const status = random.pick(
    ATTENDANCE_STATUSES.filter((other) => other !== row.status && other !== 'deputy'),
  )
  const said = { status, deputyName: '', arrivedAt: null, leftAt: null, preparationMinutes: null }
  const { id, version } = row
  return {
    ack: { kind: 'attendance', id, version: version + 1, text: status },
    save: () => setAttendance(viewer('Mette Holm', now), { meetingId, id, version, ...said }, now),
  }
}

function welcome({ meetingId, now, text }: Making): Change {
  const guest = { id: newId(), name: text.slice(0, 60), organisation: 'Politiet' }
  return {
    ack: { kind: 'attendance', id: guest.id, version: 1, text: 'present' },
    save: () => addGuest(viewer('Mette Holm', now), { meetingId, ...guest }, now),
  }
}

function accept({ random, meetingId, now }: Making): Change | null {
  const open = and(eq(actionItems.meetingId, meetingId), eq(actionItems.state, 'open'))
  const items = db().select().from(actionItems).where(open).limit(50).all()
  if (items.length === 0) return null
  const { id, version, title } = random.pick(items)
  return {
    ack: { kind: 'action-item', id, version: version + 1, text: `in_progress ${title}` },
    save: () => acceptActionItem(viewer('Søren Bak', now), { id, version }, now),
  }
}

function anItem(random: Random, meetingId: string): string {
  const items = db().select({ id: agendaItems.id }).from(agendaItems)
  return random.pick(
    items.where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt))).all(),
  ).id
}

function viewer(name: string, now: Date): Viewer {
  const { id = '' } = db().select({ id: people.id }).from(people).where(eq(people.name, name)).get() ?? {}
  const found = loadViewer(db(), id, now)
  if (!found) throw new Error(`${name} may not sign in.`)
  return found
}
