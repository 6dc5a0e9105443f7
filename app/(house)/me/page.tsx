import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { ForumMark } from '@/components/ui/forum-mark'
import { PageHeader } from '@/components/ui/page-header'
import { OwnAbsence } from '@/features/absences/components/own-absence'
import { MailPreferences } from '@/features/action-items/follow-up/components/mail-preferences'
import { OwnFeeds } from '@/features/calendar-feeds/components/own-feeds'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { listOwnSeats } from '@/features/forums/queries/seats'
import { PreferencesForm } from '@/features/people/components/preferences-form'
import { getMe } from '@/features/people/queries/me'
import { OwnSessions } from '@/features/sign-in/components/own-sessions'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('me'))('title') }
}

export default async function MePage() {
  const viewer = await requireViewer()
  const t = await getTranslations('me')
  const me = orNotFound(() => getMe(viewer))
  const day = today(new Date())
  const locale = localeFrom(await getLocale())
  const seats = listOwnSeats(viewer, day)

  const seatList = (
    <ul>
      {seats.map(({ id, kind, party, forum }) => (
        <li key={id}>
          <ForumMark mark={forum.mark} className="mr-2" />
          <Link href={`/forums/${forum.slug}`} className="text-link underline">
            {forum.shortName}
          </Link>{' '}
          {t('facts.for', { party })}
          {kind === 'deputy' && `, ${t('facts.deputy')}`}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Card title={t('facts.title')}>
          <DescriptionList
            items={[
              { term: t('facts.name'), description: me.name },
              { term: t('facts.party'), description: `${me.party.name} (${me.party.shortName})` },
              {
                term: t('facts.role'),
                description: [t(`role.${me.role}`), me.title].filter(Boolean).join(', '),
              },
              { term: t('facts.email'), description: me.email },
              { term: t('facts.seats'), description: seats.length > 0 ? seatList : t('facts.noSeats') },
            ]}
          />
          <p className="mt-4 text-sm text-muted">{t('facts.wrong')}</p>
        </Card>
        <Card title={t('preferences.title')}>
          <PreferencesForm locale={viewer.locale} theme={viewer.theme} />
        </Card>
        <Card title={t('mail.title')}>
          <MailPreferences viewer={viewer} locale={locale} />
        </Card>
        {can.setAbsence(viewer, { id: viewer.personId }) && (
          <Card title={t('absence.title')}>
            <OwnAbsence viewer={viewer} today={day} locale={locale} />
          </Card>
        )}
        <Card title={t('feeds.title')}>
          <OwnFeeds
            viewer={viewer}
            forums={listForumsAndGroups(viewer, day).map(({ id, name }) => ({ value: id, label: name }))}
            locale={locale}
          />
        </Card>
        <Card title={t('sessions.title')}>
          <OwnSessions viewer={viewer} />
        </Card>
      </div>
    </>
  )
}
