import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { ForumMark } from '@/components/ui/forum-mark'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatTypedHours } from '@/lib/format'
import type { LedgerGroup } from '../queries/ledger'
import { GroupState } from './group-state'
import { Known } from './known'

/** The groups that one forum replaced, as they were and as far as their matters have come. */
export async function LedgerTable({ groups }: { groups: LedgerGroup[] }) {
  const [t, words] = await Promise.all([getTranslations('succession.ledger'), getTranslations('succession')])
  const forum = groups[0]?.forum
  const title = forum ? t('title', { forum: forum.area }) : t('noForum')
  return (
    <Card
      title={
        <>
          {forum && <ForumMark mark={forum.mark} className="mr-2" />}
          {title}
        </>
      }
    >
      <Table label={title}>
        <thead>
          <tr>
            <Th className="sm:w-[34%]">{t('group')}</Th>
            <Th numeric>{t('meetings')}</Th>
            <Th numeric className="max-sm:hidden">
              {t('people')}
            </Th>
            <Th numeric className="max-sm:hidden">
              {t('hours')}
            </Th>
            <Th className="pl-4 max-sm:hidden sm:w-[26%]">{t('source')}</Th>
            <Th className="pl-4 sm:w-[15%]">{t('state')}</Th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id}>
              <Th scope="row" className="min-w-32">
                <Link
                  href={`/forums/succession/${group.id}`}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center text-link hover:underline"
                >
                  {group.name}
                </Link>{' '}
                {group.source.includes('illustrativ') && (
                  <span className="text-sm whitespace-nowrap text-muted">{t('illustrativeTag')}</span>
                )}
              </Th>
              <Td numeric>
                <Known figure={group.meetingsAYear} />
              </Td>
              <Td numeric className="max-sm:hidden">
                <Known figure={group.municipalPeople} />
              </Td>
              <Td numeric className="max-sm:hidden">
                <Known figure={group.minutesAYear === null ? null : formatTypedHours(group.minutesAYear)} />
              </Td>
              <Td className="pl-4 text-sm max-sm:hidden">
                {group.baselineSource}{' '}
                {group.baselineEstimated && group.baselineSource && <Tag>{words('estimated')}</Tag>}
              </Td>
              <Td className="pl-4">
                <GroupState group={group} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
