import clsx from 'clsx'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { ForumMark } from '@/components/ui/forum-mark'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { today } from '@/lib/dates'
import { formatPercent, formatTime, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { ForumState } from '../queries/overview'
import { countedSince } from '../rules'
import { ForumRow } from './forum-row'
import { whenOf } from './when'

type Props = { viewer: Viewer; forums: ForumState[]; now: Date; locale: Locale }

/** A figure that leads to its rows; one digit alone would be too small a target. */
const figure = 'inline-flex min-h-6 min-w-6 items-center justify-end hover:underline'

/** Where each forum stands; every figure leads to the rows it was counted from. A phone gets lines instead of columns. */
export async function ForumsTable({ viewer, forums, now, locale }: Props) {
  const t = await getTranslations('overview.forums')
  const accounts = can.seeAccounts(viewer)
  const title = t('title', { count: forums.length })
  return (
    <Card title={title}>
      <ul className="sm:hidden">
        {forums.map((state) => (
          <ForumRow key={state.forum.id} state={state} now={now} locale={locale} level={3} />
        ))}
      </ul>
      <Table label={title} className="max-sm:hidden">
        <thead>
          <tr>
            <Th>{t('forum')}</Th>
            <Th>{t('next')}</Th>
            <Th>{t('agenda')}</Th>
            <Th>{t('minutes')}</Th>
            <Th numeric>{t('open')}</Th>
            {accounts && <Th numeric>{t('onTime')}</Th>}
            {accounts && <Th numeric>{t('departments')}</Th>}
          </tr>
        </thead>
        <tbody>
          {forums.map((state) => (
            <Row key={state.forum.id} viewer={viewer} state={state} now={now} locale={locale} />
          ))}
        </tbody>
      </Table>
      {accounts && (
        <Disclosure summary={t('howCounted')} className="mt-3 text-sm no-print max-sm:hidden">
          <p className="max-w-[75ch] text-muted">{t('definition')}</p>
        </Disclosure>
      )}
    </Card>
  )
}

async function Row({ viewer, state, now, locale }: Omit<Props, 'forums'> & { state: ForumState }) {
  const t = await getTranslations('overview.forums')
  const { forum, next, last, open, late, onTime, represented, departments } = state
  const items = `/action-items?scope=forum&forum=${forum.slug}`
  return (
    <tr>
      <Th scope="row" className="whitespace-nowrap">
        <ForumMark mark={forum.mark} className="mr-2" />
        <Link href={`/forums/${forum.slug}`} prefetch={false} className="hover:underline">
          {forum.shortName}
        </Link>
      </Th>
      <Td className="whitespace-nowrap">
        {next ? (
          <Link href={`/meetings/${next.id}`} prefetch={false} className="hover:underline">
            {await whenOf(next.heldOn, formatTime(next.startsAt, locale), now, locale)}
          </Link>
        ) : (
          <span className="text-muted">{t('notPlanned')}</span>
        )}
      </Td>
      <Td>
        <AgendaState viewer={viewer} next={next} />
      </Td>
      <Td>
        <MinutesState viewer={viewer} last={last} />
      </Td>
      <Td numeric className="whitespace-nowrap">
        <Link href={items} prefetch={false} className={figure}>
          {open}
        </Link>
        {late > 0 && (
          <Link href={`${items}&late=1`} prefetch={false} className={clsx(figure, 'ml-1.5')}>
            <Tag tone="bad">{t('late', { count: late })}</Tag>
          </Link>
        )}
      </Td>
      {onTime && (
        <Td numeric>
          {onTime.of > 0 ? (
            <Link
              href={`${items}&state=closed&since=${countedSince(today(now))}`}
              prefetch={false}
              className={figure}
            >
              {formatPercent(onTime.count / onTime.of, locale)}
            </Link>
          ) : (
            <span className="text-muted">{t('nothing')}</span>
          )}
        </Td>
      )}
      {onTime && (
        <Td numeric className="whitespace-nowrap">
          {last && departments.length > 0 ? (
            <Link href={`/meetings/${last.id}`} prefetch={false} className={figure}>
              {t('departmentsOf', { count: String(represented), of: String(departments.length) })}
            </Link>
          ) : (
            <span className="text-muted">{t('nothing')}</span>
          )}
        </Td>
      )}
    </tr>
  )
}

async function AgendaState({ viewer, next }: { viewer: Viewer; next: ForumState['next'] }) {
  const t = await getTranslations('overview.forums')
  if (!next) return <span className="text-muted">{t('nothing')}</span>
  if (next.agenda === 'sent') return <Tag tone="ok">{t('agendaState.sent')}</Tag>
  if (!can.seeDrafts(viewer)) return <span className="text-muted">{t('agendaState.hidden')}</span>
  if (next.agenda === 'draft') return <Tag>{t('agendaState.draft')}</Tag>
  return <span className="text-muted">{t('agendaState.none')}</span>
}

async function MinutesState({ viewer, last }: { viewer: Viewer; last: ForumState['last'] }) {
  const t = await getTranslations('overview.forums')
  if (!last) return <span className="text-muted">{t('nothing')}</span>
  const { minutesState } = last
  if (minutesState === 'approved' || minutesState === 'in_review') {
    return (
      <Link href={`/meetings/${last.id}/minutes`} prefetch={false} className="hover:underline">
        {t(`minutesState.${minutesState}`)}
      </Link>
    )
  }
  if (!can.seeDrafts(viewer)) return <span className="text-muted">{t('minutesState.hidden')}</span>
  return (
    <Link href={`/meetings/${last.id}/minutes`} prefetch={false}>
      {minutesState === 'drafting' ? (
        <Tag>{t('minutesState.drafting')}</Tag>
      ) : (
        <Tag tone="warn">{t('minutesState.missing')}</Tag>
      )}
    </Link>
  )
}
