import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import { listOverlaps } from '../queries/list'
import { OverlapList } from './overlap-list'

type Props = { viewer: Viewer; areaId?: string; locale: Locale }

const SHOWN = 5

/** What may be done twice and waits for somebody to settle it, in an area. */
export async function OpenOverlaps({ viewer, areaId, locale }: Props) {
  if (!can.readPlans(viewer)) return null
  const overlaps = listOverlaps(viewer, { areaId, open: true, limit: SHOWN })
  if (overlaps.length === 0) return null
  const t = await getTranslations('overlaps')
  return (
    <Card title={t('title')}>
      <OverlapList overlaps={overlaps} viewer={viewer} locale={locale} showInitiative readOnly />
    </Card>
  )
}
