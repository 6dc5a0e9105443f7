import { acceptActionItem } from '@/features/action-items/commands/answer'
import { getActionItem } from '@/features/action-items/queries/detail'
import { isPossible, mayTake } from '@/features/action-items/rules'
import type { PlainDate } from '@/lib/dates'
import type { Viewer } from '@/policy'
import type { Purpose } from './rules'

/** What a link is about. Mail is forwarded, so an internal title is never shown to who only holds a link (R29). */
export type Subject = { title: string | null; forum: string; dueOn: PlainDate }

type Deed = {
  /** As far as the person may read it; null when there is nothing left to do. Throws NotFound. */
  subject: (person: Viewer, subjectId: string) => Subject | null
  /** The ordinary command, with the person's own rights. */
  perform: (person: Viewer, subjectId: string, now: Date) => void
}

export const DEEDS: Record<Purpose, Deed> = {
  'action_item.accept': {
    subject: (person, id) => {
      const item = getActionItem(person, id)
      if (!mayTake('accepted', person, item) || !isPossible('accepted', item.state)) return null
      const { visibility, title, forum, dueOn } = item
      return { title: visibility === 'internal' ? null : title, forum: forum.name, dueOn }
    },
    perform: (person, id, now) =>
      acceptActionItem(person, { id, version: getActionItem(person, id).version }, now),
  },
}
