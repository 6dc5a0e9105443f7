import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { RuleList } from '@/features/enquiries/routing/components/rule-list'
import { listRules } from '@/features/enquiries/routing/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { searchParams: Promise<{ edit?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enquiries'))('rules.title') }
}

export default async function RoutingRulesPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const rules = orNotFound(() => listRules(viewer))
  const [t, locale] = [await getTranslations('enquiries'), localeFrom(await getLocale())]
  const { edit } = await searchParams
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={t('rules.title')}
        crumbs={[{ label: t('title'), href: '/enquiries' }, { label: t('rules.title') }]}
      >
        <p className="mt-2 max-w-[70ch] text-muted">{t('rules.lead')}</p>
      </PageHeader>
      <RuleList rules={rules} editing={String(edit ?? '')} today={today(new Date())} locale={locale} />
    </div>
  )
}
