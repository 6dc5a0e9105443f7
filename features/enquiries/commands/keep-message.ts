import type { Transaction } from '@/db/open'
import { enquiryMessages, type MessageKind } from '@/db/schema'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'

/** For the command that authorizes and records it. */
export function keepMessage(
  tx: Transaction,
  person: Viewer,
  enquiryId: string,
  kind: MessageKind,
  text: string,
  now: Date,
): void {
  tx.insert(enquiryMessages)
    .values({ id: newId(), enquiryId, kind, text, writtenAt: now, writtenById: person.personId })
    .run()
}
