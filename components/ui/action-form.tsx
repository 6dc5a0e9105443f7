'use client'

import { FormProvider, useForm } from '@conform-to/react'
import { useTranslations } from 'next-intl'
import { type ReactNode, startTransition, useActionState, useEffect, useRef } from 'react'
import type { FormAction, FormState } from '@/auth/form-state'
import { Button, type ButtonVariant } from './button'
import { ConflictBox } from './conflict-box'
import { ErrorSummary } from './error-summary'

type Props = {
  action: FormAction
  /** Sent along unseen: ids, and the version of what is being changed. */
  hidden?: Record<string, string | number>
  submit: string
  submitVariant?: ButtonVariant
  size?: 'normal' | 'small'
  /** Stands beside the button: a way out, or a second button. */
  secondary?: ReactNode
  id?: string
  className?: string
  children?: ReactNode
}

/**
 * The one form of the house. The server judges; its answer comes back beside what was typed. The form is dispatched
 * by hand, because React empties a form that is sent through its `action`; without JavaScript the `action` is used,
 * and the server fills the fields again.
 */
export function ActionForm({
  action,
  hidden,
  submit,
  submitVariant = 'primary',
  size,
  secondary,
  ...rest
}: Props) {
  const t = useTranslations('form')
  const [state, dispatch, pending] = useActionState<FormState, FormData>(action, {})
  const [form] = useForm<Record<string, string>>({
    id: rest.id,
    lastResult: state.submission,
    onSubmit(event, { formData }) {
      event.preventDefault()
      if (!pending) startTransition(() => dispatch(formData))
    },
  })
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.submission?.status === 'error' || state.question || state.conflict) answer.current?.focus()
  }, [state])

  const version = state.conflict?.theirVersion ?? hidden?.version
  return (
    <FormProvider context={form.context}>
      <form id={form.id} action={dispatch} onSubmit={form.onSubmit} noValidate className={rest.className}>
        {Object.entries({ ...hidden, ...(version === undefined ? {} : { version }) }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {confirmedBefore(state).map((code) => (
          <input key={code} type="hidden" name="confirm" value={code} />
        ))}
        <div ref={answer} tabIndex={-1} className="outline-none">
          <ErrorSummary errors={form.allErrors} formErrors={form.errors} formId={form.id} />
          {state.conflict && <ConflictBox conflict={state.conflict} formId={form.id} />}
          {state.question && (
            <div role="alert" className="mb-4 rounded-field border-l-4 border-l-warn bg-warn-tint px-4 py-3">
              <p className="mb-3">{state.question.text}</p>
              <Button name="confirm" value={state.question.code} size="small">
                {t('yes')}
              </Button>
            </div>
          )}
        </div>
        <div className="space-y-4">{rest.children}</div>
        <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button variant={submitVariant} size={size} aria-busy={pending || undefined}>
            {pending ? t('pending') : submit}
          </Button>
          {secondary}
          <p role="status" className="text-sm text-ok">
            {!pending && state.done}
          </p>
        </div>
      </form>
    </FormProvider>
  )
}

/** Doubts that were answered with yes in an earlier round are not asked again. */
function confirmedBefore(state: FormState): string[] {
  const sent = state.submission?.initialValue?.confirm
  const codes = Array.isArray(sent) ? sent : [sent]
  return state.question ? codes.filter((code): code is string => typeof code === 'string') : []
}
