import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { ListedActionItem } from '../queries/row'
import { isOpen } from '../rules'

/** The person who had it was deactivated: the party still has it, and somebody must be found. */
export async function ResponsibleGone({ item }: { item: Pick<ListedActionItem, 'personLeftAt' | 'state'> }) {
  if (item.personLeftAt === null || !isOpen(item.state)) return null
  const t = await getTranslations('actionItems')
  return (
    <>
      {' '}
      <Tag tone="warn">{t('row.responsibleGone')}</Tag>
    </>
  )
}
