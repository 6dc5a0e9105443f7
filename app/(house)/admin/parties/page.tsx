import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { PARTY_KINDS } from '@/db/schema'
import { PartyTable } from '@/features/parties/components/party-table'
import { listParties } from '@/features/parties/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('parties'))('title') }
}

export default async function PartiesPage() {
  const viewer = await requireViewer()
  const day = today(new Date())
  const parties = orNotFound(() => listParties(viewer, day))
  const [t, admin] = await Promise.all([getTranslations('parties'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: t('title') }]}
        aside={
          <ButtonLink href="/admin/parties/new" variant="primary">
            {t('new')}
          </ButtonLink>
        }
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <div className="space-y-8">
        {PARTY_KINDS.map((kind) => ({ kind, listed: parties.filter((party) => party.kind === kind) }))
          .filter(({ listed }) => listed.length > 0)
          .map(({ kind, listed }) => (
            <PartyTable key={kind} kind={kind} parties={listed} today={day} locale={locale} />
          ))}
      </div>
    </>
  )
}
