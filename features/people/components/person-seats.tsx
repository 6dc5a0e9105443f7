import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { ForumMark } from '@/components/ui/forum-mark'
import { Tag } from '@/components/ui/tag'
import type { ListedSeat } from '@/features/seats/queries'
import type { PlainDate } from '@/lib/dates'
import { formatPeriod, type Locale } from '@/lib/format'

type Props = { personId: string; active: boolean; seats: ListedSeat[]; today: PlainDate; locale: Locale }

/** What a person holds and will hold, and, folded away, what they held. */
export async function PersonSeats({ personId, active, seats, today, locale }: Props) {
  const t = await getTranslations('people.seats')
  const past = seats.filter(({ validTo }) => validTo !== null && validTo < today)
  const current = seats.filter((seat) => !past.includes(seat))
  return (
    <Card title={t('title')}>
      {current.length === 0 && <p className="text-muted">{t('none')}</p>}
      <SeatRows seats={current} today={today} locale={locale} />
      {past.length > 0 && (
        <Disclosure summary={t('past')} className="mt-3 text-sm">
          <SeatRows seats={past} today={today} locale={locale} />
        </Disclosure>
      )}
      {active && (
        <ButtonLink href={`/admin/seats/new?person=${personId}`} size="small" className="mt-4">
          {t('add')}
        </ButtonLink>
      )}
    </Card>
  )
}

async function SeatRows({ seats, today, locale }: Pick<Props, 'seats' | 'today' | 'locale'>) {
  const t = await getTranslations('people')
  return (
    <ul>
      {seats.map((seat) => (
        <li
          key={seat.id}
          className="flex flex-wrap items-baseline gap-x-2 border-b border-line py-2 last:border-b-0"
        >
          <Link
            href={`/admin/seats/${seat.id}`}
            prefetch={false}
            aria-label={t('seats.edit', { forum: seat.forum.shortName, party: seat.party })}
            className="inline-flex min-h-6 items-center gap-2 text-link hover:underline"
          >
            <ForumMark mark={seat.forum.mark} />
            {seat.forum.shortName}
          </Link>
          <span>
            {t('for', { party: seat.party })}
            {seat.kind === 'deputy' && `, ${t('deputy')}`}
          </span>
          <span className="text-sm text-muted">{formatPeriod(seat.validFrom, seat.validTo, locale)}</span>
          {seat.validFrom > today && <Tag tone="info">{t('seats.coming')}</Tag>}
        </li>
      ))}
    </ul>
  )
}
