import { getTranslations } from 'next-intl/server'
import { PressForm } from '@/components/ui/press-form'
import type { Role } from '@/db/schema'
import { oidc } from '@/lib/env'
import { isOutsider } from '@/policy'
import { setOutAction, signInByLinkAction } from '../server-actions'

type Props = { token: string; name: string; role: Role }

/** Whom a link is for, and what can be done with it: staff connect their account, so that it is the last one. */
export async function LinkWays({ token, name, role }: Props) {
  const t = await getTranslations('signIn.link')
  const mayConnect = oidc() !== null && !isOutsider({ role })
  return (
    <div className="max-w-[60ch]">
      <p className="mb-4">{t('invited', { name })}</p>
      {mayConnect && (
        <>
          <p className="mb-6">{t('connect')}</p>
          <PressForm action={setOutAction} hidden={{ invitation: token }} variant="primary" className="mb-10">
            {t('connectButton')}
          </PressForm>
        </>
      )}
      <p className={mayConnect ? 'mb-3' : 'mb-6'}>{t(mayConnect ? 'without' : 'press')}</p>
      <PressForm
        action={signInByLinkAction}
        hidden={{ token }}
        variant={mayConnect ? 'secondary' : 'primary'}
      >
        {t(mayConnect ? 'withoutButton' : 'button')}
      </PressForm>
    </div>
  )
}
