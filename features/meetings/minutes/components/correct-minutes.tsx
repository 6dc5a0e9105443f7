import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'
import { openCorrectionAction } from '../server-actions'

/** The way to a next version of approved minutes, with why it is needed. */
export async function CorrectMinutes({ meetingId }: { meetingId: string }) {
  const t = await getTranslations('minutes.correct')
  return (
    <Disclosure summary={t('open')} className="no-print mt-6">
      <ActionForm
        id="correct"
        action={openCorrectionAction}
        hidden={{ meetingId }}
        submit={t('submit')}
        submitVariant="secondary"
      >
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} />
      </ActionForm>
    </Disclosure>
  )
}
