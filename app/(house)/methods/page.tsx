import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { listForums } from '@/features/forums/queries/forums'
import { InitiativeTabs } from '@/features/initiatives/components/initiative-tabs'
import { MethodMap } from '@/features/methods/components/method-map'
import { listMethods } from '@/features/methods/queries'
import { today } from '@/lib/dates'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('methods'))('title') }
}

export default async function MethodsPage() {
  const viewer = await requireViewer()
  const t = await getTranslations('methods')
  const methods = listMethods(viewer)
  return (
    <>
      <PageHeader
        title={t('title')}
        aside={can.developForums(viewer) && <ButtonLink href="/methods/new">{t('new')}</ButtonLink>}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <InitiativeTabs viewer={viewer} current="methods" />
      {methods.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <MethodMap methods={methods} forums={listForums(viewer, today(new Date()))} />
      )}
    </>
  )
}
