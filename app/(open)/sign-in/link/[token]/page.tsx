import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForgetAddress } from '@/components/layout/forget-address'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { LinkWays } from '@/features/sign-in/components/link-ways'
import { findInvited } from '@/features/sign-in/queries'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** Shows buttons and changes nothing: a mail scanner that opens the link must not use it up. */
export default async function SignInLinkPage({ params }: Props) {
  const [t, { token }] = await Promise.all([getTranslations('signIn'), params])
  const invited = findInvited(token, new Date())
  return (
    <>
      <PageHeader title={t('title')} />
      {invited ? (
        <>
          <ForgetAddress instead="/sign-in/link/opened" />
          <LinkWays token={token} name={invited.name} role={invited.role} />
        </>
      ) : (
        <>
          <p className="mb-6 max-w-[60ch]">{t('link.unusable')}</p>
          <ButtonLink href="/sign-in">{t('link.toSignIn')}</ButtonLink>
        </>
      )}
    </>
  )
}
