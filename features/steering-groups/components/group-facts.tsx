import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { Tag } from '@/components/ui/tag'
import { formatDate, formatTypedHours, type Locale } from '@/lib/format'
import type { LedgerGroup } from '../queries/ledger'
import { Known } from './known'

/** The plan it belonged to, the forum that took over, and how it was. */
export async function GroupFacts({ group, locale }: { group: LedgerGroup; locale: Locale }) {
  const [t, ledger, words] = await Promise.all([
    getTranslations('succession.group'),
    getTranslations('succession.ledger'),
    getTranslations('succession'),
  ])
  const { planId, plan, forum, endedOn, minutesAYear, baselineEstimated, baselineSource } = group
  return (
    <DescriptionList
      items={[
        {
          term: t('plan'),
          description: (
            <Link href={`/plans/${planId}`} prefetch={false} className="text-link hover:underline">
              {plan}
            </Link>
          ),
        },
        {
          term: t('successor'),
          description: forum ? (
            <Link href={`/forums/${forum.slug}`} prefetch={false} className="text-link hover:underline">
              {forum.name}
            </Link>
          ) : (
            t('noSuccessor')
          ),
        },
        {
          term: t('endedOn'),
          description: <Known figure={endedOn && formatDate(endedOn, locale, 'numeric')} />,
        },
        { term: ledger('meetings'), description: <Known figure={group.meetingsAYear} /> },
        { term: ledger('people'), description: <Known figure={group.municipalPeople} /> },
        {
          term: ledger('hours'),
          description: <Known figure={minutesAYear === null ? null : formatTypedHours(minutesAYear)} />,
        },
        {
          term: t('baselineSource'),
          description: (
            <>
              <Known figure={baselineSource || null} />{' '}
              {baselineEstimated && baselineSource && <Tag>{words('estimated')}</Tag>}
            </>
          ),
        },
        { term: t('rowSource'), description: group.source },
      ]}
    />
  )
}
