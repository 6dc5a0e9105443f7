import { Paperclip } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { PressForm } from '@/components/ui/press-form'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { formatBytes, type Locale } from '@/lib/format'
import type { Attachment } from '../queries'
import { removeAttachmentAction } from '../server-actions'

type Props = { attachments: Attachment[] | undefined; removable?: boolean; locale: Locale }

/** Files to fetch, each with its size; nothing at all where there are none. */
export async function AttachmentList({ attachments = [], removable = false, locale }: Props) {
  if (attachments.length === 0) return null
  const t = await getTranslations('attachments')
  return (
    <ul aria-label={t('title')} className="mt-1 text-sm">
      {attachments.map(({ id, name, bytes, internal }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a
            href={`/attachments/${id}`}
            download
            className="inline-flex min-h-7 min-w-0 items-center gap-1.5 text-link hover:underline"
          >
            <Paperclip aria-hidden className="size-4 flex-none" />
            <span className="wrap-anywhere">{name}</span>
          </a>
          <span className="text-muted">{formatBytes(bytes, locale)}</span>
          {internal && <Tag tone="warn">{t('internal')}</Tag>}
          {removable && (
            <PressForm action={removeAttachmentAction} hidden={{ id }} variant="quiet" size="small">
              {t.rich('remove', {
                name,
                hidden: (chunks) => <VisuallyHidden>{chunks}</VisuallyHidden>,
              })}
            </PressForm>
          )}
        </li>
      ))}
    </ul>
  )
}
