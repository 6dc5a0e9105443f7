import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { listLateParties, listNames } from '@/features/action-items/follow-up/queries'
import { chasePartyAction } from '@/features/action-items/follow-up/server-actions'
import { today } from '@/lib/dates'
import { formatDate, formatList } from '@/lib/format'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems'))('chase.title') }
}

/** Everything late, party by party, and one mail to each at a press. */
export default async function ChasePage() {
  const viewer = await requireViewer()
  const parties = orNotFound(() => listLateParties(viewer, today(new Date())))
  const [t, mail, locale] = await Promise.all([
    getTranslations('actionItems'),
    getTranslations('mail.chaser'),
    getLocale(),
  ])
  const names = new Map(
    listNames(parties.flatMap(({ personIds }) => personIds)).map((one) => [one.id, one.name]),
  )
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={t('chase.title')}
        crumbs={[{ label: t('many'), href: '/action-items' }, { label: t('chase.title') }]}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('chase.lead')}</p>
      </PageHeader>
      {parties.length === 0 && <Empty>{t('chase.none')}</Empty>}
      <div className="space-y-6">
        {parties.map(({ party, items, personIds }) => (
          <Card key={party.id} title={party.name}>
            <p className="mb-2">
              <span className="block text-sm text-muted">
                {t('chase.to', {
                  names: formatList(
                    personIds.flatMap((id) => names.get(id) ?? []),
                    locale,
                  ),
                })}
              </span>
              <span className="font-semibold">
                {mail('subject', { count: items.length, party: party.name })}
              </span>
            </p>
            <p>{mail('lead', { count: items.length, party: party.name, name: viewer.name })}</p>
            <ul className="my-2 list-disc pl-5">
              {items.map(({ id, title, person, dueOn, forum }) => (
                <li key={id} className="wrap-anywhere">
                  {title}{' '}
                  <span className="text-sm text-muted">
                    {[person, forum.shortName, formatDate(dueOn, locale, 'long')].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            <ActionForm
              id={`chase-${party.id}`}
              action={chasePartyAction}
              hidden={{ partyId: party.id }}
              submit={t('chase.send', { count: personIds.length })}
              submitVariant="secondary"
              size="small"
            />
          </Card>
        ))}
      </div>
    </div>
  )
}
