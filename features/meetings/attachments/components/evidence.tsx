import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { ActionItemDetail } from '@/features/action-items/queries/detail'
import { isOpen } from '@/features/action-items/rules'
import type { Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import { listEvidence } from '../queries'
import { attachEvidenceAction } from '../server-actions'
import { AttachmentList } from './attachment-list'
import { FileToAttach } from './file-to-attach'

type Props = { item: ActionItemDetail; viewer: Viewer; locale: Locale }

/** Files that show that an action item is done, and a way to send one along. */
export async function Evidence({ item, viewer, locale }: Props) {
  const files = listEvidence(viewer, item)
  const attaches = can.answerActionItem(viewer, item) && isOpen(item.state)
  if (files.length === 0 && !attaches) return null
  const t = await getTranslations('attachments')
  return (
    <section className="mt-8">
      <AttachmentList attachments={files} removable={attaches} locale={locale} />
      {attaches && (
        <Disclosure summary={t('add')} className="no-print">
          <ActionForm
            id="attach"
            action={attachEvidenceAction}
            hidden={{ actionItemId: item.id }}
            submit={t('submit')}
            submitVariant="secondary"
          >
            <p className="max-w-[65ch] text-sm text-muted">{t('evidenceLead')}</p>
            <FileToAttach />
          </ActionForm>
        </Disclosure>
      )}
    </section>
  )
}
