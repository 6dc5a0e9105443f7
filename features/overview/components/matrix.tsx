import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AttendanceDots } from '@/components/ui/attendance-dots'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { ForumMark } from '@/components/ui/forum-mark'
import { Table, Td, Th } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { Vacancy } from '@/features/forums/components/seat-list'
import type { Locale } from '@/lib/format'
import type { DepartmentCell, ForumState, Overview } from '../queries/overview'
import { MatrixInWords } from './matrix-in-words'

type Props = { overview: Overview; locale: Locale }

/** On paper “Vesterbro/Sydhavnen” needs two lines. */
const MAY_BREAK = '\u200b'

/** Departments × forums: the last four meetings as marks, open and late action items as numbers, and empty seats. */
export async function Matrix({ overview: { departments, forums }, locale }: Props) {
  const t = await getTranslations('overview.matrix')
  return (
    <Card
      title={t('title')}
      action={
        <Link
          href="/forums/attendance"
          prefetch={false}
          className="no-print inline-flex min-h-6 items-center text-sm whitespace-nowrap text-link hover:underline"
        >
          {t('attendance')}
        </Link>
      }
    >
      <Table label={t('title')}>
        <thead>
          <tr>
            <Th className="sticky left-0 bg-surface">{t('department')}</Th>
            {forums.map(({ forum }) => (
              <Th key={forum.id} className="text-center whitespace-nowrap print:px-1 print:whitespace-normal">
                <ForumMark mark={forum.mark} className="mr-2" />
                {forum.shortName.split('/').join(`/${MAY_BREAK}`)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map(({ id, shortName, name }) => (
            <tr key={id}>
              <Th scope="row" className="sticky left-0 bg-surface py-2 font-semibold">
                <abbr title={name} className="font-semibold no-underline">
                  {shortName}
                </abbr>
              </Th>
              {forums.map(({ forum, departments: cells }) => (
                <Td key={forum.id} className="py-2 text-center whitespace-nowrap print:px-1">
                  <Cell forum={forum} cell={cells.find(({ department }) => department.id === id)} />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <Legend />
      <Disclosure summary={t('asTable')} className="mt-2 text-sm">
        <MatrixInWords forums={forums} locale={locale} />
      </Disclosure>
    </Card>
  )
}

type CellProps = { forum: ForumState['forum']; cell?: DepartmentCell }

/** Each mark and number opens the rows it was made of. */
async function Cell({ forum, cell }: CellProps) {
  if (!cell) return null
  const t = await getTranslations('overview.matrix')
  const { department, vacant, open, late } = cell
  const names = { party: department.shortName, forum: forum.shortName }
  const items = `/action-items?scope=forum&forum=${forum.slug}&party=${department.id}`
  return (
    <span className="inline-flex items-center gap-2 print:flex-col print:gap-0">
      <Attended forum={forum} cell={cell} />
      {vacant > 0 && (
        <Link
          href={`/forums/${forum.slug}#seats`}
          prefetch={false}
          aria-label={t('vacancy', names)}
          className="inline-flex min-h-6 items-center"
        >
          <Vacancy>{t('vacant')}</Vacancy>
        </Link>
      )}
      <span className="inline-flex min-w-18 items-center text-left print:min-w-0">
        {open > 0 && (
          <Link
            href={items}
            prefetch={false}
            aria-label={t('openItems', { count: open, ...names })}
            className="inline-flex min-h-6 min-w-6 items-center hover:underline"
          >
            {open}
          </Link>
        )}
        {late > 0 && (
          <Link
            href={`${items}&late=1`}
            prefetch={false}
            aria-label={t('lateItems', { count: late, ...names })}
            className="inline-flex min-h-6 min-w-6 items-center text-sm text-bad hover:underline"
          >
            {t('late', { count: late })}
          </Link>
        )}
      </span>
    </span>
  )
}

/** The last meetings as dots; nothing beside a vacancy that nobody ever filled. */
async function Attended({ forum, cell }: Required<CellProps>) {
  const t = await getTranslations('overview.matrix')
  const { department, meetings, vacant } = cell
  const [oldest, newest] = [meetings.at(0), meetings.at(-1)]
  if (!oldest || !newest) return vacant > 0 ? null : <VisuallyHidden>{t('noMeetings')}</VisuallyHidden>
  if (vacant > 0 && meetings.every(({ presence }) => presence === null)) return null
  const marks = meetings.map(({ presence }) => t(`presence.${presence ?? 'none'}`)).join(', ')
  const days = `from=${oldest.heldOn}&to=${newest.heldOn}`
  return (
    <Link
      href={`/forums/attendance?by=meeting&forum=${forum.slug}&department=${department.id}&${days}#rows`}
      prefetch={false}
      aria-label={t('dots', { marks, party: department.shortName, forum: forum.shortName })}
      className="inline-flex min-h-6 min-w-6 items-center"
    >
      <AttendanceDots values={meetings.map(({ presence }) => presence ?? 'none')} />
    </Link>
  )
}

async function Legend() {
  const t = await getTranslations('overview.matrix')
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
      {(['present', 'deputy', 'apology', 'absent'] as const).map((presence) => (
        <span key={presence} className="inline-flex items-center gap-1.5">
          <AttendanceDots values={[presence]} />
          {t(`presence.${presence}`)}
        </span>
      ))}
      <span>{t('legendNumber')}</span>
    </p>
  )
}
