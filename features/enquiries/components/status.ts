import { getTranslations } from 'next-intl/server'
import { daysBetween, type PlainDate, plainDateOf } from '@/lib/dates'
import { formatDate, formatList, type Locale } from '@/lib/format'
import { isOutsider, type Viewer } from '@/policy'
import type { ListedEnquiry } from '../queries/rows'
import { canReopen, isOpenEnquiry, reopenUntil } from '../rules'

type Translator = Awaited<ReturnType<typeof getTranslations<'enquiries'>>>

/** The one line that says where an enquiry is: "Hos BIF siden mandag · svar ventes onsdag den 4. marts". */
export async function statusOf(enquiry: ListedEnquiry, viewer: Viewer, day: PlainDate, locale: Locale) {
  return statusInWords(await getTranslations('enquiries'), enquiry, isOutsider(viewer), day, locale)
}

/** The same for a mail, whose reader has a language of their own. */
export function statusInWords(
  t: Translator,
  enquiry: ListedEnquiry,
  toAsker: boolean,
  day: PlainDate,
  locale: Locale,
): string {
  if (!isOpenEnquiry(enquiry.state)) return settledInWords(t, enquiry, day, locale)
  const { of, parties, since: from } = enquiry.turn
  const { expectedOn } = enquiry
  const since = sinceInWords(t, from, day, locale)
  const answer = t(expectedOn < day ? 'status.overdue' : 'status.expected', {
    day: formatDate(expectedOn, locale, 'day'),
  })
  if (of === 'asker')
    return toAsker ? t('status.askerOwn', { since }) : t('status.asker', { party: enquiry.party, since })
  if (of === 'departments' || of === 'lead')
    return t(`status.${of}`, { parties: formatList(parties, locale), since, answer })
  return t('status.team', { owner: enquiry.owner, since, answer })
}

function settledInWords(
  t: Translator,
  { state, outcome, answeredAt, closedAt, duplicateOf }: ListedEnquiry,
  today: PlainDate,
  locale: Locale,
): string {
  const closed = closedAt ?? answeredAt
  const day = closed ? formatDate(plainDateOf(closed), locale, 'day') : ''
  if (outcome === 'duplicate') return t('status.duplicate', { number: String(duplicateOf ?? ''), day })
  if (outcome === 'not_ours') return t('status.not_ours', { day })
  const answeredOn = answeredAt && plainDateOf(answeredAt)
  if (!answeredOn || !canReopen({ state, answeredOn }, today)) return t('status.closedForGood', { day })
  const until = formatDate(reopenUntil(answeredOn), locale, 'day')
  return t(state === 'answered' ? 'status.answered' : 'status.closed', { day, until })
}

const WEEK = 7

function sinceInWords(t: Translator, from: PlainDate, day: PlainDate, locale: Locale): string {
  const ago = daysBetween(from, day)
  if (ago <= 0) return t('status.sinceToday')
  if (ago === 1) return t('status.sinceYesterday')
  if (ago < WEEK) return t('status.sinceWeekday', { weekday: formatDate(from, locale, 'weekday') })
  return t('status.sinceDate', { date: formatDate(from, locale, 'dayMonth') })
}
