'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'
import type { FormAction, FormState } from '@/auth/form-state'

/**
 * `lost`: no answer came, so nobody knows whether it was saved; with the server's number for the failure, if it had one.
 * `outdated`: the server is a newer edition that no longer knows this page's form, and saved nothing.
 */
export type Answer = FormState & { lost?: { number?: string; outdated?: boolean } }

/**
 * Sends a form and keeps what the server answered. With scripts the action is called by hand: React empties a form
 * that is sent through its `action`, and a failure on the way would take the page and the typed text with it.
 * `plainAction` is for the form's `action`, where there are no scripts.
 */
export function useAnswer(action: FormAction) {
  const [loaded, plainAction] = useActionState<FormState, FormData>(action, {})
  const [answer, setAnswer] = useState<Answer>(loaded)
  const [pending, startTransition] = useTransition()

  function send(form: FormData, answered: (answer: FormState) => void) {
    startTransition(async () => {
      let next: Answer
      try {
        next = await action({}, form)
      } catch (error) {
        unstable_rethrow(error)
        next = { ...answer, done: undefined, lost: whyLost(error) }
      }
      startTransition(() => {
        setAnswer(next)
        if (!next.lost) answered(next)
      })
    })
  }

  /** When it last went well, unless that was before the page was loaded. */
  const savedAt = answer === loaded ? undefined : answer.at
  return { answer, savedAt, pending, send, plainAction }
}

const whyLost = (error: unknown): Answer['lost'] => ({
  number:
    error instanceof Error && 'digest' in error && typeof error.digest === 'string'
      ? error.digest
      : undefined,
  outdated: unstable_isUnrecognizedActionError(error),
})
