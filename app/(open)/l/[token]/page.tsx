import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForgetAddress } from '@/components/layout/forget-address'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { OfferedDeedForm } from '@/features/signed-links/components/offered-deed'
import { offeredDeed } from '@/features/signed-links/queries'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { token }] = await Promise.all([getTranslations('signedLinks'), params])
  const offered = offeredDeed(token, new Date())
  return { title: offered ? t(`purposes.${offered.purpose}.title`) : t('unusable.title') }
}

/** Says what a press will do, and does nothing by itself: a mail scanner opens every link. */
export default async function SignedLinkPage({ params }: Props) {
  const [t, { token }] = await Promise.all([getTranslations('signedLinks'), params])
  const offered = offeredDeed(token, new Date())
  return (
    <div className="max-w-[60ch]">
      <PageHeader title={offered ? t(`purposes.${offered.purpose}.title`) : t('unusable.title')} />
      <ForgetAddress instead="/l/opened" />
      {offered ? (
        <OfferedDeedForm token={token} offered={offered} />
      ) : (
        <>
          <p className="mb-6">{t('unusable.text')}</p>
          <ButtonLink href="/sign-in">{t('unusable.signIn')}</ButtonLink>
        </>
      )}
    </div>
  )
}
