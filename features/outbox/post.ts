import type { Transaction } from '@/db/open'
import { outbox } from '@/db/schema'
import { newId } from '@/lib/ids'
import { leavesAt, type MailKind } from './rules'

type Letter = {
  kind: MailKind
  to: { personId: string; locale: 'da' | 'en' }
  /** Ids only: the words are found when the mail is rendered, by the rights its reader has then. */
  payload: Record<string, string>
}

/** Puts a mail into the outbox in the transaction of its cause; it leaves when its grace is over. Returns its id. */
export function post(tx: Transaction, { kind, to, payload }: Letter, now: Date): string {
  const id = newId()
  tx.insert(outbox)
    .values({
      id,
      kind,
      recipientId: to.personId,
      locale: to.locale,
      payload,
      createdAt: now,
      notBefore: leavesAt(kind, now),
    })
    .run()
  return id
}
