import { translator } from '@/i18n/translator'
import { plainDateOf } from '@/lib/dates'
import { formatDate, formatTimeRange, formatWeek, type Locale } from '@/lib/format'
import type { Block, Paper } from '@/lib/paper'
import { type EditionItem, type EditionLine, groupParticipants } from '../edition'
import type { getMinutes } from '../queries/read'

type Minutes = ReturnType<typeof getMinutes>

/** The edition its reader may read, as a paper: who was there, item by item, then decisions and action items by themselves. */
export function minutesDocument(minutes: Minutes, locale: Locale): Paper {
  const [t, agenda] = [translator(locale, 'minutes'), translator(locale, 'agenda')]
  const { meeting, participants, items } = minutes.edition
  const lines = items.flatMap((item) => item.lines)
  const due = (date: string) => `${formatDate(date, locale, 'day')} (${formatWeek(date, locale)})`

  const state =
    minutes.state === 'approved' && minutes.approvedAt
      ? t(minutes.approvedSilently ? 'state.approvedSilently' : 'state.approved', {
          date: formatDate(plainDateOf(minutes.approvedAt), locale, 'long'),
        })
      : minutes.state === 'in_review' && minutes.reviewUntil
        ? t('state.in_review', { date: formatDate(minutes.reviewUntil, locale, 'long') })
        : t('state.drafting')
  const when = t('clock', { range: formatTimeRange(meeting.startsAt, meeting.durationMinutes, locale) })
  const numbers = [
    t('number', { number: String(meeting.number), year: String(meeting.year) }),
    ...(meeting.sagsnr ? [`${t('sagsnr')} ${meeting.sagsnr}`] : []),
    ...(meeting.dokumentnr ? [`${t('dokumentnr')} ${meeting.dokumentnr}`] : []),
  ]

  const attended = groupParticipants(participants, translator(locale, 'minutes.participant')).flatMap(
    ({ group, names }): Block[] => [
      { kind: 'paragraph', text: `${t(`participant.${group}`)}:` },
      { kind: 'list', items: names },
    ],
  )

  const decision = (line: EditionLine & { kind: 'decision' }) =>
    line.label ? t('decision', { number: line.label }) : t('line.decision')
  const lineOf = (line: EditionLine, item: EditionItem): Block => {
    const only = line.visibility === item.visibility ? '' : ` (${t(`only.${line.visibility}`)})`
    if (line.kind === 'note') return { kind: 'paragraph', text: line.text + only }
    if (line.kind === 'decision') return { kind: 'entry', label: decision(line), text: line.text + only }
    const whose = `${line.party}, ${line.person}, ${due(line.dueOn)}`
    return { kind: 'entry', label: t('line.action'), text: `${line.text}${only} – ${whose}` }
  }
  const itemOf = (item: EditionItem): Block[] => [
    { kind: 'heading', level: 3, text: `${item.number}. ${item.title}` },
    {
      kind: 'paragraph',
      quiet: true,
      text: [
        ...(item.kind === 'formality' ? [] : [agenda(`kind.${item.kind}`)]),
        ...(item.presenter ? [item.presenter] : []),
        ...(item.proposer ? [agenda('proposedBy', { party: item.proposer })] : []),
        ...(item.visibility === 'forum' ? [] : [t(`only.${item.visibility}`)]),
        t(`outcome.${item.outcome}`),
      ].join(' · '),
    },
    ...item.lines.map((line) => lineOf(line, item)),
  ]

  const section = (heading: string, entries: string[]): Block[] =>
    entries.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: heading },
          { kind: 'list', items: entries },
        ]
  const decisions = lines.filter((line) => line.kind === 'decision')
  const actions = lines.filter((line) => line.kind === 'action')

  const [year, month, day] = meeting.heldOn.split('-')
  const title = `${t('title')} – ${meeting.forum} – ${day}-${month}-${year}`
  return {
    title,
    language: locale,
    blocks: [
      { kind: 'heading', level: 1, text: t('heading', { forum: meeting.forum }) },
      {
        kind: 'paragraph',
        text: [`${formatDate(meeting.heldOn, locale, 'full')} ${when}`, meeting.place]
          .filter(Boolean)
          .join(' · '),
      },
      { kind: 'paragraph', quiet: true, text: [...numbers, state].join(' · ') },
      { kind: 'heading', level: 2, text: t('participants') },
      ...attended,
      { kind: 'heading', level: 2, text: t('items') },
      ...items.flatMap(itemOf),
      ...section(
        t('file.decisions'),
        decisions.map((line) => `${decision(line)}: ${line.text}`),
      ),
      ...section(
        t('file.actions'),
        actions.map((line) => `${line.text} – ${line.party}, ${line.person}, ${due(line.dueOn)}`),
      ),
    ],
  }
}
