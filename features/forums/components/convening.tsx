import { getTranslations } from 'next-intl/server'
import type { Forum } from '../queries/forums'

/** Who convenes the forum, and how often it meets. */
export async function Convening({ forum }: { forum: Forum }) {
  const t = await getTranslations('forums')
  const said = [
    forum.convener ? t('convener', { name: forum.convener }) : t('noConvener'),
    forum.deputy && t('deputyConvener', { name: forum.deputy }),
    forum.rhythm,
  ]
  return <p className="text-sm text-muted">{said.filter(Boolean).join(' · ')}</p>
}
