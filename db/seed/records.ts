import { eq } from 'drizzle-orm'
import { decisions, notes, topics, type Visibility } from '@/db/schema'
import { noWiderThan } from '@/features/meetings/minutes/rules'
import { addDays } from '@/lib/dates'
import { textHash } from '@/lib/text-hash'
import { stepTimes } from './calendar'
import type { DemoDecision, DemoItem } from './content'
import type { SeedContext } from './context'
import type { SeededMeeting } from './meetings'

/** An item of a held meeting: when a line was logged under it, and when outsiders could read it. */
export type LoggedItem = {
  id: string
  meeting: SeededMeeting
  item: DemoItem
  nextLine: () => Date
  releasedAt: Date | null
}

export function writeNotes({ tx, id, tell }: SeedContext, logged: LoggedItem): void {
  const { meeting, item } = logged
  const lines: [body: string, visibility: Visibility][] = [
    ...(item.notes ?? []).map((body): [string, Visibility] => [body, item.visibility ?? 'forum']),
    ...(item.internalNotes ?? []).map((body): [string, Visibility] => [body, 'internal']),
  ]
  for (const [body, visibility] of lines) {
    const note = { id: id(), agendaItemId: logged.id, visibility, loggedAt: logged.nextLine() }
    tx.insert(notes)
      .values({
        ...note,
        meetingId: meeting.id,
        body,
        loggedById: meeting.convenerId,
        releasedAt: logged.releasedAt,
      })
      .run()
    tell(lineLogged('note', note.id, logged, body), note.loggedAt, meeting.convenerId)
  }
}

/** The forum's decisions so far: their numbers, a series for each visibility, and where their words are found. */
export type DecisionBook = { last: Map<string, number>; written: Map<string, string> }

/** Returns the ids in the order of the data. Without release there is no number yet. */
export function writeDecisions(context: SeedContext, book: DecisionBook, logged: LoggedItem): string[] {
  return (logged.item.decisions ?? []).map((decision) => {
    const visibility = noWiderThan(logged.item.visibility ?? 'forum', decision.visibility ?? 'forum')
    return writeDecision(context, book, logged, decision, visibility)
  })
}

function writeDecision(
  context: SeedContext,
  book: DecisionBook,
  logged: LoggedItem,
  decision: DemoDecision,
  visibility: Visibility,
): string {
  const { tx, id, tell } = context
  const { id: agendaItemId, meeting, item, nextLine, releasedAt } = logged
  const year = meeting.heldOn.slice(0, 4)
  const series = `${year} ${visibility === 'own' ? `own ${item.proposer}` : visibility}`
  const number = releasedAt ? (book.last.get(series) ?? 0) + 1 : null
  if (number) book.last.set(series, number)
  const { forumId, convenerId, heldOn } = meeting
  const became = decision.became?.[0] ?? 'in_force'
  const row = { id: id(), forumId, meetingId: meeting.id, agendaItemId, number, visibility, state: became }
  const loggedAt = nextLine()
  tx.insert(decisions)
    .values({
      ...row,
      body: decision.text,
      decidedOn: heldOn,
      reviewOn: decision.reviewAfter ? addDays(heldOn, decision.reviewAfter) : null,
      loggedAt,
      loggedById: convenerId,
      releasedAt,
    })
    .run()
  tell(lineLogged('decision', row.id, logged, decision.text), loggedAt, convenerId)
  const change = (kind: string, decisionId: string) => ({
    kind: `decision.${kind}`,
    subject: ['decision', decisionId] as [string, string],
    forumId,
    data: { meeting: meeting.id },
  })
  if (decision.became) {
    const [at] = stepTimes([decision.became[1]], heldOn, context)
    tell(change(became.replace('_', '-'), row.id), at ?? loggedAt, convenerId)
  }
  if (decision.replaces) {
    const replaced = book.written.get(decision.replaces)
    if (!replaced) throw new Error(`The forum never decided: ${decision.replaces}`)
    tx.update(decisions)
      .set({ state: 'replaced', replacedById: row.id })
      .where(eq(decisions.id, replaced))
      .run()
    tell(change('replaced', replaced), loggedAt, convenerId)
  }
  book.written.set(decision.text, row.id)
  return row.id
}

/** "For later": a topic that stands on no agenda yet. */
export function writeTopicsForLater({ tx, id, tell }: SeedContext, logged: LoggedItem): void {
  const { forumId, convenerId } = logged.meeting
  for (const title of logged.item.forLater ?? []) {
    const topic = { id: id(), forumId, title, raisedAtId: logged.id, createdAt: logged.nextLine() }
    tx.insert(topics).values(topic).run()
    tell(lineLogged('topic', topic.id, logged, title), topic.createdAt, convenerId)
  }
}

const lineLogged = (kind: string, id: string, { id: item, meeting }: LoggedItem, text: string) => ({
  kind: 'minutes.line-logged',
  subject: [kind, id] as [string, string],
  forumId: meeting.forumId,
  data: { item, text: textHash(text) },
})
