import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { actionItems, parties, type Visibility } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, Refused } from '@/lib/errors'
import { textHash } from '@/lib/text-hash'
import { authorize, can, type Viewer } from '@/policy'
import { tell } from '../follow-up/post'
import { isOpen, visibilityFor } from '../rules'
import { type ActionItem, type ActionItemStamp, loadActionItem } from './load'

type NewWords = ActionItemStamp & { title: string; visibility: Visibility }

/** Title and visibility. Throws a Conflict with the other's title when somebody was faster. */
export function changeActionItem(person: Viewer, input: NewWords, now: Date): void {
  write((tx) => {
    const item = loadActionItem(tx, person, input.id)
    authorize(can.settleActionItems(person))
    if (!isOpen(item.state)) throw new Refused(`actionItemIs_${item.state}`)
    if (item.version !== input.version) {
      throw new Conflict('changed', { field: 'title', theirs: item.title, theirVersion: item.version })
    }
    const visibility = visibilityFor(kindOf(tx, item.responsiblePartyId), input.visibility)
    replace(tx, item, { title: input.title, visibility })
    record(
      tx,
      person,
      {
        kind: 'action-item.changed',
        subject: ['action-item', item.id],
        forumId: item.forumId,
        data: {
          titleBefore: textHash(item.title),
          titleAfter: textHash(input.title),
          visibilityBefore: item.visibility,
          visibilityAfter: visibility,
        },
      },
      now,
    )
  })
}

/** Shows a single item to those it is meant for before the minutes do. */
export function releaseActionItem(person: Viewer, input: ActionItemStamp, now: Date): void {
  write((tx) => {
    const item = loadActionItem(tx, person, input.id)
    authorize(can.settleActionItems(person))
    if (item.releasedAt) throw new Refused('alreadyReleased')
    if (item.visibility === 'internal') throw new Refused('internalStaysInternal')
    if (item.version !== input.version) throw new Conflict('actionItemChanged')
    replace(tx, item, { releasedAt: now })
    const shown = { id: item.id, releasedAt: now }
    tell(tx, person, { personId: item.responsiblePersonId, news: 'assigned', item: shown }, now)
    record(
      tx,
      person,
      {
        kind: 'action-item.released',
        subject: ['action-item', item.id],
        forumId: item.forumId,
        data: { visibility: item.visibility, responsibleParty: item.responsiblePartyId },
      },
      now,
    )
  })
}

function replace(tx: Transaction, item: ActionItem, values: Partial<ActionItem>): void {
  tx.update(actionItems)
    .set({ ...values, version: item.version + 1 })
    .where(eq(actionItems.id, item.id))
    .run()
}

const kindOf = (tx: Transaction, partyId: string) =>
  tx.select({ kind: parties.kind }).from(parties).where(eq(parties.id, partyId)).get()?.kind ?? 'department'
