import 'server-only'
import { and, eq, lte, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { outbox } from '@/db/schema'
import { smtp } from '@/lib/env'

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
