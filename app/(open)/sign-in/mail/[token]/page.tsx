import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { askingBrowser } from '@/auth/asking-browser'
import { ForgetAddress } from '@/components/layout/forget-address'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { PressForm } from '@/components/ui/press-form'
import { whoMayUse } from '@/features/sign-in/queries'
import { MAIL_MINUTES } from '@/features/sign-in/rules'
import { signInByMailLinkAction } from '@/features/sign-in/server-actions'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** Changes nothing, however often a mail scanner opens it; the press signs in, and only where the mail was asked for. */
export default async function SignInMailPage({ params }: Props) {
  const [t, { token }, browser] = await Promise.all([getTranslations('signIn'), params, askingBrowser()])
  const who = whoMayUse(token, browser?.token ?? '', new Date())
  return (
    <div className="max-w-[60ch]">
      <PageHeader title={t('title')} />
      <ForgetAddress instead="/sign-in/mail/opened" />
      {who === 'thisBrowser' ? (
        <>
          <p className="mb-6">{t('mail.link.press')}</p>
          <PressForm action={signInByMailLinkAction} hidden={{ token }} variant="primary">
            {t('mail.link.button')}
          </PressForm>
        </>
      ) : (
        <>
          <p className="mb-6">{t(`mail.link.${who}`, { minutes: MAIL_MINUTES })}</p>
          <ButtonLink href="/sign-in">{t('mail.link.ask')}</ButtonLink>
        </>
      )}
    </div>
  )
}
