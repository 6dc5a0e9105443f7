import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { REFUSALS } from '@/features/sign-in/rules'

type Props = { searchParams: Promise<{ reason?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('refused.title') }
}

export default async function SignInRefusedPage({ searchParams }: Props) {
  const { reason } = await searchParams
  const known = REFUSALS.find((each) => each === reason)
  if (!known) notFound()
  const t = await getTranslations('signIn')
  return (
    <>
      <PageHeader title={t('refused.title')} />
      <p className="mb-6 max-w-[60ch]">{t(`refused.${known}`)}</p>
      <ButtonLink href="/sign-in">{t('link.toSignIn')}</ButtonLink>
    </>
  )
}
