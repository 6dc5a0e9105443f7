import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { FileField } from '@/components/ui/file-field'
import { RadioGroup } from '@/components/ui/radio-group'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { ENQUIRY_KINDS } from '@/db/schema'
import { FileToAttach } from '@/features/meetings/attachments/components/file-to-attach'
import type { Viewer } from '@/policy'
import { LARGEST_MAIL } from '../input'
import { listAskers } from '../queries/choices'
import { logAction, mailAction } from '../server-actions'
import { ENQUIRY_FORM, PlaceFields } from './ask-form'

/** Written down while somebody talks, or pasted from a mail. */
export async function LogForm({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations('enquiries')
  return (
    <ActionForm id={ENQUIRY_FORM} action={logAction} submit={t('form.logSend')}>
      <SelectField
        name="askerId"
        label={t('form.asker')}
        options={listAskers(viewer)}
        empty={t('form.chooseAsker')}
      />
      <TextArea name="text" label={t('form.logText')} rows={6} maxLength={8000} />
      <PlaceFields viewer={viewer} />
      <RadioGroup
        name="via"
        legend={t('form.via')}
        defaultValue="phone"
        options={(['phone', 'mail'] as const).map((value) => ({ value, label: t(`via.${value}`) }))}
      />
      <RadioGroup
        name="kind"
        legend={t('form.kind')}
        defaultValue="question"
        options={ENQUIRY_KINDS.map((value) => ({
          value,
          label: t(`kind.${value}`),
          hint: t(`kindHint.${value}`),
        }))}
      />
      <FileToAttach several />
    </ActionForm>
  )
}

/** A mail saved as a file: its sender asks, its attachments come along. */
export async function MailForm() {
  const [t, errors] = await Promise.all([getTranslations('enquiries.form'), getTranslations('errors')])
  return (
    <Card title={t('mailTitle')} className="mt-6">
      <p className="mb-4 max-w-[65ch] text-muted">{t('mailLead')}</p>
      <ActionForm id="mail" action={mailAction} submit={t('mailSend')} submitVariant="secondary">
        <FileField
          name="mail"
          label={t('mailFile')}
          accept=".eml,message/rfc822"
          most={{ bytes: LARGEST_MAIL, refusal: errors('mailTooLarge_mail') }}
        />
      </ActionForm>
    </Card>
  )
}
