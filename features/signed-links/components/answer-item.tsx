import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import type { OfferedDeed } from '../queries'
import { answerItemBySignedLinkAction } from '../server-actions'

type Props = {
  token: string
  offered: Extract<OfferedDeed, { purpose: 'action_item.answer' }>
  locale: Locale
}

/** One item, for one person: done, later, or not theirs. */
export async function AnswerItem({ token, offered, locale }: Props) {
  const [t, actions, field] = await Promise.all([
    getTranslations('signedLinks'),
    getTranslations('actionItems.action'),
    getTranslations('actionItems.field'),
  ])
  const about = { forum: offered.forum, due: formatDate(offered.dueOn, locale, 'numeric') }
  const form = (step: 'reported_done' | 'date_asked' | 'refused') => ({
    id: step,
    action: answerItemBySignedLinkAction,
    hidden: { token, step },
    submit: actions(step),
  })
  return (
    <>
      <p className="mb-2">
        {offered.title === null
          ? t('purposes.action_item.answer.aboutInternal', about)
          : t('purposes.action_item.answer.about', { ...about, title: offered.title })}
      </p>
      <p className="mb-6">{t('as', { name: offered.person })}</p>
      <ActionForm {...form('reported_done')}>
        <TextArea name="evidence" label={field('evidence')} hint={field('evidenceHint')} rows={2} />
        <TextField name="link" label={field('link')} hint={field('linkHint')} inputMode="url" optional />
      </ActionForm>
      <Disclosure summary={actions('date_asked')} name="answer" className="mt-6">
        <ActionForm {...form('date_asked')} submitVariant="secondary">
          <DateField name="dueOn" label={field('newDue')} hint={field('newDueHint')} />
          <TextArea name="reason" label={field('reason')} rows={2} />
        </ActionForm>
      </Disclosure>
      {offered.mayRefuse && (
        <Disclosure summary={actions('refused')} name="answer">
          <ActionForm {...form('refused')} submitVariant="secondary">
            <TextArea name="reason" label={field('reason')} rows={2} />
          </ActionForm>
        </Disclosure>
      )}
    </>
  )
}
