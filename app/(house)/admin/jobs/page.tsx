import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { getSafety } from '@/features/health/queries'
import { JobsTable } from '@/features/jobs/components/jobs-table'
import { Safety } from '@/features/jobs/components/safety'
import { listJobs } from '@/features/jobs/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('jobs'))('title') }
}

export default async function JobsPage() {
  const viewer = await requireViewer()
  const jobs = orNotFound(() => listJobs(viewer, new Date()))
  const [t, admin] = await Promise.all([getTranslations('jobs'), getTranslations('admin')])
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: t('title') }]}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <div className="mb-6">
        <Safety safety={getSafety(viewer)} />
      </div>
      {jobs.length === 0 ? <Empty>{t('off')}</Empty> : <JobsTable jobs={jobs} />}
    </>
  )
}
