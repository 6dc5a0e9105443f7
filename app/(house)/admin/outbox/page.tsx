import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { MailsTable } from '@/features/outbox/components/mails-table'
import { OutboxFilterForm } from '@/features/outbox/components/outbox-filter'
import { outboxInput } from '@/features/outbox/input'
import { countMails, cursorOf, listMails, MAILS_ON_A_PAGE } from '@/features/outbox/queries'
import { outboxAddress } from '@/features/outbox/rules'
import { smtp } from '@/lib/env'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outbox'))('title') }
}

export default async function OutboxPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const filter = outboxInput.parse(await searchParams)
  const found = orNotFound(() => listMails(viewer, filter))
  const counts = countMails(viewer)
  const [t, admin, locale] = await Promise.all([
    getTranslations('outbox'),
    getTranslations('admin'),
    getLocale(),
  ])
  const shown = found.slice(0, MAILS_ON_A_PAGE)
  const last = shown.at(-1)

  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: t('title') }]}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      {!smtp() && (
        <Banner tone="warn" title={t('noServer.title')}>
          {t('noServer.text')}
        </Banner>
      )}
      <OutboxFilterForm filter={filter} counts={counts} />
      {shown.length === 0 ? <Empty>{t('none')}</Empty> : <MailsTable mails={shown} locale={locale} />}
      <p className="mt-6 flex gap-4">
        {filter.before && (
          <ButtonLink href={outboxAddress({ ...filter, before: undefined })}>{t('newest')}</ButtonLink>
        )}
        {last && found.length > MAILS_ON_A_PAGE && (
          <ButtonLink href={outboxAddress({ ...filter, before: cursorOf(last) })}>{t('more')}</ButtonLink>
        )}
      </p>
    </>
  )
}
