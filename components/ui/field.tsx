'use client'

import { useField } from '@conform-to/react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export const inputLooks =
  'w-full rounded-field border border-line-strong bg-surface px-3 py-2 aria-invalid:border-2 aria-invalid:border-bad max-sm:min-h-11'

/** What a control needs to be wired to its label, hint and error; typed text wins over the given default. */
export function useControl(name: string, hint?: ReactNode, defaultValue = '') {
  const [field] = useField<string>(name)
  const describedBy = [hint && field.descriptionId, field.errors && field.errorId].filter(Boolean).join(' ')
  return {
    error: field.errors?.[0],
    errorId: field.errorId,
    hintId: field.descriptionId,
    typed: field.initialValue ?? defaultValue,
    control: {
      id: field.id,
      name: field.name,
      defaultValue: field.initialValue ?? defaultValue,
      'aria-invalid': field.errors ? true : undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}

type FrameProps = {
  label: ReactNode
  htmlFor: string
  hint?: ReactNode
  hintId: string
  error?: string
  errorId: string
  optional?: boolean
  hideLabel?: boolean
  children: ReactNode
}

/** Label, hint and error above the control, with the red bar beside them. */
export function FieldFrame({
  label,
  htmlFor,
  hint,
  hintId,
  error,
  errorId,
  optional,
  hideLabel,
  children,
}: FrameProps) {
  const t = useTranslations('form')
  return (
    <div className={error ? 'border-l-4 border-l-bad pl-3' : undefined}>
      <label htmlFor={htmlFor} className={hideLabel ? 'sr-only' : 'mb-1 block font-semibold'}>
        {label} {optional && <span className="font-normal text-muted">{t('optional')}</span>}
      </label>
      {hint && (
        <p id={hintId} className="mb-1 max-w-[70ch] text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="mb-1 font-semibold text-bad">
          <span className="sr-only">{t('errorPrefix')} </span>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}
