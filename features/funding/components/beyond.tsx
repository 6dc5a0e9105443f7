import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Fragment, type ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { PlainDate } from '@/lib/dates'
import { formatDate, formatMinutes, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listBeyond } from '../queries/beyond'

type Row = { id: string; name: ReactNode; href: string; more: string }
type Props = { viewer: Viewer; day: PlainDate; locale: Locale }

/** All that lies after the team's last day: counted, and each count opens its rows. */
export async function BeyondList({ viewer, day, locale }: Props) {
  const t = await getTranslations('funding.beyond')
  const found = listBeyond(viewer, day)
  const on = (date: PlainDate) => formatDate(date, locale, 'long')
  const promised = found.commitments.reduce((all, { minutes }) => all + minutes, 0)
  const groups: { title: string; rows: Row[] }[] = [
    {
      title: t('plans', { count: found.plans.length }),
      rows: found.plans.map((row) => ({ ...row, href: `/plans/${row.id}`, more: on(row.on) })),
    },
    {
      title: t('initiatives', { count: found.initiatives.length }),
      rows: found.initiatives.map((row) => ({
        ...row,
        href: `/initiatives/${row.id}`,
        more: `${row.plan}, ${on(row.on)}`,
      })),
    },
    {
      title: t('actionItems', { count: found.actionItems.length }),
      rows: found.actionItems.map((row) => ({
        ...row,
        href: `/action-items/${row.id}`,
        more: `${row.party}, ${on(row.on)}`,
      })),
    },
    {
      title: t('meetings', { count: found.meetings.length }),
      rows: found.meetings.map(({ id, forum, on: day }) => ({
        id,
        name: forum,
        href: `/meetings/${id}`,
        more: on(day),
      })),
    },
    {
      title: t('series', { count: found.series.length }),
      rows: found.series.map(({ id, forum, slug, on: day }) => ({
        id,
        name: forum,
        href: `/meetings?forum=${slug}`,
        more: on(day),
      })),
    },
    {
      title: t('commitments', { count: found.commitments.length, hours: formatMinutes(promised, locale) }),
      rows: found.commitments.map(({ id, planId, name, party, year, quarter, minutes }) => ({
        id,
        name,
        href: `/hours/${planId}?year=${year}`,
        more: `${party}, ${t('quarter', { quarter, year: String(year) })}, ${formatMinutes(minutes, locale)}`,
      })),
    },
    {
      title: t('decisions', { count: found.decisions.length }),
      rows: found.decisions.map(({ id, name, meetingId, forum, on: day }) => ({
        id,
        name,
        href: `/meetings/${meetingId}`,
        more: `${forum}, ${on(day)}`,
      })),
    },
  ]
  const some = groups.filter(({ rows }) => rows.length > 0)
  return (
    <section id="beyond">
      <Card title={t('title')}>
        <p className="mb-2">{t(some.length === 0 ? 'nothing' : 'lead', { date: on(day) })}</p>
        {some.map(({ title, rows }) => (
          <Fragment key={title}>
            <p className="hidden print:block">{title}</p>
            <Disclosure summary={title}>
              <ul>
                {rows.map(({ id, name, href, more }) => (
                  <li key={id} className="border-b border-line py-1.5 last:border-b-0">
                    <Link href={href} prefetch={false} className="text-link hover:underline">
                      {name}
                    </Link>
                    <span className="block text-sm text-muted">{more}</span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          </Fragment>
        ))}
      </Card>
    </section>
  )
}
