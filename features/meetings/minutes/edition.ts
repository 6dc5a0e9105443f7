import { createHash } from 'node:crypto'
import type { AttendanceStatus, ForumMark, ItemKind, Outcome, PartyKind, Visibility } from '@/db/schema'
import { decisionLabel } from '@/features/decisions/rules'
import type { LocalTime, PlainDate } from '@/lib/dates'
import { isOutsider, type Viewer } from '@/policy'
import { numberItems } from '../agenda/rules'

export type EditionKind = 'forum' | 'internal'

/** Minutes as they are read: the facts of one meeting, copied, so that nothing changes them afterwards. */
export type Edition = {
  meeting: {
    forum: string
    mark: ForumMark
    number: number
    year: number
    heldOn: PlainDate
    startsAt: LocalTime
    durationMinutes: number
    place: string
    sagsnr: string | null
    dokumentnr: string | null
  }
  participants: Participant[]
  items: EditionItem[]
}

/** Who was there, and for whom; when they came and went is nobody's business but the municipality's (R9). */
export type Participant = {
  name: string
  title: string
  organisation: string
  kind: PartyKind | 'guest'
  status: AttendanceStatus | null
  deputyName: string | null
}

type ItemFacts = {
  id: string
  title: string
  kind: ItemKind
  presenter: string
  visibility: Visibility
  proposerPartyId: string | null
  proposer: string | null
  outcome: Outcome
}
export type EditionItem = ItemFacts & { number: string; lines: EditionLine[] }

type LineFacts = { id: string; text: string; visibility: Visibility }
export type EditionLine =
  | (LineFacts & { kind: 'note' })
  | (LineFacts & { kind: 'decision'; label: string | null })
  | (LineFacts & { kind: 'action'; partyId: string; party: string; person: string; dueOn: PlainDate })

/** What the database knows of a meeting, before anything is left out. */
export type MinutesFacts = Pick<Edition, 'meeting' | 'participants'> & {
  items: (ItemFacts & { position: number })[]
  notes: (LineFacts & { agendaItemId: string; loggedAt: Date })[]
  decisions: (LineFacts & {
    agendaItemId: string
    loggedAt: Date
    number: number | null
    decidedOn: PlainDate
  })[]
  actionItems: (LineFacts & {
    agendaItemId: string
    loggedAt: Date
    partyId: string
    party: string
    person: string
    dueOn: PlainDate
  })[]
}

/** The forum's edition holds what every member may read; what concerns one party stands in the internal one. */
export function buildEdition(facts: MinutesFacts, kind: EditionKind): Edition {
  const kept = ({ visibility }: { visibility: Visibility }) => kind === 'internal' || visibility === 'forum'
  return {
    meeting: facts.meeting,
    participants: facts.participants,
    items: numberItems(facts.items.filter(kept)).map(({ position: _, ...item }) => ({
      ...item,
      lines: linesOf(facts, item.id).filter(kept),
    })),
  }
}

/** All lines of an item in the order they were logged. */
function linesOf(facts: MinutesFacts, itemId: string): EditionLine[] {
  const under = <Row extends { agendaItemId: string }>(rows: Row[]) =>
    rows.filter(({ agendaItemId }) => agendaItemId === itemId)
  const lines: (EditionLine & { loggedAt: Date })[] = [
    ...under(facts.notes).map(({ agendaItemId: _, ...note }) => ({ ...note, kind: 'note' as const })),
    ...under(facts.decisions).map(({ agendaItemId: _, number, decidedOn, ...decision }) => ({
      ...decision,
      kind: 'decision' as const,
      label: number === null ? null : decisionLabel({ number, decidedOn, visibility: decision.visibility }),
    })),
    ...under(facts.actionItems).map(({ agendaItemId: _, ...item }) => ({ ...item, kind: 'action' as const })),
  ]
  return lines
    .toSorted((a, b) => a.loggedAt.getTime() - b.loggedAt.getTime())
    .map(({ loggedAt: _, ...line }) => line)
}

/** Two editions are the same minutes when this is the same. */
export const contentHash = (forum: Edition, internal: Edition): string =>
  createHash('sha256')
    .update(JSON.stringify([forum, internal]))
    .digest('hex')

/**
 * What this viewer reads of frozen minutes: municipal staff the internal edition, outsiders the forum's
 * with what concerns their own party put back.
 */
export function editionFor(viewer: Viewer, forum: Edition, internal: Edition): Edition {
  if (!isOutsider(viewer)) return internal
  const own = (partyId: string | null) => partyId !== null && viewer.ownParties.includes(partyId)
  const items = internal.items.flatMap((item) => {
    const shared = item.visibility === 'forum' || (item.visibility === 'own' && own(item.proposerPartyId))
    if (!shared) return []
    const lines = item.lines.filter(
      (line) =>
        line.visibility === 'forum' ||
        (line.visibility === 'own' && own(line.kind === 'action' ? line.partyId : item.proposerPartyId)),
    )
    return [{ ...item, lines }]
  })
  return { ...forum, items }
}

const GROUPS = ['present', 'deputy', 'apology', 'absent', 'unset'] as const
type Group = (typeof GROUPS)[number]
type Words = (key: 'deputyFor', values: { deputy: string; name: string; organisation: string }) => string

/** Who came, who sent a deputy, who sent an apology, each named; when and why is not told (R9). */
export const groupParticipants = (
  participants: Participant[],
  t: Words,
): { group: Group; names: string[] }[] =>
  GROUPS.flatMap((group) => {
    const names = participants
      .filter(({ status }) => (status ?? 'unset') === group)
      .map((who) => named(who, t))
    return names.length > 0 ? [{ group, names }] : []
  })

const named = ({ name, title, organisation, deputyName }: Participant, t: Words): string =>
  deputyName
    ? t('deputyFor', { deputy: deputyName, name, organisation })
    : `${[name, title].filter(Boolean).join(', ')} (${organisation})`
