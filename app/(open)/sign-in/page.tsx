import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { currentViewer } from '@/auth/session'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/ui/page-header'
import { DemoPeople } from '@/features/sign-in/components/demo-people'
import { WaysIn } from '@/features/sign-in/components/ways-in'
import { listDemoPeople } from '@/features/sign-in/queries'
import { ownPath } from '@/features/sign-in/rules'

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

export default async function SignInPage({ searchParams }: Props) {
  const [t, viewer, { next }] = await Promise.all([getTranslations('signIn'), currentViewer(), searchParams])
  const wanted = ownPath([next].flat()[0])
  const people = listDemoPeople()
  if (viewer && people.length === 0) redirect(wanted)

  return (
    <>
      <PageHeader title={t('title')} />
      {viewer && (
        <Banner>
          {t('demo.current', { name: viewer.name })}{' '}
          <Link href="/" className="text-link underline">
            {t('demo.toOverview')}
          </Link>
        </Banner>
      )}
      {people.length > 0 ? <DemoPeople people={people} next={wanted} /> : <WaysIn next={wanted} />}
    </>
  )
}
