import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listFeedback } from '../queries/detail'
import { SideBySide } from './feedback'

const MOST = 8

type Props = { viewer: Viewer; areaId: string; locale: Locale }

/** How the latest enquiries of a forum's area went, from both sides. */
export async function AreaFeedback({ viewer, areaId, locale }: Props) {
  const given = Map.groupBy(listFeedback(viewer, areaId, MOST), ({ enquiryId }) => enquiryId)
  if (given.size === 0) return null
  const t = await getTranslations('enquiries')
  return (
    <Card title={t('feedback.forum')}>
      {[...given].map(([id, feedback]) => (
        <div key={id} className="border-b border-line pt-2 last:border-b-0">
          <Link href={`/enquiries/${id}`} prefetch={false} className="text-link hover:underline">
            {t('one', { number: String(feedback[0]?.number) })}
          </Link>
          <SideBySide feedback={feedback} locale={locale} />
        </div>
      ))}
    </Card>
  )
}
