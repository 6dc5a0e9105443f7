'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { FieldFrame, inputLooks, useControl } from './field'

export type TextFieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  defaultValue?: string
  optional?: boolean
  hideLabel?: boolean
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'url' | 'email'
  autoFocus?: boolean
  width?: 'full' | 'half' | 'short'
}

const WIDTHS = { full: '', half: 'sm:max-w-80', short: 'sm:max-w-44' }

export function TextField({
  name,
  label,
  hint,
  defaultValue,
  optional,
  hideLabel,
  width = 'full',
  ...rest
}: TextFieldProps) {
  const { control, ...wiring } = useControl(name, hint, defaultValue)
  return (
    <FieldFrame {...{ label, hint, optional, hideLabel, ...wiring }} htmlFor={control.id}>
      <input
        type="text"
        autoComplete="off"
        className={clsx(inputLooks, WIDTHS[width])}
        {...control}
        {...rest}
      />
    </FieldFrame>
  )
}

/** A typed date: 12.12.2026, 12/12-2026 and the like; the server understands and echoes. */
export function DateField(props: Omit<TextFieldProps, 'inputMode' | 'width'>) {
  return <TextField width="short" {...props} />
}
