import { acceptActionItem } from '@/features/action-items/commands/answer'
import { getActionItem } from '@/features/action-items/queries/detail'
import { isPossible, mayTake } from '@/features/action-items/rules'
import type { Viewer } from '@/policy'
import type { Purpose } from './rules'

type Deed = {
  /** What it is about, as far as the person may read it; null when there is nothing left to do. Throws NotFound. */
  subject: (person: Viewer, subjectId: string) => { title: string } | null
  /** The ordinary command, with the person's own rights; the use of the link is in the same transaction. */
  perform: (person: Viewer, subjectId: string, now: Date) => void
}

export const DEEDS: Record<Purpose, Deed> = {
  'action_item.accept': {
    subject: (person, id) => {
      const item = getActionItem(person, id)
      return mayTake('accepted', person, item) && isPossible('accepted', item.state) ? item : null
    },
    perform: (person, id, now) =>
      acceptActionItem(person, { id, version: getActionItem(person, id).version }, now),
  },
}
