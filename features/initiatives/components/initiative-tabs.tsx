import { getTranslations } from 'next-intl/server'
import { TabLinks } from '@/components/ui/tabs'
import { can, type Viewer } from '@/policy'
import { countOpenOverlaps } from '../overlaps/queries/count'

const TABS = ['initiatives', 'plans', 'hours', 'funding', 'offers', 'overlaps', 'methods'] as const

/** From what is done to what it stands in, what the municipality offers beside it, and what is done twice. */
export async function InitiativeTabs({
  viewer,
  current,
}: {
  viewer: Viewer
  current: (typeof TABS)[number]
}) {
  const t = await getTranslations('initiatives.tabs')
  const hidden = [
    ...(can.readPlans(viewer) ? [] : ['plans', 'hours', 'overlaps']),
    ...(can.readFunding(viewer) ? [] : ['funding']),
  ]
  return (
    <TabLinks
      label={t('label')}
      items={TABS.filter((tab) => !hidden.includes(tab)).map((tab) => ({
        href: `/${tab}`,
        label: t(tab),
        count: tab === 'overlaps' ? countOpenOverlaps(viewer) : undefined,
        current: tab === current,
      }))}
    />
  )
}
