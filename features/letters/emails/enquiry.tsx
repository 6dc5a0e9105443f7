import { statusInWords } from '@/features/enquiries/components/status'
import { type EnquiryDetail, getEnquiry } from '@/features/enquiries/queries/detail'
import { isOpenEnquiry, isOpenPart } from '@/features/enquiries/rules'
import { translator } from '@/i18n/translator'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { isOutsider } from '@/policy'
import { Action, Letter, Sentence } from './layout'
import { address, type Draft, type Occasion } from './writing'

/** The number, the name and the day, at once. */
export function enquiryReceiptEmail(occasion: Occasion): Draft {
  const { mail, reader, locale, t, now } = occasion
  const enquiry = getEnquiry(reader.viewer, mail.payload.enquiryId ?? '', today(now))
  const day = formatDate(enquiry.expectedOn, locale, 'day')
  const number = String(enquiry.number)
  return {
    subject: t('enquiry.receiptSubject', { number }),
    letter: letterAbout(occasion, enquiry, t('enquiry.receipt', { number, owner: enquiry.owner, day })),
  }
}

const TO_ASKER = ['ask', 'delay', 'answer', 'not_ours', 'duplicate'] as const
const TO_DEPARTMENT = ['route'] as const
const TO_OWNER = ['arrived', 'refused', 'all_answered', 'reply', 'reopen', 'added'] as const
const NEWS = [...TO_ASKER, ...TO_DEPARTMENT, ...TO_OWNER]
type News = (typeof NEWS)[number]

/** Something happened to it. What it is about and what was written is read on the site (R29). */
export function enquiryNewsEmail(occasion: Occasion): Draft {
  const { mail, reader, locale, t, now } = occasion
  const enquiry = getEnquiry(reader.viewer, mail.payload.enquiryId ?? '', today(now))
  const news = NEWS.find((one) => one === mail.payload.news)
  if (!news || isOvertaken(news, enquiry, mail.payload.partId)) return { withdrawn: 'overtaken' }
  const words = {
    number: String(enquiry.number),
    party: enquiry.party,
    day: formatDate(enquiry.expectedOn, locale, 'day'),
  }
  return {
    subject: t(`enquiry.subject.${news}`, words),
    letter: letterAbout(occasion, enquiry, t(`enquiry.news.${news}`, words), news),
  }
}

/** It went on before the mail left. */
function isOvertaken(news: News, { state, parts }: EnquiryDetail, partId?: string): boolean {
  if (news === 'ask') return state !== 'awaiting_asker'
  if (news === 'route') return !parts.some((part) => part.id === partId && isOpenPart(part.state))
  if (news === 'answer' || news === 'not_ours' || news === 'duplicate') return isOpenEnquiry(state)
  return !isOpenEnquiry(state)
}

function letterAbout(
  { reader, locale, t, now }: Occasion,
  enquiry: EnquiryDetail,
  news: string,
  kind?: News,
) {
  const status = statusInWords(
    translator(locale, 'enquiries'),
    enquiry,
    isOutsider(reader.viewer),
    today(now),
    locale,
  )
  const why = kind === 'route' ? 'department' : TO_OWNER.some((one) => one === kind) ? 'owner' : 'asker'
  return (
    <Letter locale={locale} why={[t('questionTeam'), t(`enquiry.why.${why}`), t('sender')]}>
      <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
      <Sentence>{news}</Sentence>
      <Sentence>{status}.</Sentence>
      <Action href={address(`/enquiries/${enquiry.id}`)}>{t('enquiry.read')}</Action>
    </Letter>
  )
}
