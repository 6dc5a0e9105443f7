import { listActionItems } from '@/features/action-items/queries/list'
import { isPossible, isPressing, mayTake } from '@/features/action-items/rules'
import { issueSignedLink } from '@/features/signed-links/commands/issue'
import { signedLinkAddress } from '@/features/signed-links/rules'
import { addDays, instantOf, today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { Address, Sentence } from './layout'
import { address, type Occasion } from './writing'

/** How long one can accept from the mail; afterwards there is still the site. */
const LINK_DAYS = 30

/**
 * What the meeting asked the mail's reader to do, with a link to accept what is still open. An internal title is never
 * put into a mail (R29), only which one it is.
 */
export function ownActionItems({ reader: { viewer }, locale, t, now }: Occasion, meetingId: string) {
  const own = listActionItems(viewer, { scope: 'mine', meeting: meetingId }, today(now)).filter(({ state }) =>
    isPressing(state),
  )
  const expiresAt = instantOf(addDays(today(now), LINK_DAYS), '00:00')
  return own.map((item, index) => {
    const { id, title, visibility, dueOn, state } = item
    const due = formatDate(dueOn, locale, 'numeric')
    const numbered = t('minutes.task', { number: index + 1, count: own.length, due })
    const open = isPossible('accepted', state) && mayTake('accepted', viewer, item)
    const link = {
      purpose: 'action_item.accept',
      subjectId: id,
      personId: viewer.personId,
      expiresAt,
    } as const
    return {
      id,
      words: visibility === 'internal' ? numbered : `${numbered}: ${title}`,
      accept: open ? signedLinkAddress(issueSignedLink(link, now)) : null,
    }
  })
}

type Props = Pick<Occasion, 't'> & { items: ReturnType<typeof ownActionItems> }

export function OwnActionItems({ items, t }: Props) {
  if (items.length === 0) return null
  return (
    <>
      <Sentence>{t('minutes.tasks', { count: items.length })}</Sentence>
      {items.map(({ id, words, accept }) => (
        <div key={id}>
          <Sentence>{words}</Sentence>
          {accept && <Address href={accept}>{t('minutes.accept')}</Address>}
        </div>
      ))}
      <Address href={address('/action-items')}>{t('minutes.seeTasks')}</Address>
    </>
  )
}
