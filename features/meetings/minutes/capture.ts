import { findTrailingDatePhrase } from '@/lib/date-phrases'
import type { PlainDate } from '@/lib/dates'
import type { LineKind } from './rules'

/** A name one may write after "@", and whom it means. */
export type Handle = { handle: string; partyId: string; personId: string; label: string }
export type Captured = {
  kind: LineKind
  text: string
  partyId?: string
  personId?: string
  /** Whom the item falls to, as shown while typing, and the name that was written. */
  label?: string
  handle?: string
  dueOn?: PlainDate
  /** The words that were read as the due date. */
  phrase?: string
}
type Known = { today: PlainDate; people: readonly Handle[]; nextMeeting?: PlainDate }

const MARKS: Record<string, LineKind> = { '!': 'decision', '>': 'action', '?': 'topic' }

const LEADING_MARKS = /^([!>?]\s*)+/

/** The sign that begins a line of this kind; a note has none. */
export const markOf = (kind: LineKind): string =>
  Object.keys(MARKS).find((mark) => MARKS[mark] === kind) ?? ''

/**
 * What a line typed in a meeting says: "! …" a decision, "> …" an action item, "? …" a topic for later, else a note.
 * Only an action item has a name and a due date taken out of it; every other character stays in the text.
 */
export function parseCapture(typed: string, known: Known): Captured {
  const line = typed.trim()
  const kind = MARKS[line.charAt(0)] ?? 'note'
  const text = kind === 'note' ? line : line.slice(1).trim()
  return kind === 'action' ? { kind, ...parseAction(text, known) } : { kind, text }
}

/** The same line with another kind. What was typed after the sign stays, but a note that begins with a sign is none. */
export function withKind(typed: string, kind: LineKind): string {
  const text = typed.trimStart()
  const bare = text.charAt(0) in MARKS ? text.slice(1).trimStart() : text
  const mark = markOf(kind)
  return mark ? `${mark} ${bare}` : bare.replace(LEADING_MARKS, '')
}

/** The line that says this; read again it says the same. */
export function compose({
  kind,
  text,
  handle,
  phrase,
}: Pick<Captured, 'kind' | 'text' | 'handle' | 'phrase'>): string {
  return [markOf(kind), text, handle && `@${handle}`, phrase].filter(Boolean).join(' ')
}

/** A date as a phrase that can be read in no other way. */
export function phraseOf(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day}/${month}-${year}`
}

function parseAction(text: string, { today, people, nextMeeting }: Known): Omit<Captured, 'kind'> {
  const who = findHandle(text, people)
  const before = who ? text.slice(0, who.start).trim() : text
  const after = who ? text.slice(who.end).trim() : ''
  const known = nextMeeting === undefined ? {} : { nextMeeting }
  const due = findTrailingDatePhrase(after || before, today, known)
  const [head, tail] = after ? [before, due ? due.rest : after] : [due ? due.rest : before, '']
  return {
    // A name in the middle is part of the sentence; at either end it only says whose it is.
    text: who && head && tail ? `${head} ${who.written} ${tail}` : head || tail,
    ...(who && { partyId: who.partyId, personId: who.personId, label: who.label, handle: who.written }),
    ...(due && { dueOn: due.date, phrase: due.matched }),
  }
}

/** The last "@name" that names somebody; of several names that fit, the longest. */
function findHandle(text: string, people: readonly Handle[]) {
  for (const { index: start } of [...text.matchAll(/(?<!\S)@/g)].reverse()) {
    const rest = text.slice(start + 1)
    const found = people
      .filter(({ handle }) => startsWith(rest, handle))
      .reduce<Handle | null>(
        (best, each) => (best && best.handle.length >= each.handle.length ? best : each),
        null,
      )
    if (found) {
      const written = rest.slice(0, found.handle.length)
      return { ...found, written, start, end: start + 1 + written.length }
    }
  }
  return null
}

/** As a whole word: "@Pia" is not the beginning of "@Piaget". */
const startsWith = (text: string, handle: string): boolean =>
  text.slice(0, handle.length).toLowerCase() === handle.toLowerCase() &&
  !/^[\p{L}\p{N}]/u.test(text.slice(handle.length))

export type Responsible = {
  partyId: string
  party: string
  personId: string
  person: string
  /** Sits for the party in this forum. */
  seated: boolean
}

/**
 * Every name somebody can be called by: me, party with name (which is always unmistakable), the party, the full name,
 * and the first name unless it could be two. Who sits in this forum goes before who does not.
 */
export function handlesOf(responsible: readonly Responsible[], me: { personId: string }): Handle[] {
  const ranked = responsible.toSorted((a, b) => Number(b.seated) - Number(a.seated))
  const mine = ranked.find(({ personId }) => personId === me.personId)
  const handles = [
    ...(mine ? ['me', 'mig'].map((name) => handleOf(name, mine)) : []),
    ...ranked.map((each) => handleOf(`${each.party} ${each.person}`, each)),
    ...ranked.map((each) => handleOf(each.party, each)),
    ...ranked.map((each) => handleOf(each.person, each)),
    ...firstNames(ranked),
  ]
  return [...new Map(handles.toReversed().map((each) => [each.handle.toLowerCase(), each])).values()]
}

const handleOf = (name: string, { partyId, party, personId, person }: Responsible): Handle => ({
  handle: name,
  partyId,
  personId,
  label: `${person}, ${party}`,
})

function firstNames(ranked: readonly Responsible[]): Handle[] {
  return [...Map.groupBy(ranked, ({ person }) => person.split(' ')[0] ?? '')].flatMap(([name, namesakes]) => {
    const seated = namesakes.filter((each) => each.seated)
    const meant = seated.length > 0 ? seated : namesakes
    const [first] = meant
    return first && meant.every(({ personId }) => personId === first.personId) ? [handleOf(name, first)] : []
  })
}
