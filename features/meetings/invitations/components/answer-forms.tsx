import { getTranslations } from 'next-intl/server'
import type { FormAction } from '@/auth/form-state'
import { ActionForm } from '@/components/ui/action-form'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { TextField } from '@/components/ui/text-field'
import type { OwnAnswer } from '../queries'

type Props = {
  action: FormAction
  /** Which meeting, or the link of the mail. */
  hidden: Record<string, string>
  answered: OwnAnswer
  /** Those one could come to only; none before the agenda was sent. */
  items: { id: string; number: string; title: string }[]
}

/** The four answers: the two likeliest with one press, the others with the words they need. */
export async function AnswerForms({ action, hidden, answered, items }: Props) {
  const t = await getTranslations('invitations')
  const { answer, deputyName, itemIds } = answered
  const chosen = items.filter(({ id }) => itemIds?.includes(id)).map(({ number }) => number)
  const forms = (
    <>
      <div className="flex flex-wrap gap-3">
        {(['coming', 'nobody'] as const).map((said) => (
          <PressForm
            key={said}
            action={action}
            hidden={{ ...hidden, answer: said }}
            variant={said === 'coming' && answer === null ? 'primary' : 'secondary'}
            size="small"
          >
            {t(`press.${said}`)}
          </PressForm>
        ))}
      </div>
      <Disclosure name="answer" summary={t('press.deputy')} className="text-sm">
        <ActionForm
          id="answer-deputy"
          action={action}
          hidden={{ ...hidden, answer: 'deputy' }}
          submit={t('send')}
          size="small"
        >
          <TextField name="deputyName" label={t('deputyName')} defaultValue={deputyName ?? ''} />
        </ActionForm>
      </Disclosure>
      {items.length > 1 && (
        <Disclosure name="answer" summary={t('press.partly')} className="text-sm">
          <ActionForm
            id="answer-partly"
            action={action}
            hidden={{ ...hidden, answer: 'partly' }}
            submit={t('send')}
            size="small"
          >
            <CheckboxGroup
              name="itemIds"
              legend={t('whichItems')}
              options={items.map(({ id, number, title }) => ({
                value: id,
                label: `${number}. ${title}`,
                chosen: itemIds?.includes(id) ?? false,
              }))}
            />
          </ActionForm>
        </Disclosure>
      )}
    </>
  )
  if (!answer) return <div className="space-y-1">{forms}</div>
  return (
    <>
      <p role="status" className="font-semibold">
        {t(`answered.${answer}`, { deputy: deputyName ?? '', items: chosen.join(', ') })}
      </p>
      <Disclosure summary={t('change')} className="text-sm">
        {forms}
      </Disclosure>
    </>
  )
}
