import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { DateField, TextField } from '@/components/ui/text-field'
import { FileToAttach } from '@/features/meetings/attachments/components/file-to-attach'
import { listDepartments } from '../queries/choices'
import type { EnquiryDetail } from '../queries/detail'
import type { EnquiryStep } from '../rules'
import { attachAction, routeAction, sayAction, stepAction } from '../server-actions'

type Props = { enquiry: EnquiryDetail; deed: Exclude<EnquiryStep, 'agree'> | 'added' | 'attach' }

/** The form of one step: of the enquiry itself, of a department, or of what is added. */
export async function StepForm({ enquiry, deed }: Props) {
  const t = await getTranslations('enquiries')
  const { id, version } = enquiry
  const submit = t(`do.${deed}`)
  switch (deed) {
    case 'route':
      return (
        <ActionForm id="route" action={routeAction} hidden={{ id, version }} submit={submit}>
          <SelectField
            name="partyId"
            label={t('field.department')}
            options={listDepartments()}
            empty={t('field.choose')}
          />
          <TextArea
            name="question"
            label={t('field.question')}
            hint={t('field.questionHint')}
            rows={3}
            optional
          />
          <DateField name="dueOn" label={t('field.partDue')} hint={t('field.partDueHint')} optional />
          {enquiry.parts.some(({ leads }) => leads) && (
            <CheckboxGroup
              name="leads"
              legend={t('field.leads')}
              options={[{ value: '1', label: t('field.leads') }]}
            />
          )}
        </ActionForm>
      )
    case 'attach':
      return (
        <ActionForm id="attach" action={attachAction} hidden={{ id }} submit={submit}>
          <FileToAttach />
        </ActionForm>
      )
    case 'added':
      return (
        <ActionForm id="added" action={sayAction} hidden={{ id, kind: 'added' }} submit={submit}>
          <TextArea name="text" label={t('field.addedText')} rows={4} />
        </ActionForm>
      )
    case 'duplicate':
      return (
        <ActionForm id="duplicate" action={stepAction} hidden={{ id, version, step: deed }} submit={submit}>
          <TextField
            name="number"
            label={t('field.number')}
            hint={t('field.numberHint')}
            width="short"
            inputMode="numeric"
          />
        </ActionForm>
      )
    default:
      return (
        <ActionForm id={deed} action={stepAction} hidden={{ id, version, step: deed }} submit={submit}>
          {deed === 'delay' && <DateField name="expectedOn" label={t('field.delayUntil')} />}
          <TextArea
            name="text"
            label={t(LABELS[deed])}
            hint={HINTS[deed] && t(HINTS[deed])}
            rows={deed === 'answer' ? 6 : 4}
            maxLength={deed === 'answer' || deed === 'not_ours' ? 8000 : 4000}
            defaultValue={deed === 'answer' ? composed(enquiry) : undefined}
          />
        </ActionForm>
      )
  }
}

const LABELS = {
  ask: 'field.askText',
  delay: 'field.delayText',
  reply: 'field.replyText',
  answer: 'field.answerText',
  reopen: 'field.reopenText',
  not_ours: 'field.notOursText',
} as const

const HINTS: Partial<Record<keyof typeof LABELS, 'field.askHint' | 'field.delayHint' | 'field.answerHint'>> =
  {
    ask: 'field.askHint',
    delay: 'field.delayHint',
    answer: 'field.answerHint',
  }

/** The parts' answers one after the other, for somebody to make one of. */
const composed = ({ parts }: EnquiryDetail): string =>
  parts
    .filter(({ state }) => state === 'answered')
    .map(({ text }) => text)
    .join('\n\n')
