import { createHash } from 'node:crypto'
import type { Database } from '@/db/open'
import { agendaItems, attachments, people } from '@/db/schema'
import { newId } from '@/lib/ids'

/** An open one and an internal one at each agenda item, so that rights have something to tell apart; no bytes. */
export function attachEverywhere(database: Database): void {
  const { id: attachedById } = database.select({ id: people.id }).from(people).get()!
  const contentHash = createHash('sha256').digest('hex')
  const file = { name: 'Kort.pdf', medium: 'pdf', bytes: 0, contentHash, attachedById } as const
  for (const { id: agendaItemId, createdAt } of database.select().from(agendaItems).all()) {
    for (const internal of [false, true]) {
      database
        .insert(attachments)
        .values({ ...file, id: newId(), agendaItemId, internal, attachedAt: createdAt })
        .run()
    }
  }
}
