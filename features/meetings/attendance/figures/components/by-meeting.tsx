import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { ForumMark } from '@/components/ui/forum-mark'
import { Table, Td, Th } from '@/components/ui/table'
import { formatDate, formatList, type Locale } from '@/lib/format'
import type { AttendanceFigures, HeldMeeting } from '../queries'
import { type Attended, tally } from '../rules'
import { Figure } from './figure'

type Props = {
  figures: AttendanceFigures
  meetings: HeldMeeting[]
  /** One department: then its seats are told in words too. */
  alone: boolean
  locale: Locale
}

/** The rows behind the figures: each meeting, and how the seats of each department sat there. No names. */
export async function ByMeeting({ figures, meetings, alone, locale }: Props) {
  const t = await getTranslations('attendance')
  const byMeeting = Map.groupBy(figures.rows, ({ meetingId }) => meetingId)
  const inWords = (row: Attended) =>
    formatList(
      (['present', 'deputy', 'apology', 'absent'] as const)
        .filter((how) => row[how] > 0)
        .map((how) => t(`how.${how}`, { count: String(row[how]) })),
      locale,
    )
  return (
    <Card title={t('byPeriod.meeting')}>
      <div id="rows" className="scroll-mt-24">
        <Table label={t('byPeriod.meeting')}>
          <thead>
            <tr>
              <Th className="sticky left-0 bg-surface">{t('columns.meeting')}</Th>
              <Th>{t('forum')}</Th>
              {figures.departments.map(({ id, shortName }) => (
                <Th key={id} numeric>
                  {shortName}
                </Th>
              ))}
              {alone ? <Th className="pl-6">{t('columns.how')}</Th> : <Th numeric>{t('total')}</Th>}
            </tr>
          </thead>
          <tbody>
            {meetings.map((meeting) => {
              const own = byMeeting.get(meeting.id) ?? []
              const date = formatDate(meeting.heldOn, locale, 'numeric')
              const [only] = own
              return (
                <tr key={meeting.id}>
                  <Th scope="row" className="sticky left-0 bg-surface">
                    <Link
                      href={`/meetings/${meeting.id}`}
                      prefetch={false}
                      className="inline-flex min-h-6 items-center whitespace-nowrap text-link hover:underline"
                    >
                      {date}
                    </Link>
                  </Th>
                  <Td className="whitespace-nowrap">
                    <ForumMark mark={meeting.mark} className="mr-2" />
                    {meeting.forum}
                  </Td>
                  {figures.departments.map(({ id, shortName }) => (
                    <Td key={id} numeric className="whitespace-nowrap">
                      <Figure
                        of={tally(own.filter(({ partyId }) => partyId === id))}
                        row={date}
                        column={shortName}
                        locale={locale}
                      />
                    </Td>
                  ))}
                  {alone ? (
                    <Td className="pl-6 text-sm">{only ? inWords(only) : t('notInvited')}</Td>
                  ) : (
                    <Td numeric className="font-semibold">
                      <Figure of={tally(own)} row={date} column={t('total')} locale={locale} />
                    </Td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </Table>
      </div>
    </Card>
  )
}
