import { listActionItems } from '@/features/action-items/queries/list'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { findReader } from '../queries'
import { Action, Letter, Sentence } from './layout'
import { address, type Draft, type Occasion } from './writing'

/** A coordinator's own reminder of all that a party has late, as far as its reader may read it. */
export function chaserEmail({ mail, reader, locale, t, now }: Occasion): Draft {
  const from = findReader(mail.payload.from ?? '', now)
  const late = listActionItems(
    reader.viewer,
    { scope: 'all', party: mail.payload.partyId, late: true },
    today(now),
  )
  if (late.length === 0) return { withdrawn: 'overtaken' }
  const party = late[0]?.party.name ?? ''
  const name = from?.viewer.name ?? t('sender')
  return {
    subject: t('chaser.subject', { count: late.length, party }),
    replyTo: from?.email,
    letter: (
      <Letter locale={locale} why={[t('chaser.why', { party, name }), t('sender')]}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t('chaser.lead', { count: late.length, party, name })}</Sentence>
        {late.map(({ id, title, visibility, person, dueOn, forum }) => (
          <Sentence key={id}>
            {t('chaser.line', {
              title: visibility === 'internal' ? t('toldItems.internal') : title,
              person,
              forum: forum.name,
              due: formatDate(dueOn, locale, 'long'),
            })}
          </Sentence>
        ))}
        <Action href={address('/action-items?scope=party&late=1')}>{t('toldItems.seeAll')}</Action>
      </Letter>
    ),
  }
}
