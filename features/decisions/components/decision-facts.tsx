import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { Tag } from '@/components/ui/tag'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { DecisionDetail } from '../queries'
import { decisionName } from './decision-name'

type Props = { decision: DecisionDetail; today: PlainDate; locale: Locale }

/** Where and when it was decided, until when it stands, and what came before and after it. */
export async function DecisionFacts({ decision, today, locale }: Props) {
  const t = await getTranslations('forums.decisions')
  const { meetingId, item, decidedOn, reviewOn, state, successor, replaced } = decision
  const link = 'text-link hover:underline'
  const facts = [
    {
      term: t('fact.decided'),
      description: (
        <Link href={`/meetings/${meetingId}/minutes`} prefetch={false} className={link}>
          {t('fact.meeting', { date: formatDate(decidedOn, locale, 'full') })}
        </Link>
      ),
    },
    {
      term: t('fact.item'),
      description: (
        <Link href={`/meetings/topics/${item.topicId}`} prefetch={false} className={`${link} wrap-anywhere`}>
          {item.title}
        </Link>
      ),
    },
    reviewOn && {
      term: t('reviewOn'),
      description: (
        <>
          {formatDate(reviewOn, locale, 'full')}{' '}
          {state === 'in_force' && reviewOn <= today && <Tag tone="warn">{t('reviewDue')}</Tag>}
        </>
      ),
    },
    successor && { term: t('replacedBy'), description: <Other decision={successor} locale={locale} /> },
    ...replaced.map((other) => ({
      term: t('fact.replaces'),
      description: <Other key={other.id} decision={other} locale={locale} />,
    })),
    { term: t('fact.readers'), description: t(`readers.${decision.visibility}`) },
  ]
  return <DescriptionList items={facts.filter((fact) => !!fact)} />
}

type OtherDecision = DecisionDetail['replaced'][number]

const Other = async ({ decision, locale }: { decision: OtherDecision; locale: Locale }) => (
  <>
    <Link href={`/decisions/${decision.id}`} prefetch={false} className="text-link hover:underline">
      {await decisionName(decision)}
    </Link>
    , {formatDate(decision.decidedOn, locale, 'long')}
  </>
)
