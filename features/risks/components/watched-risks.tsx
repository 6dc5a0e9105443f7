import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { Viewer } from '@/policy'
import { listRisks } from '../queries'
import { LikelihoodTag } from './likelihood-tag'

const SHOWN = 8

/** What may go wrong in any forum, the likeliest first; nothing for who is not of the municipality. */
export async function WatchedRisks({ viewer }: { viewer: Viewer }) {
  const risks = listRisks(viewer)
  if (risks.length === 0) return null
  const t = await getTranslations('risks')
  return (
    <Card title={t('all')}>
      <ul>
        {risks.slice(0, SHOWN).map(({ id, title, likelihood, watcher, forum }) => (
          <li key={id} className="border-b border-line py-2 last:border-b-0">
            {title} <LikelihoodTag of={likelihood} />
            <span className="block text-sm text-muted">
              <Link href={`/forums/${forum.slug}#risks`} prefetch={false} className="text-link underline">
                {forum.name}
              </Link>{' '}
              · {t('watchedBy', { name: watcher })}
            </span>
          </li>
        ))}
      </ul>
      {risks.length > SHOWN && (
        <p className="mt-2 text-muted">{t('more', { count: risks.length - SHOWN })}</p>
      )}
    </Card>
  )
}
