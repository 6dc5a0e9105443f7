import { getTranslations } from 'next-intl/server'
import type { FormAction } from '@/auth/form-state'
import { ActionForm } from '@/components/ui/action-form'
import type { ButtonVariant } from '@/components/ui/button'
import type { Locale } from '@/lib/format'
import type { ActionItemDetail } from '../queries/detail'
import type { PartyWithPeople } from '../queries/responsible'
import type { TakenStep } from '../rules'
import {
  acceptAction,
  answerDueDateAction,
  askNewDueDateAction,
  cancelAction,
  changeAction,
  confirmAction,
  handOverAction,
  moveDueDateAction,
  reassignAction,
  refuseAction,
  releaseAction,
  reportDoneAction,
  resumeAction,
  sendBackAction,
  waitAction,
} from '../server-actions'
import { StepFields } from './step-fields'

/** A form is named after the step it takes; granting is one of the two answers to an asked date. */
export type FormName = TakenStep | 'grant' | 'change' | 'release'

export const ACTIONS: Record<FormName, FormAction> = {
  accepted: acceptAction,
  waiting: waitAction,
  resumed: resumeAction,
  reported_done: reportDoneAction,
  refused: refuseAction,
  date_asked: askNewDueDateAction,
  closed: confirmAction,
  sent_back: sendBackAction,
  reassigned: reassignAction,
  cancelled: cancelAction,
  handed_over: handOverAction,
  grant: answerDueDateAction,
  date_kept: answerDueDateAction,
  date_moved: moveDueDateAction,
  change: changeAction,
  release: releaseAction,
}

const ANSWERS: Partial<Record<FormName, Record<string, string>>> = {
  grant: { answer: 'grant' },
  date_kept: { answer: 'keep' },
}

type Props = {
  name: FormName
  item: ActionItemDetail
  people: PartyWithPeople[]
  locale: Locale
  /** The cursor stands in its first field. */
  focus?: boolean
  submitVariant?: ButtonVariant
}

/** One step with what it needs to be told. */
export async function StepForm({ name, item, people, locale, focus, submitVariant }: Props) {
  const t = await getTranslations('actionItems')
  return (
    <ActionForm
      id={name}
      action={ACTIONS[name]}
      hidden={{ id: item.id, version: item.version, ...ANSWERS[name] }}
      submit={t(`action.${name}`)}
      submitVariant={name === 'cancelled' ? 'danger' : submitVariant}
    >
      <StepFields name={name} item={item} people={people} locale={locale} focus={focus} />
    </ActionForm>
  )
}
