import 'server-only'
import { and, count, desc, eq, lte, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { forums, type MailState, meetings, outbox, parties, people } from '@/db/schema'
import { smtp } from '@/lib/env'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import type { OutboxFilter } from './input'
import type { Mail } from './rules'

/** Whether there is anything for the job: a mail that is due and a server to hand it to, or one left half-way. */
export function hasDueMail(now: Date): boolean {
  const due = smtp() ? and(eq(outbox.state, 'waiting'), lte(outbox.notBefore, now)) : undefined
  const found = db()
    .select({ id: outbox.id })
    .from(outbox)
    .where(or(eq(outbox.state, 'sending'), due))
    .limit(1)
    .get()
  return found !== undefined
}

export const MAILS_ON_A_PAGE = 50

export type ListedMail = ReturnType<typeof listMails>[number]

/** The newest first, one more than stands on a page. Throws NotFound for those who do not administer. */
export function listMails(viewer: Viewer, { state, kind, meeting, before }: OutboxFilter) {
  return selectMails(viewer)
    .where(
      and(
        state && eq(outbox.state, state),
        kind && eq(outbox.kind, kind),
        meeting ? eq(meetings.id, meeting) : undefined,
        before ? isBefore(before) : undefined,
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(MAILS_ON_A_PAGE + 1)
    .all()
}

/** One mail and how it fared. */
export function getMail(viewer: Viewer, id: string): ListedMail {
  const mail = selectMails(viewer).where(eq(outbox.id, id)).get()
  if (!mail) throw new NotFound()
  return mail
}

export function countMails(viewer: Viewer): Partial<Record<MailState, number>> {
  requireAdministrator(viewer)
  const rows = db().select({ state: outbox.state, count: count() }).from(outbox).groupBy(outbox.state).all()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** Where the next page begins. */
export const cursorOf = ({ createdAt, id }: Pick<Mail, 'createdAt' | 'id'>): string =>
  `${createdAt.toISOString()}_${id}`

function isBefore(cursor: string) {
  const [moment = '', id = ''] = cursor.split('_', 2)
  return sql`(${outbox.createdAt}, ${outbox.id}) < (${moment}, ${id})`
}

/** For commands. Throws NotFound. */
export function findMail(reader: Reader, id: string): Mail {
  const mail = reader.select().from(outbox).where(eq(outbox.id, id)).get()
  if (!mail) throw new NotFound()
  return mail
}

function requireAdministrator(viewer: Viewer): void {
  if (!can.administer(viewer)) throw new NotFound()
}

function selectMails(viewer: Viewer) {
  requireAdministrator(viewer)
  return db()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      state: outbox.state,
      createdAt: outbox.createdAt,
      notBefore: outbox.notBefore,
      attempts: outbox.attempts,
      claimedAt: outbox.claimedAt,
      settledAt: outbox.settledAt,
      problem: outbox.problem,
      recipient: { id: people.id, name: people.name, party: parties.shortName },
      meeting: { id: meetings.id, heldOn: meetings.heldOn },
      forum: forums.name,
    })
    .from(outbox)
    .innerJoin(people, eq(people.id, outbox.recipientId))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .leftJoin(meetings, eq(meetings.id, sql`${outbox.payload} ->> '$.meetingId'`))
    .leftJoin(forums, eq(forums.id, meetings.forumId))
    .$dynamic()
}
