import { getTranslations } from 'next-intl/server'
import { TabLinks } from '@/components/ui/tabs'
import { LIST_NAMES, type ListName } from '../input'

/** What can be imported, each on a page of its own. */
export async function ImportTabs({ current }: { current: ListName | 'structure' }) {
  const t = await getTranslations('imports')
  const structure = { href: '/admin/import', label: t('structure'), current: current === 'structure' }
  const lists = LIST_NAMES.map((list) => ({
    href: `/admin/import/${list}`,
    label: t(`lists.${list}.title`),
    current: current === list,
  }))
  return <TabLinks label={t('tabs')} items={[structure, ...lists]} />
}
