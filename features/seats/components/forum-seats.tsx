import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { PlainDate } from '@/lib/dates'
import { formatDate, formatPeriod, type Locale } from '@/lib/format'
import type { ListedSeat, listOtherSeats, SeatMap } from '../queries'
import { VacancyLink } from './seat-map'

type Props = {
  map: SeatMap
  forum: SeatMap['forums'][number]
  others: ReturnType<typeof listOtherSeats>
  day: PlainDate
  locale: Locale
}

/** One forum's seats by party, those still to come, and, folded away, those that were. */
export async function ForumSeats({ map, forum, others, locale }: Props) {
  const t = await getTranslations('seats')
  const places = map.parties.flatMap((party) =>
    party.places
      .filter(({ forumId, seats, vacant }) => forumId === forum.id && seats.length + vacant > 0)
      .map((place) => ({ ...place, party })),
  )
  return (
    <div className="space-y-6">
      <Card title={t('held')}>
        {places.length === 0 && <p className="text-muted">{t('none')}</p>}
        <dl>
          {places.map(({ party, seats, vacant }) => (
            <div key={party.id} className="flex gap-4 border-b border-line py-2 last:border-b-0">
              <dt className="w-24 flex-none font-semibold break-words">{party.shortName}</dt>
              <dd className="min-w-0 flex-1">
                {seats.map((seat) => (
                  <SeatLine key={seat.id} seat={seat} locale={locale} />
                ))}
                {vacant > 0 && (
                  <VacancyLink
                    href={`/admin/seats/new?forum=${forum.slug}&party=${party.id}`}
                    place={t('place', { party: party.shortName, forum: forum.shortName })}
                  >
                    {vacant > 1 ? t('vacancies', { count: vacant }) : t('vacant')}
                  </VacancyLink>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      {others.coming.length > 0 && (
        <Card title={t('coming')}>
          {others.coming.map((seat) => (
            <SeatLine key={seat.id} seat={seat} locale={locale} showParty />
          ))}
        </Card>
      )}
      {others.past.length > 0 && (
        <Disclosure summary={t('past')}>
          {others.past.map((seat) => (
            <SeatLine key={seat.id} seat={seat} locale={locale} showParty />
          ))}
        </Disclosure>
      )}
    </div>
  )
}

type LineProps = { seat: ListedSeat; locale: Locale; showParty?: boolean }

async function SeatLine({ seat, locale, showParty }: LineProps) {
  const t = await getTranslations('seats')
  const { id, person, party, forum, kind, validFrom, validTo } = seat
  const period =
    validTo === null
      ? t('since', { date: formatDate(validFrom, locale, 'numeric') })
      : formatPeriod(validFrom, validTo, locale)
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <Link
        href={`/admin/seats/${id}`}
        prefetch={false}
        aria-label={t('edit', { person: person.name, party, forum: forum.shortName })}
        className="inline-block min-h-6 text-link hover:underline"
      >
        {person.name}
      </Link>
      <span className="text-sm text-muted">
        {[showParty && party, person.title, kind === 'deputy' && t('deputy'), period]
          .filter(Boolean)
          .join(', ')}
      </span>
    </p>
  )
}
