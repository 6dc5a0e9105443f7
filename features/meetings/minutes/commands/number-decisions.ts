import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { agendaItems, decisions } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { numberItems, sectionOf } from '../../agenda/rules'
import type { Meeting } from '../../queries'

/**
 * Gives the meeting's decisions their numbers, in the order they stand in the minutes, each after the last of its
 * series in the forum and year: one series for the forum, one for each party's own, one for what is internal.
 */
export function numberDecisions(tx: Transaction, meeting: Meeting): void {
  const all = tx
    .select({
      id: decisions.id,
      meetingId: decisions.meetingId,
      itemId: decisions.agendaItemId,
      number: decisions.number,
      visibility: decisions.visibility,
      decidedOn: decisions.decidedOn,
      proposerPartyId: agendaItems.proposerPartyId,
      loggedAt: decisions.loggedAt,
      removedAt: decisions.removedAt,
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .where(eq(decisions.forumId, meeting.forumId))
    .orderBy(decisions.loggedAt)
    .all()
  const last = new Map<string, number>()
  for (const decision of all) {
    const series = seriesOf(decision)
    last.set(series, Math.max(last.get(series) ?? 0, decision.number ?? 0))
  }

  const items = tx.select().from(agendaItems).where(eq(agendaItems.meetingId, meeting.id)).all()
  const places = numberItems(items).map(({ id }) => id)
  const unnumbered = all
    .filter(({ meetingId, number, removedAt }) => meetingId === meeting.id && number === null && !removedAt)
    .toSorted((a, b) => places.indexOf(a.itemId) - places.indexOf(b.itemId))
  for (const decision of unnumbered) {
    const series = seriesOf(decision)
    const number = (last.get(series) ?? 0) + 1
    last.set(series, number)
    tx.update(decisions).set({ number }).where(eq(decisions.id, decision.id)).run()
  }
}

const seriesOf = ({ decidedOn, ...placed }: Parameters<typeof sectionOf>[0] & { decidedOn: PlainDate }) =>
  `${decidedOn.slice(0, 4)} ${sectionOf(placed)}`
