'use client'

import type { ReactNode } from 'react'
import { FieldFrame, inputLooks, useControl } from './field'

type Props = { name: string; label: ReactNode; hint?: ReactNode; accept: string }

/** A file to send along. The browser keeps the choice while the server asks or refuses. */
export function FileField({ name, label, hint, accept }: Props) {
  const { control, ...wiring } = useControl(name, hint)
  const { defaultValue: _, ...rest } = control
  return (
    <FieldFrame {...{ label, hint, ...wiring }} htmlFor={control.id}>
      <input type="file" accept={accept} className={inputLooks} {...rest} />
    </FieldFrame>
  )
}
