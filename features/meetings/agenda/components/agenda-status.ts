import { getTranslations } from 'next-intl/server'
import { type PlainDate, plainDateOf } from '@/lib/dates'
import { formatDate, formatList, formatTime, type Locale } from '@/lib/format'
import type { MeetingDetail } from '../../queries'
import type { AgendaEntry } from '../queries'

type Meeting = Pick<MeetingDetail, 'state' | 'heldOn' | 'agendaSentAt' | 'announcedAt'>

/** How far the agenda is, in sentences: when it was sent, what came later, and which items are the reader's own. */
export async function agendaStatus(
  meeting: Meeting,
  entries: AgendaEntry[],
  locale: Locale,
): Promise<string[]> {
  const t = await getTranslations('agenda.status')
  if (meeting.agendaSentAt === null) {
    if (meeting.state === 'held' || meeting.state === 'closed') return [t('neverSent')]
    return [t(meeting.announcedAt ? 'announced' : 'draft')]
  }
  const written = (date: PlainDate) =>
    formatDate(date, locale, date.slice(0, 4) === meeting.heldOn.slice(0, 4) ? 'dayMonth' : 'long')
  const sentOn = plainDateOf(meeting.agendaSentAt)
  const days = entries.flatMap(({ sentAt }) => (sentAt ? [plainDateOf(sentAt)] : []))
  const latest = days.toSorted().at(-1) ?? sentOn
  return [
    t('sent', { date: written(sentOn) }),
    ...(latest > sentOn ? [t('supplement', { date: written(latest) })] : []),
    ...(await ownItems(entries, locale)),
  ]
}

async function ownItems(entries: AgendaEntry[], locale: Locale): Promise<string[]> {
  const t = await getTranslations('agenda.status')
  const [first, ...more] = entries.filter(({ own }) => own)
  if (!first) return []
  if (more.length === 0 && first.startsAt) {
    return [t('ownAt', { number: first.number, time: formatTime(first.startsAt, locale) })]
  }
  const numbers = formatList(
    [first, ...more].map(({ number }) => number),
    locale,
  )
  return [t('own', { count: 1 + more.length, numbers })]
}
