import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { ReadMail } from '@/features/letters/components/read-mail'
import { readMailAction } from '@/features/letters/server-actions'
import { MailFacts } from '@/features/outbox/components/mail-facts'
import { getMail } from '@/features/outbox/queries'
import { doubtAboutSendingAgain, type MailKind, mayBeRead } from '@/features/outbox/rules'
import { sendAgainAction, withdrawMailAction } from '@/features/outbox/server-actions'

type Props = { params: Promise<{ mail: string }> }

const readMail = cache(async (id: string) => {
  const viewer = await requireViewer()
  const mail = orNotFound(() => getMail(viewer, id))
  const t = await getTranslations('outbox')
  const kind = t(`kinds.${mail.kind as MailKind}`)
  return { mail, t, title: t('detail.title', { kind, recipient: mail.recipient.name }) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readMail((await params).mail)).title }
}

export default async function MailPage({ params }: Props) {
  const { mail, t, title } = await readMail((await params).mail)
  const [admin, locale] = await Promise.all([getTranslations('admin'), getLocale()])
  const hidden = { id: mail.id }

  return (
    <div className="max-w-[820px]">
      <PageHeader
        title={title}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/outbox' },
          { label: t('detail.crumb') },
        ]}
      />
      <Card className="mb-6">
        <MailFacts mail={mail} locale={locale} />
        <div className="mt-5 flex flex-wrap gap-4">
          {mail.state === 'waiting' && (
            <ActionForm
              action={withdrawMailAction}
              hidden={hidden}
              submit={t('detail.withdraw')}
              submitVariant="secondary"
            />
          )}
          {doubtAboutSendingAgain(mail) && (
            <ActionForm
              action={sendAgainAction}
              hidden={hidden}
              submit={t('detail.again')}
              submitVariant="secondary"
            />
          )}
        </div>
      </Card>
      <Card title={t('detail.read')}>
        {mayBeRead(mail.kind) ? (
          <>
            <p className="mb-4 max-w-[65ch] text-muted">{t('detail.readAbout')}</p>
            <ReadMail
              action={readMailAction}
              id={mail.id}
              words={{ read: t('detail.read'), copy: t('detail.copy') }}
            />
          </>
        ) : (
          <p className="max-w-[65ch]">
            {t('detail.noReading')}{' '}
            <Link href={`/admin/people/${mail.recipient.id}`} className="text-link hover:underline">
              {t('detail.person')}
            </Link>
          </p>
        )}
      </Card>
    </div>
  )
}
