import { getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import type { Rehearsed } from '../queries'

/** Who would get which edition, and how much of the agenda stands in it. */
export async function RehearsalTable({ people }: { people: Rehearsed[] }) {
  const t = await getTranslations('agenda.send')
  const seen = ({ items, fresh }: Rehearsed) =>
    fresh === 0
      ? [t('nothingNew')]
      : [
          t('forumItems', { count: items.forum }),
          ...(items.own > 0 ? [t('ownItems', { count: items.own })] : []),
          ...(items.internal > 0 ? [t('internalItems', { count: items.internal })] : []),
        ]
  return (
    <Table label={t('recipients')}>
      <thead>
        <tr>
          <Th>{t('person')}</Th>
          <Th>{t('party')}</Th>
          <Th>{t('edition')}</Th>
          <Th>{t('sees')}</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.personId} className={person.fresh === 0 ? 'text-muted' : undefined}>
            <Th scope="row">{person.name}</Th>
            <Td>{person.party}</Td>
            <Td>{t(`editions.${person.edition}`)}</Td>
            <Td>{seen(person).join(', ')}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
