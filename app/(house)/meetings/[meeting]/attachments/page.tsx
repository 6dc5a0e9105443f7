import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { RadioGroup } from '@/components/ui/radio-group'
import { SelectField } from '@/components/ui/select-field'
import { listAgenda } from '@/features/meetings/agenda/queries'
import { AttachmentList } from '@/features/meetings/attachments/components/attachment-list'
import { FileToAttach } from '@/features/meetings/attachments/components/file-to-attach'
import { READERS } from '@/features/meetings/attachments/input'
import { listAttachments } from '@/features/meetings/attachments/queries'
import { attachToItemAction } from '@/features/meetings/attachments/server-actions'
import { meetingTitle } from '@/features/meetings/components/meeting-title'
import { getMeeting } from '@/features/meetings/queries'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ meeting: string }>; searchParams: Promise<{ item?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attachments'))('title') }
}

export default async function AttachmentsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  if (!can.conveneMeetings(viewer)) notFound()
  const { meeting: id } = await params
  const meeting = orNotFound(() => getMeeting(viewer, id))
  const [t, ta, tm, shell, locale] = await Promise.all([
    getTranslations('attachments'),
    getTranslations('agenda'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const entries = listAgenda(viewer, id).filter(({ writesItself }) => !writesItself)
  const attached = listAttachments(viewer, id)
  const { item: asked } = await searchParams
  const chosen = entries.find((item) => item.id === asked)
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('title')}
        crumbs={[
          { label: tm('title'), href: '/meetings' },
          { label: meeting.forum.name, href: `/forums/${meeting.forum.slug}` },
          { label: meetingTitle(meeting.heldOn, today(new Date()), locale), href: `/meetings/${id}` },
          { label: t('title') },
        ]}
        crumbsLabel={shell('crumbs')}
      />
      {entries.length === 0 && <Empty>{ta('none')}</Empty>}
      {attached.size > 0 && (
        <ol className="mb-8 divide-y divide-line border-y border-line">
          {entries
            .filter((item) => attached.has(item.id))
            .map((item) => (
              <li key={item.id} className="py-3">
                <p className="wrap-anywhere">
                  {item.number}. {item.title}
                </p>
                <AttachmentList attachments={attached.get(item.id)} removable locale={locale} />
              </li>
            ))}
        </ol>
      )}
      {entries.length > 0 && meeting.state !== 'cancelled' && (
        <Card title={t('add')}>
          <ActionForm id="attach" action={attachToItemAction} submit={t('submit')}>
            <SelectField
              name="itemId"
              label={t('item')}
              empty={t('chooseItem')}
              defaultValue={chosen?.id}
              options={entries.map((item) => ({ value: item.id, label: `${item.number}. ${item.title}` }))}
            />
            <FileToAttach />
            <RadioGroup
              name="readers"
              legend={t('readers')}
              defaultValue="item"
              options={READERS.map((value) => ({
                value,
                label: t(`may.${value}`),
                hint: t(`mayHint.${value}`),
              }))}
            />
          </ActionForm>
        </Card>
      )}
    </div>
  )
}
