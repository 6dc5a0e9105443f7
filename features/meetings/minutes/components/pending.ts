import type { Responsible } from '../capture'
import type { LogLine } from '../queries/lines'
import type { Workspace } from '../queries/workspace'
import { noWiderThan, outcomeAfter } from '../rules'
import type { Op } from './journal'

type Known = { responsible: readonly Responsible[]; clock: string }

/** The log as it will stand once this is saved: what one has typed is seen at once, also without a network. */
export function withPending(log: Workspace, op: Op, known: Known): Workspace {
  switch (op.do) {
    case 'logLine':
      return log.lines.some(({ id }) => id === op.body.id) ? log : logged(log, op.body, known)
    case 'changeLine':
      return { ...log, lines: log.lines.map((line) => changed(line, op.body, known)) }
    case 'removeLine':
      return op.body.removed ? { ...log, lines: log.lines.filter(({ id }) => id !== op.body.id) } : log
    case 'setOutcome': {
      const { itemId, outcome } = op.body
      return { ...log, items: log.items.map((item) => (item.id === itemId ? { ...item, outcome } : item)) }
    }
    case 'addItem':
      return log.items.some(({ id }) => id === op.body.id)
        ? log
        : { ...log, items: withItem(log.items, op.body) }
    case 'finish':
      return { ...log, state: 'held' }
    default:
      return { ...log, attendance: attended(log.attendance, op) }
  }
}

type Logging = Extract<Op, { do: 'logLine' }>['body']

function logged(log: Workspace, body: Logging, known: Known): Workspace {
  const item = log.items.find(({ id }) => id === body.itemId)
  if (!item) return log
  const line: LogLine = {
    id: body.id,
    itemId: body.itemId,
    kind: body.kind,
    text: body.text,
    visibility: noWiderThan(item.visibility, body.visibility ?? item.visibility),
    at: known.clock,
    version: 1,
    ...taskOf(body, known),
  }
  const outcome = outcomeAfter(body.kind, item)
  return {
    ...log,
    lines: [...log.lines, line],
    items: log.items.map((each) => (each === item ? { ...each, outcome } : each)),
  }
}

function changed(line: LogLine, body: Extract<Op, { do: 'changeLine' }>['body'], known: Known): LogLine {
  if (line.id !== body.id) return line
  return {
    ...line,
    text: body.text,
    version: line.version + 1,
    visibility: body.visibility ?? line.visibility,
    ...taskOf(body, known),
  }
}

function taskOf({ partyId, personId, dueOn }: Partial<Logging>, { responsible }: Known): Partial<LogLine> {
  const found = responsible.find((each) => each.partyId === partyId && each.personId === personId)
  if (!found || !dueOn) return {}
  const { seated: _, ...who } = found
  return { who, dueOn }
}

/** Before "Eventuelt"; its number comes with the answer. */
function withItem(
  items: Workspace['items'],
  { id, title }: { id: string; title: string },
): Workspace['items'] {
  const item: Workspace['items'][number] = {
    id,
    topicId: id,
    number: '+',
    title,
    kind: 'discussion',
    presenter: '',
    minutes: 0,
    visibility: 'forum',
    proposer: null,
    outcome: 'pending',
    startsAt: null,
    about: null,
  }
  const last = items.findLastIndex(({ visibility }) => visibility === 'forum')
  const at = items[last]?.kind === 'formality' ? last : last + 1
  return items.toSpliced(at, 0, item)
}

type Rows = Workspace['attendance']

function attended(rows: Rows, op: Op): Rows {
  switch (op.do) {
    case 'markAllPresent':
      return rows.map((row) =>
        row.status === null ? { ...row, status: 'present', version: row.version + 1 } : row,
      )
    case 'setAttendance': {
      const { id, version, ...said } = op.body
      return rows.map((row) =>
        row.id === id
          ? {
              ...row,
              status: said.status,
              deputyName: said.deputyName || null,
              arrivedAt: said.arrivedAt || null,
              leftAt: said.leftAt || null,
              preparationMinutes: said.preparationMinutes ?? null,
              version: version + 1,
            }
          : row,
      )
    }
    case 'addGuest': {
      const { id, name, organisation } = op.body
      if (rows.some((row) => row.id === id)) return rows
      return [...rows, { ...NO_SEAT, id, name, organisation }]
    }
    case 'removeGuest':
      return rows.filter(({ id }) => id !== op.body.id)
    default:
      return rows
  }
}

const NO_SEAT = {
  partyId: null,
  partyKind: null,
  title: '',
  status: 'present',
  deputyName: null,
  arrivedAt: null,
  leftAt: null,
  preparationMinutes: null,
  version: 1,
} as const
