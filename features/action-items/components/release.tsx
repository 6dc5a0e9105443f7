import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import { PressForm } from '@/components/ui/press-form'
import { can, type Viewer } from '@/policy'
import type { ListedActionItem } from '../queries/row'
import { isOpen } from '../rules'
import { releaseAction } from '../server-actions'

/** Says to the coordinator that those it is meant for cannot see it yet, and lets it go. */
export async function Release({ item, viewer }: { item: ListedActionItem; viewer: Viewer }) {
  if (!can.settleActionItems(viewer) || !isOpen(item.state)) return null
  if (item.releasedAt !== null || item.visibility === 'internal') return null
  const t = await getTranslations('actionItems')
  return (
    <Banner tone="info">
      <p className="mb-2">
        {t('release.hidden', { reader: item.visibility === 'forum' ? item.forum.name : item.party.name })}{' '}
        {t(item.meeting ? 'release.withMinutes' : 'release.alone')}
      </p>
      <PressForm action={releaseAction} hidden={{ id: item.id, version: String(item.version) }} size="small">
        {t('action.release')}
      </PressForm>
    </Banner>
  )
}
