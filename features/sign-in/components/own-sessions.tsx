import { getLocale, getTranslations } from 'next-intl/server'
import { IDLE_HOURS, SESSION_HOURS } from '@/auth/session-store'
import { PressForm } from '@/components/ui/press-form'
import { localeFrom } from '@/i18n/locale'
import { formatInstant } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listOwnSessions } from '../queries'
import { signOutEverywhereAction } from '../server-actions'

/** Where one is signed in, by which way and since when, and the press that ends it all. */
export async function OwnSessions({ viewer }: { viewer: Viewer }) {
  const [t, language] = await Promise.all([getTranslations('me.sessions'), getLocale()])
  const locale = localeFrom(language)
  return (
    <>
      <ul className="mb-4 space-y-1">
        {listOwnSessions(viewer, new Date()).map(({ method, sessions, since, lastSeenAt }) => (
          <li key={method}>
            {t('line', {
              count: sessions,
              method: t(`method.${method}`),
              since: formatInstant(since, locale),
              lastSeen: formatInstant(lastSeenAt, locale),
            })}
          </li>
        ))}
      </ul>
      <PressForm action={signOutEverywhereAction}>{t('everywhere')}</PressForm>
      <p className="mt-4 text-sm text-muted">{t('idle', { idle: IDLE_HOURS, hours: SESSION_HOURS })}</p>
    </>
  )
}
