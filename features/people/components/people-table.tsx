import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '@/components/ui/date-time'
import { ForumMark } from '@/components/ui/forum-mark'
import { Table, Td, Th } from '@/components/ui/table'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { ListedPerson } from '../queries/list'
import { PersonState } from './person-state'

const WIDE = 'max-md:hidden'

export async function PeopleTable({ people, locale }: { people: ListedPerson[]; locale: Locale }) {
  const [t, role] = await Promise.all([getTranslations('people'), getTranslations('me.role')])
  return (
    <Table label={t('list')} className="rounded-card border border-line bg-surface px-4 py-2 sm:px-6">
      <thead>
        <tr>
          <Th>{t('column.name')}</Th>
          <Th>{t('column.party')}</Th>
          <Th className={WIDE}>{t('column.seats')}</Th>
          <Th className={WIDE}>{t('column.signIn')}</Th>
          <Th className={WIDE}>{t('column.state')}</Th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, title, party, role: held, seats, lastSignIn, state }) => (
          <tr key={id}>
            <Th scope="row" className="align-top">
              <Link
                href={`/admin/people/${id}`}
                prefetch={false}
                className="inline-block min-h-6 font-semibold text-link hover:underline"
              >
                {name}
              </Link>
              {title && <span className="block text-sm text-muted">{title}</span>}
              {state !== 'active' && (
                <span className="mt-1 block md:hidden">
                  <PersonState state={state} />
                </span>
              )}
            </Th>
            <Td className="align-top">
              {party}
              <span className="block text-sm text-muted">{role(held)}</span>
            </Td>
            <Td className={`align-top ${WIDE}`}>
              {seats.length === 0 && <span className="text-muted">{t('noSeats')}</span>}
              {seats.map((seat) => (
                <span key={seat.id} className="block text-sm leading-6">
                  <ForumMark mark={seat.forum.mark} className="mr-1.5" />
                  {seat.forum.shortName}
                  <span className="text-muted">
                    {seat.party !== party && ` ${t('for', { party: seat.party })}`}
                    {seat.kind === 'deputy' && `, ${t('deputy')}`}
                  </span>
                </span>
              ))}
            </Td>
            <Td className={`align-top text-sm ${WIDE}`}>
              {lastSignIn && (
                <>
                  <DateTime value={lastSignIn.at.toISOString()}>
                    {formatDate(plainDateOf(lastSignIn.at), locale, 'numeric')}
                  </DateTime>
                  <span className="block text-muted">{t(`method.${lastSignIn.method}`)}</span>
                </>
              )}
            </Td>
            <Td className={`align-top ${WIDE}`}>
              <PersonState state={state} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
