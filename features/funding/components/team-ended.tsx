import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { formatDate } from '@/lib/format'
import { endOfWriting, type Viewer } from '@/policy'

/** On every page of the team after its last day: what it can no longer do, and what would change that. */
export async function TeamEnded({ viewer }: { viewer: Viewer }) {
  const ended = endOfWriting(viewer)
  if (!ended) return null
  const t = await getTranslations('funding.teamEnded')
  return (
    <p role="note" className="border-b border-line bg-warn-tint px-4 py-2 text-center text-warn">
      {t('text', { date: formatDate(ended, viewer.locale, 'long') })}{' '}
      <Link
        href="/admin/periods"
        prefetch={false}
        className="no-print inline-flex min-h-6 items-center underline"
      >
        {t('extend')}
      </Link>
    </p>
  )
}
