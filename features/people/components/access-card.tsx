import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { LINK_MINUTES } from '@/features/sign-in/rules'
import { smtp } from '@/lib/env'
import { formatInstant, type Locale } from '@/lib/format'
import type { getInvitation, PersonDetail } from '../queries/detail'
import { INVITATION_DAYS } from '../rules'
import { inviteByMailAction, showSignInLinkAction } from '../server-actions'
import { SignInLink } from './sign-in-link'

type Props = { person: PersonDetail; invitation: ReturnType<typeof getInvitation>; locale: Locale }

/** When the person came in last, and the two ways to let them in. */
export async function AccessCard({ person, invitation, locale }: Props) {
  const t = await getTranslations('people')
  const { id, name, lastSignIn } = person
  const { invitedAt, usableUntil } = invitation
  const canMail = smtp() !== null
  return (
    <Card title={t('access.title')}>
      <p>
        {lastSignIn
          ? t('access.last', {
              when: formatInstant(lastSignIn.at, locale),
              method: t(`method.${lastSignIn.method}`),
            })
          : t('access.never')}
      </p>
      <p className="text-muted">
        {invitedAt
          ? t('access.invitedAt', { when: formatInstant(invitedAt, locale) })
          : t('access.notInvited')}
        {usableUntil && ` ${t('access.usable', { when: formatInstant(usableUntil, locale) })}`}
      </p>
      <div className="mt-4 space-y-5">
        {canMail ? (
          <div>
            <ActionForm
              id="invite"
              action={inviteByMailAction}
              hidden={{ id }}
              submit={t('access.mail')}
              submitVariant="secondary"
            />
            <p className="mt-1 text-sm text-muted">{t('access.mailHint', { days: INVITATION_DAYS })}</p>
          </div>
        ) : (
          <p className="text-sm text-muted">{t('access.noMail')}</p>
        )}
        <div>
          <SignInLink
            action={showSignInLinkAction}
            personId={id}
            words={{
              show: t('access.show'),
              link: t('access.link', { name }),
              copy: t('access.copy'),
              copied: t('access.copied'),
            }}
          />
          <p className="mt-1 text-sm text-muted">{t('access.showHint', { minutes: LINK_MINUTES, name })}</p>
        </div>
      </div>
    </Card>
  )
}
