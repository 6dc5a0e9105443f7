import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { askingBrowser } from '@/auth/asking-browser'
import { currentViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { TextField } from '@/components/ui/text-field'
import { MAIL_MINUTES, ownPath } from '@/features/sign-in/rules'
import { signInByCodeAction } from '@/features/sign-in/server-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.mail.code'))('title') }
}

/** The first tab, in which one asked: here the code is typed. It says the same whatever address was typed. */
export default async function SignInCodePage() {
  const [t, asking, viewer] = await Promise.all([
    getTranslations('signIn.mail.code'),
    askingBrowser(),
    currentViewer(),
  ])
  if (asking && viewer) redirect(ownPath(asking.next))
  return (
    <div className="max-w-[60ch]">
      <PageHeader title={t('title')} />
      {asking ? (
        <>
          <p className="mb-2">{t('sent')}</p>
          <p className="mb-6">{t('link')}</p>
          <ActionForm
            action={signInByCodeAction}
            submit={t('button')}
            secondary={
              <ButtonLink href="/sign-in" variant="quiet">
                {t('again')}
              </ButtonLink>
            }
          >
            <TextField
              name="code"
              label={t('label')}
              hint={t('hint', { minutes: MAIL_MINUTES })}
              autoComplete="one-time-code"
              width="short"
            />
          </ActionForm>
          <p className="mt-8 text-sm text-muted">{t('none')}</p>
        </>
      ) : (
        <>
          <p className="mb-6">{t('notAsked', { minutes: MAIL_MINUTES })}</p>
          <ButtonLink href="/sign-in">{t('ask')}</ButtonLink>
        </>
      )}
    </div>
  )
}
