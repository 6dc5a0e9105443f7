import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { PlainDate } from '@/lib/dates'
import { type Locale, relativeDays } from '@/lib/format'
import type { MeetingNeed } from '../queries/needs'
import type { ForumState } from '../queries/overview'

type Props = {
  meetings: MeetingNeed[]
  answers: { reported: number; refused: number; dateAsked: number }
  /** Nobody has answered. */
  proposals: number
  forums: ForumState[]
  today: PlainDate
  locale: Locale
}

const PAGES = { log: 'workspace', minutes: 'minutes', approve: 'minutes', agenda: 'agenda' } as const

/** What waits for this convener, each with the way to where it is done. */
export async function NeedsCard({ meetings, answers, proposals, forums, today, locale }: Props) {
  const t = await getTranslations('overview.needs')
  const vacancies = forums.flatMap(({ forum, departments }) =>
    departments.filter(({ vacant }) => vacant > 0).map(({ department }) => ({ forum, department })),
  )
  const due = (['reported', 'refused', 'dateAsked'] as const).filter((kind) => answers[kind] > 0)
  const nothing = meetings.length + vacancies.length + due.length + proposals === 0
  const when = ({ need, heldOn }: MeetingNeed) => {
    if (need === 'approve') return t('reviewOver')
    const distance = relativeDays(heldOn, today, locale)
    return need === 'agenda' ? t('meetingOn', { when: distance }) : t('heldOn', { date: distance })
  }
  const bold = (area: string) => () => <b className="font-semibold">{area}</b>
  return (
    <Card title={t('title')}>
      {nothing && <p className="text-muted">{t('none')}</p>}
      <ul>
        {meetings.map((meeting) => (
          <Line
            key={meeting.id}
            href={`/meetings/${meeting.id}/${PAGES[meeting.need]}`}
            aside={meeting.urgent ? <Tag tone="warn">{when(meeting)}</Tag> : when(meeting)}
          >
            {t.rich(meeting.need, { forum: bold(meeting.forum.shortName) })}
          </Line>
        ))}
        {proposals > 0 && <Line href="/meetings/proposals">{t('proposals', { count: proposals })}</Line>}
        {due.map((kind) => (
          <Line key={kind} href="/action-items?scope=waiting">
            {t(kind, { count: answers[kind] })}
          </Line>
        ))}
        {vacancies.map(({ forum, department }) => (
          <Line
            key={`${forum.id} ${department.id}`}
            href={`/forums/${forum.slug}#seats`}
            aside={t('vacancy')}
          >
            {t.rich('vacant', { party: department.shortName, forum: bold(forum.shortName) })}
          </Line>
        ))}
      </ul>
    </Card>
  )
}

function Line({ href, aside, children }: { href: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-baseline justify-between gap-3 border-b border-line py-2 last:border-b-0">
      <Link href={href} prefetch={false} className="hover:underline">
        {children}
      </Link>
      {aside && <span className="flex-none text-sm text-muted">{aside}</span>}
    </li>
  )
}
