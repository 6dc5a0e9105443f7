import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { can } from '@/policy'

const SECTIONS = {
  people: '/admin/people',
  seats: '/admin/seats',
  parties: '/admin/parties',
  forums: '/admin/forums',
  steeringGroups: '/admin/steering-groups',
  theme: '/admin/lists/theme',
  target_group: '/admin/lists/target_group',
  activity_kind: '/admin/lists/activity_kind',
  periods: '/admin/periods',
  import: '/admin/import',
  handover: '/handover',
  outbox: '/admin/outbox',
  jobs: '/admin/jobs',
  events: '/admin/events',
} as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') }
}

export default async function AdminPage() {
  const viewer = await requireViewer()
  if (!can.administer(viewer)) notFound()
  const t = await getTranslations('admin')
  return (
    <>
      <PageHeader title={t('title')}>
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {Object.entries(SECTIONS).map(([section, href]) => (
          <li key={section} className="rounded-card border border-line bg-surface p-5">
            <Link href={href} className="text-lg font-semibold text-link hover:underline">
              {t(`sections.${section as keyof typeof SECTIONS}`)}
            </Link>
            <p className="mt-1 text-muted">{t(`about.${section as keyof typeof SECTIONS}`)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
