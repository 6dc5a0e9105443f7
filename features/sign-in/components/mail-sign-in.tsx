import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { TextField } from '@/components/ui/text-field'
import { oidc, smtp } from '@/lib/env'
import { askForSignInAction } from '../server-actions'

/** Asks for a mail to sign in by; nothing as long as no mail can leave. */
export async function MailSignIn({ next }: { next: string }) {
  const t = await getTranslations('signIn.mail')
  if (!smtp()) return null
  return (
    <>
      <p className="mb-4">{t(oidc() ? 'intro' : 'introEverybody')}</p>
      <ActionForm action={askForSignInAction} hidden={{ next }} submit={t('button')}>
        <TextField
          name="address"
          label={t('label')}
          hint={t('hint')}
          inputMode="email"
          autoComplete="email"
          width="half"
        />
      </ActionForm>
    </>
  )
}
