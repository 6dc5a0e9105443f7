import { listOffers } from '@/features/offers/queries'
import { isUnconfirmed } from '@/features/offers/rules'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { can } from '@/policy'
import { Address, Letter, Sentence } from './layout'
import { address, type Draft, type Occasion } from './writing'

/** Offers of the reader's department that nobody confirmed for a year, as they stand now. */
export function offersToConfirmEmail({ mail, reader, locale, t, now }: Occasion): Draft {
  const offers = listOffers({ party: mail.payload.partyId ?? '' }).filter(
    (offer) => can.keepOffer(reader.viewer, offer) && isUnconfirmed(offer.confirmedOn, today(now)),
  )
  if (offers.length === 0) return { withdrawn: 'overtaken' }
  return {
    subject: t('offersToConfirm.subject', { count: offers.length }),
    letter: (
      <Letter locale={locale} why={[t('questionTeam'), t('offersToConfirm.why'), t('sender')]}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t('offersToConfirm.lead', { count: offers.length })}</Sentence>
        {offers.map(({ id, title, confirmedOn }) => (
          <div key={id}>
            <Sentence>
              {t('offersToConfirm.line', { title, date: formatDate(confirmedOn, locale, 'long') })}
            </Sentence>
            <Address href={address(`/offers/${id}`)}>{t('offersToConfirm.see')}</Address>
          </div>
        ))}
      </Letter>
    ),
  }
}
