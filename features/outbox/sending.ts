import { and, asc, eq, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { outbox } from '@/db/schema'
import { record } from '@/features/activity/record'
import { LONGEST_HANDOVER_MINUTES, type Mail, nextAttempt, type Problem, SERVER_TROUBLE } from './rules'

/** How handing a mail over ended; `waiting` is tried again. */
export type Settled =
  | { state: 'sent' }
  | { state: 'failed' | 'uncertain' | 'withdrawn'; problem: Problem }
  | { state: 'waiting'; problem: Problem; notBefore: Date }

const ACTOR = { job: 'sendMail' }

/**
 * Takes a mail for the caller alone, in the order in which they were written; null when none is due. What waits because
 * of the mail server goes before a later one that is due, so that after an outage everything leaves in its order.
 */
export const claimDueMail = (now: Date): Mail | null =>
  write((tx) => {
    const isDue = lte(outbox.notBefore, now)
    const first = (which: SQL | undefined) =>
      tx
        .select({ id: outbox.id })
        .from(outbox)
        .where(and(eq(outbox.state, 'waiting'), which))
        .orderBy(asc(outbox.createdAt), asc(sql`rowid`))
        .limit(1)
        .get()
    const due = first(isDue) && first(or(isDue, inArray(outbox.problem, [...SERVER_TROUBLE])))
    if (!due) return null
    return tx
      .update(outbox)
      .set({ state: 'sending', claimedAt: now, attempts: sql`${outbox.attempts} + 1` })
      .where(eq(outbox.id, due.id))
      .returning()
      .get()
  })

/** The server takes nothing: what else is due waits too, untried, each by its own patience. */
export function postponeOthers(problem: Problem, now: Date): void {
  write((tx) => {
    const due = tx
      .select({ id: outbox.id, attempts: outbox.attempts, createdAt: outbox.createdAt })
      .from(outbox)
      .where(and(eq(outbox.state, 'waiting'), lte(outbox.notBefore, now)))
      .all()
    for (const { id, attempts, createdAt } of due) {
      const notBefore = nextAttempt({ attempts: attempts + 1, createdAt }, now)
      if (notBefore) tx.update(outbox).set({ problem, notBefore }).where(eq(outbox.id, id)).run()
    }
  })
}

/** Writes down how it ended; what is known counts more than a doubt that somebody wrote down meanwhile. */
export function settleMail(mail: Mail, settled: Settled, now: Date): void {
  write((tx) => {
    const waits = settled.state === 'waiting'
    const found = tx
      .update(outbox)
      .set({
        state: settled.state,
        problem: settled.state === 'sent' ? null : settled.problem,
        settledAt: waits ? null : now,
        ...(waits && { notBefore: settled.notBefore }),
      })
      .where(
        and(
          eq(outbox.id, mail.id),
          eq(outbox.attempts, mail.attempts),
          inArray(outbox.state, ['sending', 'uncertain']),
        ),
      )
      .returning()
      .get()
    if (found && !waits) recordSettled(tx, found, now)
  })
}

/**
 * What was being handed over when a server stopped: nobody knows whether it went, so it waits for a person's decision.
 * @param since when this process began; nothing claimed before it is still under way
 */
export function doubtInterrupted(since: Date, now: Date): void {
  const longAgo = new Date(now.getTime() - LONGEST_HANDOVER_MINUTES * 60_000)
  write((tx) => {
    const doubted = tx
      .update(outbox)
      .set({ state: 'uncertain', problem: 'interrupted', settledAt: now })
      .where(and(eq(outbox.state, 'sending'), or(lt(outbox.claimedAt, since), lt(outbox.claimedAt, longAgo))))
      .returning()
      .all()
    for (const mail of doubted) recordSettled(tx, mail, now)
  })
}

function recordSettled(tx: Transaction, mail: Mail, now: Date): void {
  const { id, kind, recipientId, attempts, problem, payload } = mail
  const data = { mail: kind, recipient: recipientId, attempts, ...(problem && { problem }), ...payload }
  record(tx, ACTOR, { kind: `mail.${mail.state}`, subject: ['mail', id], data }, now)
}
