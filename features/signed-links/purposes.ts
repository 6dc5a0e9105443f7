import { getActionItem } from '@/features/action-items/queries/detail'
import { isPossible, mayTake } from '@/features/action-items/rules'
import { listAgenda } from '@/features/meetings/agenda/queries'
import { getOwnAnswer } from '@/features/meetings/invitations/queries'
import { getMeeting } from '@/features/meetings/queries'
import type { Viewer } from '@/policy'
import type { Purpose } from './rules'

/**
 * What a link offers, as far as its person may read it; null when there is nothing left to do. Throws NotFound.
 * Mail is forwarded, so an internal title is never shown to who only holds a link (R29).
 */
const OFFERS = {
  'action_item.accept': (person: Viewer, id: string) => {
    const item = getActionItem(person, id)
    if (!mayTake('accepted', person, item) || !isPossible('accepted', item.state)) return null
    const { visibility, title, forum, dueOn } = item
    return {
      purpose: 'action_item.accept' as const,
      title: visibility === 'internal' ? null : title,
      forum: forum.name,
      dueOn,
    }
  },
  'action_item.answer': (person: Viewer, id: string) => {
    const item = getActionItem(person, id)
    if (!mayTake('reported_done', person, item) || !isPossible('reported_done', item.state)) return null
    const { visibility, title, forum, dueOn } = item
    return {
      purpose: 'action_item.answer' as const,
      title: visibility === 'internal' ? null : title,
      forum: forum.name,
      dueOn,
      mayRefuse: isPossible('refused', item.state),
    }
  },
  'meeting.answer': (person: Viewer, id: string) => {
    const meeting = getMeeting(person, id)
    const answered = getOwnAnswer(person, meeting)
    if (!answered) return null
    const items = listAgenda(person, id).filter((item) => item.visibility === 'forum' && item.sentAt !== null)
    return { purpose: 'meeting.answer' as const, meeting, answered, items }
  },
} satisfies Record<Purpose, (person: Viewer, subjectId: string) => { purpose: Purpose } | null>

export const offer = (purpose: Purpose, person: Viewer, subjectId: string) =>
  OFFERS[purpose](person, subjectId)
