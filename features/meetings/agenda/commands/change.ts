import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { agendaItems, topics } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { textHash } from '@/lib/text-hash'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import { isBeforeHeld } from '../../rules'
import type { ChangeItemInput } from '../input'
import { findAgendaItem } from '../queries'
import { widens } from '../rules'
import { requireProposer } from './add'

type Words = Omit<ChangeItemInput, 'id' | 'version'>

/**
 * Readers of a sent agenda see the change at once, save when it opens the item to somebody outside who could not
 * read it before: then it waits for a supplement. Throws a Conflict with the other's texts.
 */
export function changeAgendaItem(
  person: Viewer,
  { id, version, ...input }: ChangeItemInput,
  now: Date,
): void {
  write((tx) => {
    const { item, meeting } = findAgendaItem(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`meetingIs_${meeting.state}`)
    requireProposer(tx, input.visibility, input.proposerPartyId)
    const changed = changedFields<Words>(item, input)
    if (changed.length === 0) return
    refuseOverwriting<Words>(item, version, changed)

    const opened = widens(item, input) ? { sentAt: null } : {}
    tx.update(agendaItems)
      .set({ ...input, ...opened, version: item.version + 1 })
      .where(eq(agendaItems.id, id))
      .run()
    tx.update(topics).set({ title: input.title }).where(eq(topics.id, item.topicId)).run()
    record(
      tx,
      person,
      {
        kind: 'agenda-item.changed',
        subject: ['agenda-item', id],
        forumId: meeting.forumId,
        data: {
          changed,
          titleBefore: textHash(item.title),
          titleAfter: textHash(input.title),
          descriptionBefore: textHash(item.description),
          descriptionAfter: textHash(input.description),
          visibilityBefore: item.visibility,
          visibilityAfter: input.visibility,
        },
      },
      now,
    )
  })
}
