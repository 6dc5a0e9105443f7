import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { formatDate, type Locale } from '@/lib/format'
import type { Link as ChainLink } from '../queries'

/** Enquiry, topic, decision, action item and what was done: one line with dates. Nothing where nothing goes back to an enquiry. */
export async function ChainLine({ chains, locale }: { chains: ChainLink[][]; locale: Locale }) {
  if (chains.length === 0) return null
  const t = await getTranslations('enquiries.became')
  return (
    <section aria-label={t('line')} className="my-6">
      <h2 className="mb-2 text-sm font-semibold text-muted">{t('line')}</h2>
      {chains.map((links) => (
        <ol key={links[0]?.href} className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
          {links.map(({ kind, title, href, on }, index) => {
            const name = kind === 'enquiry' ? t('enquiry', { number: title }) : t(kind)
            return (
              <li key={`${kind}${href}${title}`} className="inline-flex items-baseline gap-x-2">
                {index > 0 && <ChevronRight aria-hidden className="size-3.5 self-center text-muted" />}
                {href ? (
                  <Link
                    href={href}
                    prefetch={false}
                    title={kind === 'enquiry' ? undefined : title}
                    className="inline-flex min-h-6 items-center text-link hover:underline"
                  >
                    {name}
                  </Link>
                ) : (
                  <span>{name}</span>
                )}
                <span className="text-muted">{on ? formatDate(on, locale, 'numeric') : t('notYet')}</span>
              </li>
            )
          })}
        </ol>
      ))}
    </section>
  )
}
