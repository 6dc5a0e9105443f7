import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { PartyKind } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { formatPeriod, type Locale } from '@/lib/format'
import type { ListedParty } from '../queries'

type Props = { kind: PartyKind; parties: ListedParty[]; today: PlainDate; locale: Locale }

/** The parties of one kind, with how many come from them and sit for them. */
export async function PartyTable({ kind, parties, today, locale }: Props) {
  const t = await getTranslations('parties')
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">{t(`kind.${kind}`)}</h2>
      <Table
        label={t(`kind.${kind}`)}
        className="rounded-card border border-line bg-surface px-4 py-2 sm:px-6"
      >
        <thead>
          <tr>
            <Th className="w-full">{t('column.name')}</Th>
            <Th numeric>{t('column.people')}</Th>
            <Th numeric className="whitespace-nowrap">
              {t('column.seats')}
            </Th>
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <tr key={party.id}>
              <Th scope="row">
                <Link
                  href={`/admin/parties/${party.id}`}
                  prefetch={false}
                  className="mr-2 inline-block min-h-6 font-semibold text-link hover:underline"
                >
                  {party.shortName}
                </Link>
                {!party.open && (
                  <Tag tone="warn">
                    {t(party.validTo !== null && party.validTo < today ? 'ended' : 'coming')}
                  </Tag>
                )}
                <span className="block text-sm text-muted">
                  {[
                    party.name !== party.shortName && party.name,
                    party.administrator && t('administrator', { name: party.administrator }),
                    formatPeriod(party.validFrom, party.validTo, locale),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </Th>
              <Td numeric>{party.people}</Td>
              <Td numeric>{party.seats}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
