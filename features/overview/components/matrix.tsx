import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AttendanceDots } from '@/components/ui/attendance-dots'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { ForumMark } from '@/components/ui/forum-mark'
import { Table, Td, Th } from '@/components/ui/table'
import { Vacancy } from '@/features/forums/components/seat-list'
import type { Locale } from '@/lib/format'
import type { DepartmentCell, ForumState, Overview } from '../queries/overview'
import { MatrixInWords } from './matrix-in-words'

type Props = { overview: Overview; locale: Locale }

/** On paper “Vesterbro/Sydhavnen” needs two lines. */
const MAY_BREAK = '\u200b'

/** Departments × forums: the last four meetings as marks, open action items as numbers, and empty seats. */
export async function Matrix({ overview: { departments, forums }, locale }: Props) {
  const t = await getTranslations('overview.matrix')
  return (
    <Card title={t('title')}>
      <Table label={t('title')}>
        <thead>
          <tr>
            <Th className="sticky left-0 bg-surface">{t('department')}</Th>
            {forums.map(({ forum }) => (
              <Th key={forum.id} className="text-center whitespace-nowrap">
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
                <Td key={forum.id} className="py-2 text-center whitespace-nowrap">
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

async function Cell({ forum, cell }: { forum: ForumState['forum']; cell?: DepartmentCell }) {
  const t = await getTranslations('overview.matrix')
  if (!cell) return null
  const { department, meetings, vacant, open } = cell
  const words = meetings.map(({ presence }) => t(`presence.${presence ?? 'none'}`)).join(', ')
  return (
    <span className="inline-flex items-center gap-2">
      {vacant > 0 ? (
        <Link
          href={`/forums/${forum.slug}#seats`}
          prefetch={false}
          className="inline-flex min-h-6 items-center"
        >
          <Vacancy>{t('vacant')}</Vacancy>
        </Link>
      ) : (
        <AttendanceDots
          values={meetings.map(({ presence }) => presence ?? 'none')}
          label={words || t('noMeetings')}
        />
      )}
      <span className="min-w-6 text-left">
        {open > 0 && (
          <Link
            href={`/action-items?scope=forum&forum=${forum.slug}&party=${department.id}`}
            prefetch={false}
            aria-label={t('openItems', { count: open, party: department.shortName, forum: forum.shortName })}
            className="inline-flex min-h-6 min-w-6 items-center hover:underline"
          >
            {open}
          </Link>
        )}
      </span>
    </span>
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
