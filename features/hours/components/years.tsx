import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** To the year before and the year after. */
export async function Years({ path, year, last }: { path: string; year: number; last: number }) {
  const t = await getTranslations('hours')
  return (
    <nav aria-label={t('years')} className="no-print mb-4 flex gap-5 text-sm">
      {[year - 1, year + 1]
        .filter((other) => other <= last)
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
