/** What an event can be about, in the order of the filter. */
export const SUBJECTS = [
  ...([
    'meeting',
    'agenda-item',
    'proposal',
    'attendance',
    'minutes',
    'note',
    'decision',
    'topic',
    'action-item',
  ] as const),
  ...(['person', 'sign-in', 'party', 'seat', 'forum', 'area', 'plan'] as const),
  ...(['steering-group', 'succession-item'] as const),
  ...(['theme', 'classification', 'period', 'mail', 'signed-link', 'job'] as const),
  ...(['estate', 'initiative', 'offer', 'overlap', 'method', 'goal', 'risk'] as const),
  ...(['enquiry', 'routing-rule', 'commitment', 'hour-confirmation', 'hour-comment'] as const),
  ...(['funding-figure', 'allocation', 'political-decision', 'decision-remark', 'report'] as const),
] as const
export type Subject = (typeof SUBJECTS)[number]

/** Where one can read about it, for those kinds that have a page of their own. */
export function addressOf(subjectKind: string, subjectId: string, forumSlug: string | null): string | null {
  switch (subjectKind) {
    case 'meeting':
      return `/meetings/${subjectId}`
    case 'proposal':
      return `/meetings/proposals/${subjectId}`
    case 'topic':
      return `/meetings/topics/${subjectId}`
    case 'decision':
      return `/decisions/${subjectId}`
    case 'action-item':
      return `/action-items/${subjectId}`
    case 'plan':
      return `/plans/${subjectId}`
    case 'initiative':
      return `/initiatives/${subjectId}`
    case 'offer':
      return `/offers/${subjectId}`
    case 'method':
      return `/methods/${subjectId}`
    case 'enquiry':
      return `/enquiries/${subjectId}`
    case 'report':
      return `/reports/${subjectId}`
    case 'forum':
      return forumSlug && `/forums/${forumSlug}`
    default:
      return null
  }
}
