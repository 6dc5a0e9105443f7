import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Shell } from '@/components/layout/shell'
import { PressForm } from '@/components/ui/press-form'
import { TeamEnded } from '@/features/funding/components/team-ended'
import { isReadOnly } from '@/features/health/queries'
import { isDemo } from '@/features/municipality/queries'
import { chooseLanguageAction } from '@/features/people/server-actions'
import { SignOut } from '@/features/sign-in/components/sign-out'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { isTeam, type Viewer } from '@/policy'

const HREFS = {
  overview: '/',
  forums: '/forums',
  meetings: '/meetings',
  actionItems: '/action-items',
  enquiries: '/enquiries',
  initiatives: '/initiatives',
  myActionItems: '/action-items',
  reports: '/reports',
  admin: '/admin',
  events: '/admin/events',
} as const
type Entry = keyof typeof HREFS
/** Pages that belong under an entry without standing below its address. */
const BESIDE: Partial<Record<Entry, string[]>> = {
  forums: ['/decisions'],
  initiatives: ['/plans', '/hours', '/funding', '/offers', '/overlaps', '/methods'],
}

/** Row 3, in the order in which each kind of viewer needs it. */
function entriesFor(viewer: Viewer): Entry[] {
  if (isTeam(viewer))
    return ['overview', 'forums', 'meetings', 'actionItems', 'enquiries', 'initiatives', 'reports', 'admin']
  if (viewer.role === 'auditor')
    return ['overview', 'forums', 'meetings', 'actionItems', 'initiatives', 'reports', 'events']
  if (viewer.role === 'department_staff' || viewer.role === 'department_lead')
    return ['myActionItems', 'overview', 'enquiries', 'meetings', 'forums', 'initiatives', 'reports']
  return viewer.role === 'housing_organisation'
    ? ['overview', 'meetings', 'enquiries', 'forums', 'actionItems', 'initiatives', 'reports']
    : ['overview', 'meetings', 'forums', 'actionItems', 'initiatives']
}

/** The frame of every page: who one is, where one can go, and that a demo is a demo. */
export async function Frame({ viewer, children }: { viewer: Viewer | null; children: ReactNode }) {
  const [t, locale] = await Promise.all([getTranslations('shell'), getLocale()])
  const otherLocale = locale === 'da' ? 'en' : 'da'
  return (
    <Shell
      brand={t('brand')}
      subtitle={t('subtitle')}
      skipLabel={t('skip')}
      menuLabel={t('menu')}
      navigationLabel={t('navigation.label')}
      navigation={
        viewer
          ? entriesFor(viewer).map((key) => ({
              href: HREFS[key],
              label: t(`navigation.${key}`),
              under: BESIDE[key],
            }))
          : []
      }
      person={viewer && { name: viewer.name, party: viewer.partyName, href: '/me' }}
      signOut={viewer && <SignOut label={t('signOut')} />}
      warning={isReadOnly() ? t('readOnly') : undefined}
      notice={viewer && <TeamEnded viewer={viewer} />}
      printNotice={
        viewer &&
        t('printed', {
          date: formatDate(today(new Date()), locale, 'long'),
          name: viewer.name,
          party: viewer.partyName,
        })
      }
      demoNotice={isDemo() ? t('demo') : undefined}
      footer={[
        { href: '/help', label: t('help') },
        { href: '/accessibility', label: t('accessibility') },
      ]}
      footerAside={
        <PressForm
          action={chooseLanguageAction}
          hidden={{ locale: otherLocale }}
          variant="quiet"
          size="small"
          lang={otherLocale}
        >
          {t('otherLanguage')}
        </PressForm>
      }
    >
      {children}
    </Shell>
  )
}
