import type { ActionItemState } from '@/db/schema'
import { listTold, type Told } from '@/features/action-items/follow-up/queries'
import { awaits, isPossible, mayTake } from '@/features/action-items/rules'
import { issueSignedLink } from '@/features/signed-links/commands/issue'
import { signedLinkAddress } from '@/features/signed-links/rules'
import { addDays, instantOf, today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { Action, Address, Letter, Sentence } from './layout'
import { address, type Draft, type Occasion } from './writing'

/** How long one can answer from the mail; afterwards there is still the site. */
const LINK_DAYS = 30
/** More would not be read. */
const MOST_ITEMS = 40

/** Something happened to items that concern the reader, within ten minutes. */
export const itemNewsEmail = (occasion: Occasion): Draft => write(occasion, 'itemNews')

/** What is due, late or waits, once a day at the reader's hour. */
export const followUpEmail = (occasion: Occasion): Draft => write(occasion, 'followUp')

function write(occasion: Occasion, kind: 'itemNews' | 'followUp'): Draft {
  const { mail, reader, locale, t } = occasion
  const told = listTold(reader.viewer, mail.id)
  if (told.length === 0) return { withdrawn: 'overtaken' }
  const shown = told.slice(0, MOST_ITEMS)
  return {
    subject: t(`${kind}.subject`, { count: told.length }),
    letter: (
      <Letter locale={locale} why={[t('toldItems.why'), t('sender')]}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t(`${kind}.lead`, { count: told.length })}</Sentence>
        {shown.map((one) => (
          <Item key={one.item.id} told={one} occasion={occasion} />
        ))}
        {told.length > shown.length && (
          <Sentence>{t('toldItems.more', { count: told.length - shown.length })}</Sentence>
        )}
        <Action href={address('/action-items')}>{t('toldItems.seeAll')}</Action>
      </Letter>
    ),
  }
}

function Item({ told, occasion }: { told: Told; occasion: Occasion }) {
  const { locale, t } = occasion
  const { item } = told
  const title = item.visibility === 'internal' ? t('toldItems.internal') : item.title
  const answerAt = answerAddress(told, occasion)
  return (
    <div>
      <Sentence>
        {title} ({item.forum.name}). {said(told, occasion)}
      </Sentence>
      {answerAt ? (
        <Address href={answerAt}>{t('toldItems.answer')}</Address>
      ) : (
        <Address href={address(`/action-items/${item.id}`)}>
          {t('toldItems.see', { due: formatDate(item.dueOn, locale, 'numeric') })}
        </Address>
      )}
    </div>
  )
}

/** In one sentence: the news first, else how it stands with the due date. */
function said({ item, rung, news }: Told, { locale, t, now }: Occasion): string {
  const words = {
    due: formatDate(item.dueOn, locale, 'long'),
    party: item.party.name,
    person: item.person,
    asked: item.askedDueOn ? formatDate(item.askedDueOn, locale, 'long') : '',
  }
  if (news === 'answered') return t(`toldItems.answered.${awaits(item) ?? 'handed_over'}`, words)
  if (news === 'returned')
    return t(`toldItems.returned.${item.state === 'cancelled' ? 'cancelled' : 'again'}`, words)
  if (news === 'assigned') return t('toldItems.assigned', words)
  if (news === 'followed')
    return t(`toldItems.followed.${hasEnded(item.state) ? item.state : 'moved'}`, words)
  if (rung === 'issuer') return t('toldItems.rung.issuer', words)
  return t(
    `toldItems.rung.${item.dueOn < today(now) ? 'late' : item.dueOn === today(now) ? 'due' : 'before'}`,
    words,
  )
}

const hasEnded = (state: ActionItemState) =>
  state === 'reported_done' || state === 'closed' || state === 'cancelled'

/** For who has the item, or stands in: what a press can do without signing in. */
function answerAddress({ item, rung }: Told, { reader: { viewer }, now }: Occasion): string | null {
  const theirs = item.responsiblePersonId === viewer.personId || rung === 'before' || rung === 'due'
  const may = mayTake('reported_done', viewer, item) && isPossible('reported_done', item.state)
  if (!theirs || !may) return null
  const expiresAt = instantOf(addDays(today(now), LINK_DAYS), '00:00')
  const link = {
    purpose: 'action_item.answer',
    subjectId: item.id,
    personId: viewer.personId,
    expiresAt,
  } as const
  return signedLinkAddress(issueSignedLink(link, now))
}
