import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ForumMark } from '@/components/ui/forum-mark'
import { Table, Td, Th } from '@/components/ui/table'
import { PARTY_KINDS } from '@/db/schema'
import type { ListedSeat, SeatedParty, SeatMap as WholeMap } from '../queries'

/** Forums across, parties down: who sits where, and a dashed place where somebody is missing. */
export async function SeatMap({ map }: { map: WholeMap }) {
  const t = await getTranslations('seats')
  return (
    <Table label={t('map')} className="rounded-card border border-line bg-surface px-4 py-2">
      <thead>
        <tr>
          <Th className="sticky left-0 bg-surface">{t('party')}</Th>
          {map.forums.map(({ id, slug, shortName, mark }) => (
            <Th key={id} className="min-w-36">
              <Link
                href={`/admin/seats?forum=${slug}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center gap-1.5 text-link hover:underline"
              >
                <ForumMark mark={mark} />
                {shortName}
              </Link>
            </Th>
          ))}
        </tr>
      </thead>
      {PARTY_KINDS.map((kind) => ({ kind, listed: map.parties.filter((party) => party.kind === kind) }))
        .filter(({ listed }) => listed.length > 0)
        .map(({ kind, listed }) => (
          <tbody key={kind}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={map.forums.length + 1}
                className="pt-5 pb-1 text-left text-sm font-semibold"
              >
                {t(`kind.${kind}`)}
              </th>
            </tr>
            {listed.map((party) => (
              <PartyRow key={party.id} party={party} forums={map.forums} />
            ))}
          </tbody>
        ))}
    </Table>
  )
}

async function PartyRow({ party, forums }: { party: SeatedParty; forums: WholeMap['forums'] }) {
  const t = await getTranslations('seats')
  return (
    <tr>
      <Th scope="row" className="sticky left-0 bg-surface align-top text-sm">
        <Link
          href={`/admin/parties/${party.id}`}
          prefetch={false}
          className="inline-block min-h-6 font-semibold text-link hover:underline"
        >
          {party.shortName}
        </Link>
      </Th>
      {party.places.map(({ forumId, seats, vacant }, column) => (
        <Td key={forumId} className="align-top text-sm">
          {seats.map((seat) => (
            <SeatLink key={seat.id} seat={seat} />
          ))}
          {vacant > 0 && (
            <VacancyLink
              href={`/admin/seats/new?forum=${forums[column]?.slug}&party=${party.id}`}
              place={t('place', { party: party.shortName, forum: forums[column]?.shortName ?? '' })}
            >
              {vacant > 1 ? t('vacancies', { count: vacant }) : t('vacant')}
            </VacancyLink>
          )}
        </Td>
      ))}
    </tr>
  )
}

async function SeatLink({ seat }: { seat: ListedSeat }) {
  const t = await getTranslations('seats')
  return (
    <span className="block">
      <Link
        href={`/admin/seats/${seat.id}`}
        prefetch={false}
        className="inline-block min-h-6 hover:text-link hover:underline"
      >
        {seat.person.name}
      </Link>
      {seat.kind === 'deputy' && <span className="text-muted">, {t('deputy')}</span>}
    </span>
  )
}

type VacancyProps = { href: string; place: string; children: string }

/** A dashed place to press; `place` is said to those who do not see where it stands. */
export function VacancyLink({ href, place, children }: VacancyProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-6 items-center rounded border border-dashed border-line-strong px-1.5 text-xs text-muted hover:border-brand hover:text-link"
    >
      {children}
      <span className="sr-only"> {place}</span>
    </Link>
  )
}
