import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { PressForm } from '@/components/ui/press-form'
import { findInvited } from '@/features/sign-in/queries'
import { LINK_MINUTES } from '@/features/sign-in/rules'
import { signInByLinkAction } from '@/features/sign-in/server-actions'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** Shows a button and changes nothing: a mail scanner that opens the link must not use it up. */
export default async function SignInLinkPage({ params }: Props) {
  const [t, { token }] = await Promise.all([getTranslations('signIn'), params])
  return (
    <>
      <PageHeader title={t('title')} />
      {findInvited(token, new Date()) ? (
        <>
          <p className="mb-6 max-w-[60ch]">{t('link.press')}</p>
          <PressForm action={signInByLinkAction} hidden={{ token }} variant="primary">
            {t('link.button')}
          </PressForm>
        </>
      ) : (
        <>
          <p className="mb-6 max-w-[60ch]">{t('link.unusable', { minutes: LINK_MINUTES })}</p>
          <ButtonLink href="/sign-in">{t('link.toSignIn')}</ButtonLink>
        </>
      )}
    </>
  )
}
