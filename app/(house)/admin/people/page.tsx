import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { listParties } from '@/features/parties/queries'
import { PeopleFilterForm } from '@/features/people/components/filter-form'
import { PeopleTable } from '@/features/people/components/people-table'
import { listAddress } from '@/features/people/input'
import { listPeople } from '@/features/people/queries/list'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const address = listAddress.parse(await searchParams)
  const day = today(new Date())
  const people = orNotFound(() => listPeople(viewer, address, day))
  const parties = listParties(viewer, day).map(({ id, shortName }) => ({ value: id, label: shortName }))
  const [t, admin] = await Promise.all([getTranslations('people'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: t('title') }]}
        aside={
          <ButtonLink
            href={address.party ? `/admin/people/new?party=${address.party}` : '/admin/people/new'}
            variant="primary"
          >
            {t('new')}
          </ButtonLink>
        }
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <PeopleFilterForm address={address} parties={parties} />
      {people.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">{t('count', { count: people.length })}</p>
          <PeopleTable people={people} locale={locale} />
        </>
      )}
    </>
  )
}
