import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { agendaItems, notes } from '@/db/schema'
import { record } from '@/features/activity/record'
import { translator } from '@/i18n/translator'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { newId } from '@/lib/ids'
import { textHash } from '@/lib/text-hash'
import type { Viewer } from '@/policy'
import { outcomeAfter } from '../minutes/rules'
import type { Meeting } from '../queries'
import { type SinceLast, sinceLast } from './queries'

/** A line of the log holds no more; the rest is counted. */
const MOST_NAMED = 12

/**
 * When the log opens, "Siden sidst" gets its text as the first line of the log: changed like any other, and frozen with
 * the minutes. It tells what the whole forum was sent, and nothing else. The municipality's papers are in Danish.
 */
export function logSinceLast(tx: Transaction, person: Viewer, meeting: Meeting, now: Date): void {
  const item = tx
    .select()
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.meetingId, meeting.id),
        eq(agendaItems.writesItself, true),
        eq(agendaItems.visibility, 'forum'),
        isNull(agendaItems.removedAt),
      ),
    )
    .get()
  const facts = item && sinceLast(person, meeting, today(now), tx)
  if (!facts) return
  const [id, body] = [newId(), inWords(facts)]
  tx.insert(notes)
    .values({
      id,
      meetingId: meeting.id,
      agendaItemId: item.id,
      body,
      visibility: 'forum',
      loggedAt: now,
      loggedById: person.personId,
    })
    .run()
  const outcome = outcomeAfter('note', item)
  tx.update(agendaItems).set({ outcome }).where(eq(agendaItems.id, item.id)).run()
  const data = { item: item.id, text: textHash(body), outcomeBefore: item.outcome, outcomeAfter: outcome }
  const { forumId } = meeting
  record(tx, person, { kind: 'minutes.line-logged', subject: ['note', id], forumId, data }, now)
}

const t = translator('da', 'sinceLast')

function inWords({ last, decided, late, closed, moved }: SinceLast): string {
  const shared = {
    decided: decided.filter(isShared),
    late: late.filter(isShared),
    closed: closed.filter(isShared),
    moved: moved.filter(isShared),
  }
  const long = (date: string) => formatDate(date, 'da', 'long')
  const due = (items: SinceLast['late']) =>
    named(items.map(({ title, party, dueOn }) => `${title} (${party}, ${t('due', { date: long(dueOn) })})`))
  const told: [string, string][] = [
    [t('decided'), named(shared.decided.flatMap(({ label }) => label ?? []))],
    [t('late'), due(shared.late)],
    [t('closed'), named(shared.closed.map(({ title, party }) => `${title} (${party})`))],
    [t('moved'), due(shared.moved)],
  ]
  const counts = {
    decided: shared.decided.length,
    late: shared.late.length,
    closed: shared.closed.length,
    moved: shared.moved.length,
  }
  return [
    t('summary', { date: long(last.heldOn), ...counts }),
    ...told.filter(([, names]) => names !== '').map(([title, names]) => `${title}: ${names}`),
  ].join('\n')
}

const isShared = ({ visibility, releasedAt }: { visibility: string; releasedAt: Date | null }) =>
  visibility === 'forum' && releasedAt !== null

const named = (names: string[]): string =>
  names.length > MOST_NAMED
    ? [...names.slice(0, MOST_NAMED), t('more', { count: names.length - MOST_NAMED })].join('; ')
    : names.join('; ')
