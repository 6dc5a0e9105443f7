'use client'

import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { FieldFrame, inputLooks, useControl } from './field'

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  defaultValue?: string
  optional?: boolean
  hideLabel?: boolean
  rows?: number
  maxLength?: number
  autoFocus?: boolean
}

const NEAR = 0.9

/** Grows with the text. The counter appears near the limit; the limit itself is judged by the server, nothing is cut. */
export function TextArea({
  name,
  label,
  hint,
  defaultValue,
  optional,
  hideLabel,
  rows = 3,
  maxLength = 4000,
  autoFocus,
}: Props) {
  const t = useTranslations('form')
  const { control, ...wiring } = useControl(name, hint, defaultValue)
  const stored = control.defaultValue.length
  const [length, setLength] = useState(stored)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const form = area.current?.form
    const startAgain = () => setLength(stored)
    form?.addEventListener('reset', startAgain)
    return () => form?.removeEventListener('reset', startAgain)
  }, [stored])
  return (
    <FieldFrame {...{ label, hint, optional, hideLabel, ...wiring }} htmlFor={control.id}>
      <textarea
        ref={area}
        rows={rows}
        autoFocus={autoFocus}
        className={clsx(inputLooks, 'block field-sizing-content min-h-20')}
        onInput={(event) => setLength(event.currentTarget.value.length)}
        {...control}
      />
      {length > maxLength * NEAR && (
        <p role="status" className="mt-1 text-sm text-muted">
          {length > maxLength
            ? t('charactersOver', { count: length - maxLength })
            : t('charactersLeft', { count: maxLength - length })}
        </p>
      )}
    </FieldFrame>
  )
}
