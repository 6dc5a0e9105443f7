import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { parties } from '@/db/schema'
import { Question } from '@/lib/errors'
import type { AgendaItem } from '../../agenda/queries'

type Item = Pick<AgendaItem, 'visibility' | 'proposerPartyId'>

/** Who is to do something must be told what, also an outsider who cannot see the item it came from: that is asked first (R4). */
export function askBeforeSharing(tx: Transaction, item: Item, partyId: string, confirmed: string[]): void {
  if (item.visibility === 'forum' || confirmed.includes('sharesInternal')) return
  if (item.visibility === 'own' && item.proposerPartyId === partyId) return
  const party = tx
    .select({ name: parties.shortName, kind: parties.kind })
    .from(parties)
    .where(eq(parties.id, partyId))
    .get()
  if (!party || party.kind === 'department') return
  throw new Question('responsible', 'sharesInternal', { party: party.name })
}
