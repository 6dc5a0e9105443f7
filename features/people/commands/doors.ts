import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { signedLinks, signInRequests } from '@/db/schema'
import { voidLinks } from './invite'

/** Whatever was sent to the address opens nothing any more: invitations, sign-in mails and signed links. */
export function voidWhatWasSent(tx: Transaction, personId: string, now: Date): void {
  voidLinks(tx, personId, now)
  tx.update(signInRequests)
    .set({ expiresAt: now })
    .where(and(eq(signInRequests.personId, personId), gt(signInRequests.expiresAt, now)))
    .run()
  tx.update(signedLinks)
    .set({ revokedAt: now })
    .where(and(eq(signedLinks.personId, personId), isNull(signedLinks.revokedAt)))
    .run()
}
