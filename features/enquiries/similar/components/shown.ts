import { getTranslations } from 'next-intl/server'
import type { Shown } from '@/components/ui/radar'
import { formatDate, formatList, type Locale } from '@/lib/format'
import type { Similar } from '../queries'

const ADDRESS = {
  enquiry: '/enquiries',
  topic: '/meetings/topics',
  initiative: '/initiatives',
  offer: '/offers',
} as const

const LONGEST_ANSWER = 160

/** What is alike as it is shown beside a form: whose it is, what was answered, and why it is alike. */
export async function shownSimilar(found: Similar[], locale: Locale): Promise<Shown[]> {
  const t = await getTranslations('enquiries.similar')
  return found.map(({ candidate, reasons, named }) => {
    const { kind, id, title, whose, number, answeredOn, answer } = candidate
    const state = answeredOn
      ? t('answeredOn', { date: formatDate(answeredOn, locale, 'long') })
      : t('unanswered')
    const where = { forum: whose, area: whose, party: whose }
    const why = reasons.map((reason) => {
      if (reason.kind === 'words') return t('why.words', { words: formatList(reason.words, locale) })
      const byText = reason.kind === 'theme' || reason.kind === 'targetGroup' ? named[reason.kind] : undefined
      if (!byText) return t(`why.${reason.kind}`)
      const name = locale === 'en' ? byText.nameEn : byText.nameDa
      return t(`why.named.${reason.kind as 'theme' | 'targetGroup'}`, { name })
    })
    return {
      id: `${kind}:${id}`,
      href: `${ADDRESS[kind]}/${id}`,
      title,
      whose: kind === 'enquiry' ? t('enquiry', { number: String(number), state }) : t(kind, where),
      more: answer ? t('answer', { text: shortened(answer) }) : undefined,
      why: why.join(' · '),
    }
  })
}

const shortened = (text: string): string =>
  text.length <= LONGEST_ANSWER ? text : `${text.slice(0, LONGEST_ANSWER).toWellFormed().trimEnd()} …`
