'use client'

import { type ReactNode, useActionState } from 'react'
import type { FormAction } from '@/auth/form-state'
import { Button, type ButtonVariant } from './button'

type Props = {
  action: FormAction
  hidden?: Record<string, string>
  variant?: ButtonVariant
  size?: 'normal' | 'small'
  /** The language of the words on the button, when it is another than the page's. */
  lang?: string
  className?: string
  children: ReactNode
}

/** One press and nothing typed: signing in or out, another language. Works without JavaScript. */
export function PressForm({ action, hidden = {}, lang, className, children, ...looks }: Props) {
  const [{ submission }, dispatch, pending] = useActionState(action, {})
  const errors = Object.values(submission?.error ?? {}).flatMap((messages) => messages ?? [])
  return (
    <form action={dispatch} className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...looks} lang={lang} aria-busy={pending || undefined}>
        {children}
      </Button>
      {errors.length > 0 && (
        <p role="alert" className="mt-1 text-sm text-bad">
          {errors.join(' ')}
        </p>
      )}
    </form>
  )
}
