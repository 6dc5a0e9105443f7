import { listActionItems } from '@/features/action-items/queries/list'
import { isPressing } from '@/features/action-items/rules'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { Address, Sentence } from './layout'
import { address, type Occasion } from './writing'

/** What the meeting asked its reader to do. An internal title is never put into a mail (R29), only which one it is. */
export function ownActionItems({ reader, locale, t, now }: Occasion, meetingId: string) {
  const own = listActionItems(reader.viewer, { scope: 'mine', meeting: meetingId }, today(now)).filter(
    ({ state }) => isPressing(state),
  )
  return own.map(({ id, title, visibility, dueOn }, index) => {
    const numbered = t('minutes.task', {
      number: index + 1,
      count: own.length,
      due: formatDate(dueOn, locale, 'numeric'),
    })
    return { id, words: visibility === 'internal' ? numbered : `${numbered}: ${title}` }
  })
}

type Props = Pick<Occasion, 't'> & { items: ReturnType<typeof ownActionItems> }

export function OwnActionItems({ items, t }: Props) {
  if (items.length === 0) return null
  return (
    <>
      <Sentence>{t('minutes.tasks', { count: items.length })}</Sentence>
      {items.map(({ id, words }) => (
        <Sentence key={id}>{words}</Sentence>
      ))}
      <Address href={address('/action-items')}>{t('minutes.seeTasks')}</Address>
    </>
  )
}
