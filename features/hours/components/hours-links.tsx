import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { can, type Viewer } from '@/policy'

/** From the hours to how they are divided, to the departments' confirmations, and to one's own. */
export async function HoursLinks({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations('hours')
  const links = [
    can.readOwnHours(viewer) && { href: '/hours/mine', label: t('mine.title') },
    can.seeDrafts(viewer) && { href: '/hours/confirm', label: t('confirm.overview') },
    { href: '/hours/rules', label: t('rules.title') },
  ]
  return (
    <ul className="no-print mt-4 flex flex-wrap gap-x-6 text-sm">
      {links
        .filter((link) => !!link)
        .map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className="inline-flex min-h-8 items-center text-link underline max-sm:min-h-11"
            >
              {label}
            </Link>
          </li>
        ))}
    </ul>
  )
}
