import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') }
}

export default async function NotFoundPage() {
  const t = await getTranslations('shell.notFound')
  return (
    <>
      <PageHeader title={t('title')} />
      <p className="mb-6 max-w-[60ch]">{t('text')}</p>
      <ButtonLink href="/" variant="primary">
        {t('toOverview')}
      </ButtonLink>
    </>
  )
}
