import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listHandovers } from '@/features/handovers/queries/choices'
import { today } from '@/lib/dates'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handovers'))('title') }
}

export default async function HandoversPage() {
  const viewer = await requireViewer()
  const { departments, coordinators } = orNotFound(() => listHandovers(viewer, today(new Date())))
  const t = await getTranslations('handovers')
  const groups = [
    {
      title: t('departments'),
      entries: departments.map(({ id, name }) => ({ href: `/handover/departments/${id}`, name })),
    },
    {
      title: t('coordinators'),
      entries: coordinators.map(({ id, name }) => ({ href: `/handover/coordinators/${id}`, name })),
    },
  ]
  return (
    <>
      <PageHeader title={t('title')}>
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        {groups
          .filter(({ entries }) => entries.length > 0)
          .map(({ title, entries }) => (
            <Card key={title} title={title}>
              <ul>
                {entries.map(({ href, name }) => (
                  <li key={href} className="border-b border-line last:border-b-0">
                    <Link
                      href={href}
                      prefetch={false}
                      className="flex min-h-11 items-center text-link hover:underline"
                    >
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          ))}
      </div>
    </>
  )
}
