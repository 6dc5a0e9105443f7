'use client'

import { FormProvider, useForm } from '@conform-to/react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import type { FormAction } from '@/auth/form-state'
import { AnswerBox } from './answer-box'
import { Button, type ButtonVariant } from './button'
import { ErrorSummary } from './error-summary'
import { ConflictContext } from './their-text'
import { type Answer, useAnswer } from './use-answer'
import { useTyping } from './use-typing'

type Props = {
  action: FormAction
  /** Sent along unseen: ids, and the version of what is being changed. */
  hidden?: Record<string, string | number>
  submit: string
  submitVariant?: ButtonVariant
  size?: 'normal' | 'small'
  /** The page was opened to press this: the button has the focus. */
  focusSubmit?: boolean
  /** Stands beside the button: a way out, or a second button. */
  secondary?: ReactNode
  id?: string
  className?: string
  children?: ReactNode
}

/** Clears the errors; conform's own reset would empty the fields, which are to show what is stored now. */
const SAVED = { status: 'success' } as const

/** The one form of the house. The server judges; its answer comes back beside what was typed, which stays. */
export function ActionForm({
  action,
  hidden,
  submit,
  submitVariant = 'primary',
  size,
  focusSubmit,
  secondary,
  ...rest
}: Props) {
  const t = useTranslations('form')
  const { answer, savedAt, pending, send, plainAction } = useAnswer(action)
  const element = useRef<HTMLFormElement>(null)
  const status = useRef<HTMLParagraphElement>(null)
  const typing = useTyping(element, hidden?.version, savedAt)
  const [form] = useForm<Record<string, string>>({
    id: rest.id,
    lastResult: answer.at ? SAVED : answer.submission,
    onSubmit(event, { formData }) {
      event.preventDefault()
      if (pending) return
      typing.sent()
      send(formData, typing.answered)
    },
  })
  useEffect(() => {
    // The pressed button may be gone with the question it belonged to.
    if (savedAt && document.activeElement === document.body) status.current?.focus()
  }, [savedAt])

  const version = answer.conflict?.theirVersion ?? typing.version
  return (
    <FormProvider context={form.context}>
      <form
        ref={element}
        id={form.id}
        action={plainAction}
        onSubmit={form.onSubmit}
        // Else conform hears of it on the document, and empties what has just been put back.
        onReset={(event) => event.nativeEvent.stopImmediatePropagation()}
        onInput={typing.typed}
        noValidate
        className={rest.className}
      >
        {Object.entries({ ...hidden, ...(version === undefined ? {} : { version }) }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {confirmedBefore(answer).map((code) => (
          <input key={code} type="hidden" name="confirm" value={code} />
        ))}
        <ErrorSummary answer={answer} errors={form.allErrors} formErrors={form.errors} formId={form.id} />
        {answer.conflict && (
          <AnswerBox answer={answer} tone="warn" className="mb-4">
            <p>{answer.conflict.text}</p>
            <p className="mt-1 text-sm">{t('conflictHelp')}</p>
          </AnswerBox>
        )}
        <ConflictContext value={answer.conflict}>
          <div className="space-y-4">{rest.children}</div>
        </ConflictContext>
        <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button
            variant={submitVariant}
            size={size}
            autoFocus={focusSubmit}
            aria-busy={pending || undefined}
          >
            {pending ? t('pending') : submit}
          </Button>
          {secondary}
          <p ref={status} role="status" tabIndex={-1} className="text-sm text-ok">
            {!pending && answer.done}
          </p>
        </div>
        {answer.lost && (
          <AnswerBox answer={answer} tone="bad" className="mt-4">
            <p>{t(answer.lost.outdated ? 'outdated' : 'noAnswer')}</p>
            {answer.lost.number && (
              <p className="mt-1 text-sm">{t('failureNumber', { number: answer.lost.number })}</p>
            )}
          </AnswerBox>
        )}
        {/* Below the form's own button: Enter in a field presses the first one, and must not say yes. */}
        {answer.question && (
          <AnswerBox answer={answer} tone="warn" className="mt-4">
            <p className="mb-3 whitespace-pre-line">{answer.question.text}</p>
            <Button name="confirm" value={answer.question.code} size="small">
              {t('yes')}
            </Button>
          </AnswerBox>
        )}
      </form>
    </FormProvider>
  )
}

/** Doubts that were answered with yes in an earlier round are not asked again. */
function confirmedBefore({ question, submission }: Answer): string[] {
  const sent = submission?.initialValue?.confirm
  const codes = Array.isArray(sent) ? sent : [sent]
  return question ? codes.filter((code): code is string => typeof code === 'string') : []
}
