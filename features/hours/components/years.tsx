import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Viewer } from '@/policy'
import { firstYearOfHours } from '../queries/accounts'

type Props = { viewer: Viewer; path: string; year: number; last: number }

/** To the year before and the year after, as far as there may be hours. */
export async function Years({ viewer, path, year, last }: Props) {
  const t = await getTranslations('hours')
  const first = firstYearOfHours(viewer) ?? last
  return (
    <nav aria-label={t('years')} className="no-print mb-4 flex gap-5 text-sm">
      {[year - 1, year + 1]
        .filter((other) => first <= other && other <= last)
        .map((other) => (
          <Link
            key={other}
            href={`${path}?year=${other}`}
            prefetch={false}
            className="inline-flex min-h-8 items-center text-link underline max-sm:min-h-11"
          >
            {t('year', { year: String(other) })}
          </Link>
        ))}
    </nav>
  )
}
