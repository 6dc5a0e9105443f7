import type { AttendanceStatus, Outcome, Visibility } from '@/db/schema'
import { newId } from '@/lib/ids'
import type { LineKind } from '../rules'

type Bodies = {
  logLine: {
    id: string
    itemId: string
    kind: LineKind
    text: string
    visibility?: Visibility
    partyId?: string
    personId?: string
    dueOn?: string
    confirm?: string[]
  }
  changeLine: {
    id: string
    version: number
    kind: LineKind
    text: string
    visibility?: Visibility
    partyId?: string
    personId?: string
    dueOn?: string
    confirm?: string[]
  }
  removeLine: { id: string; kind: LineKind; removed: boolean }
  setOutcome: { itemId: string; outcome: Outcome }
  addItem: { id: string; title: string }
  setAttendance: {
    id: string
    version: number
    status: AttendanceStatus
    deputyName?: string
    arrivedAt?: string
    leftAt?: string
    preparationMinutes?: number | null
  }
  markAllPresent: object
  addGuest: { id: string; name: string; organisation: string }
  removeGuest: { id: string }
  finish: object
}

/** One thing done in the workspace, on its way to the server. */
export type Op = { [Name in keyof Bodies]: { do: Name; body: Bodies[Name] } }[keyof Bodies]

/** Where each thing is sent; the paths stand under the workspace's own address. */
export const ADDRESSES: Record<Op['do'], { method: 'POST' | 'PATCH' | 'DELETE'; path: string }> = {
  logLine: { method: 'POST', path: 'lines' },
  changeLine: { method: 'PATCH', path: 'lines' },
  removeLine: { method: 'POST', path: 'removals' },
  setOutcome: { method: 'POST', path: 'outcomes' },
  addItem: { method: 'POST', path: 'items' },
  setAttendance: { method: 'PATCH', path: 'attendance' },
  markAllPresent: { method: 'POST', path: 'attendance' },
  addGuest: { method: 'POST', path: 'guests' },
  removeGuest: { method: 'DELETE', path: 'guests' },
  finish: { method: 'POST', path: 'finish' },
}

/** Why the server did not take it, and what it asks. */
export type Trouble = {
  error?: string
  question?: { code: string; text: string }
  conflict?: { theirs: string; theirVersion: number; text: string }
}
export type Entry = { key: string; op: Op; trouble?: Trouble }

const MARK = 'en-indgang '

const keptKeys = (): string[] =>
  (attempt(() => Object.keys(localStorage)) ?? []).filter((key) => key.startsWith(MARK))

/** The meetings of which this browser keeps something unsaved, whoever typed it. */
export const unsavedMeetings = (): string[] => [
  ...new Set(
    keptKeys()
      .map((key) => key.split(' ')[2])
      .filter((id) => id !== undefined),
  ),
]

/** Leaves nothing for whoever sits down at this machine next. */
export const forgetUnsaved = (): void => {
  for (const key of keptKeys()) attempt(() => localStorage.removeItem(key))
}

/**
 * What was done and is not yet saved, kept in the browser until the server has said yes: one key for each thing,
 * so that two tabs never overwrite one another, under the person and the meeting it belongs to.
 */
export class Journal {
  readonly #prefix: string
  /** What the browser would not keep: a full or forbidden storage must not stop the meeting. */
  readonly #memory = new Map<string, string>()
  #count = 0

  constructor(personId: string, meetingId: string) {
    this.#prefix = `${MARK}${personId} ${meetingId} `
  }

  /** In the order they were done. */
  read(): Entry[] {
    return this.#keys()
      .filter((key) => key.startsWith(`${this.#prefix}op `))
      .sort()
      .map((key) => ({ key, ...(JSON.parse(this.#get(key) ?? '{}') as Omit<Entry, 'key'>) }))
  }

  add(op: Op, now: Date): void {
    const order = `${now.getTime()} ${String(this.#count++).padStart(6, '0')}`
    this.put({ key: `${this.#prefix}op ${order} ${newId()}`, op })
  }

  put({ key, ...entry }: Entry): void {
    this.#set(key, JSON.stringify(entry))
  }

  remove({ key }: Pick<Entry, 'key'>): void {
    this.#set(key, null)
  }

  /** Half-typed words: the line, a correction, a name. */
  draft(field: string): string {
    return this.#get(`${this.#prefix}draft ${field}`) ?? ''
  }

  keepDraft(field: string, text: string): void {
    this.#set(`${this.#prefix}draft ${field}`, text || null)
  }

  #get(key: string): string | null {
    return this.#memory.get(key) ?? attempt(() => localStorage.getItem(key)) ?? null
  }

  #set(key: string, text: string | null): void {
    this.#memory.delete(key)
    if (text === null) attempt(() => localStorage.removeItem(key))
    else if (attempt(() => localStorage.setItem(key, text) ?? true) === undefined) this.#memory.set(key, text)
  }

  #keys(): string[] {
    return [...this.#memory.keys(), ...(attempt(() => Object.keys(localStorage)) ?? [])]
  }
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
