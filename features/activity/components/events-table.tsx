import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateTime } from '@/components/ui/date-time'
import { Disclosure } from '@/components/ui/disclosure'
import { Table, Td, Th } from '@/components/ui/table'
import type { EventData } from '@/db/schema'
import { localeFrom } from '@/i18n/locale'
import { formatInstant } from '@/lib/format'
import type { ListedEvent } from '../queries'
import { addressOf, type Subject } from '../rules'

export async function EventsTable({ events }: { events: ListedEvent[] }) {
  const [t, locale] = [await getTranslations('events'), localeFrom(await getLocale())]
  const kindOf = (kind: string) => (t.has(`kinds.${kind}` as never) ? t(`kinds.${kind}` as never) : kind)
  return (
    <Table label={t('label')} className="rounded-card border border-line bg-surface px-5 py-2 text-sm">
      <thead>
        <tr>
          <Th>{t('at')}</Th>
          <Th>{t('who')}</Th>
          <Th>{t('what')}</Th>
          <Th>{t('about')}</Th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.seq} className="align-top">
            <Td className="whitespace-nowrap tabular-nums">
              <DateTime value={event.at.toISOString()}>{formatInstant(event.at, locale)}</DateTime>
            </Td>
            <Td>{event.actorKind === 'person' ? event.actor : t('system')}</Td>
            <Td>
              {kindOf(event.kind)}
              <Details data={event.data} summary={t('details')} />
            </Td>
            <Td>
              <About event={event} subject={t(`subjects.${event.subjectKind as Subject}`)} />
              {event.forum && <span className="block text-muted">{event.forum}</span>}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function About({ event, subject }: { event: ListedEvent; subject: string }) {
  const { subjectKind, subjectId, forumSlug, title } = event
  const address = addressOf(subjectKind, subjectId, forumSlug)
  const words = title ? `${subject}: ${title}` : subject
  return address ? (
    <Link href={address} prefetch={false} className="text-link hover:underline">
      {words}
    </Link>
  ) : (
    words
  )
}

function Details({ data, summary }: { data: EventData; summary: string }) {
  const facts = Object.entries(data).filter(([, value]) => value !== null)
  if (facts.length === 0) return null
  return (
    <Disclosure summary={summary}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-muted">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="wrap-anywhere">{Array.isArray(value) ? value.join(', ') : String(value)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
