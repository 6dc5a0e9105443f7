import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { ForumRuleCard } from '@/features/hours/components/forum-rules'
import { listForumRules } from '@/features/hours/queries/forum-rules'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.rules'))('title') }
}

export default async function HourRulesPage() {
  const viewer = await requireViewer()
  const day = today(new Date())
  const forums = orNotFound(() => listForumRules(viewer, day))
  const [t, locale] = [await getTranslations('hours'), localeFrom(await getLocale())]
  return (
    <>
      <PageHeader
        title={t('rules.title')}
        crumbs={[{ label: t('title'), href: '/hours' }, { label: t('rules.title') }]}
      >
        <p className="mt-1 max-w-[70ch] text-muted">{t('rules.lead')}</p>
      </PageHeader>
      <div className="space-y-6">
        {forums.map((forum) => (
          <ForumRuleCard key={forum.id} forum={forum} viewer={viewer} today={day} locale={locale} />
        ))}
      </div>
      <p className="mt-6 max-w-[70ch] text-sm text-muted">{t('rule')}</p>
    </>
  )
}
