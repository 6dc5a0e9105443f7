'use client'

import { type ChangeEvent, type ReactNode, useState } from 'react'
import { FieldFrame, inputLooks, useControl } from './field'

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  accept: string
  optional?: boolean
  /** Several at once. */
  multiple?: boolean
  /** What is larger, together, is put back at once, so that nobody waits for it to be sent and refused. */
  most?: { bytes: number; refusal: string }
}

/** A file to send along. The browser keeps the choice while the server asks or refuses. */
export function FileField({ name, label, hint, accept, optional, multiple, most }: Props) {
  const { control, ...wiring } = useControl(name, hint)
  const [tooLarge, setTooLarge] = useState(false)
  const { defaultValue: _, ...rest } = control
  const error = tooLarge ? most?.refusal : wiring.error
  const describedBy = [hint && wiring.hintId, error && wiring.errorId].filter(Boolean).join(' ')

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])].reduce((sum, { size }) => sum + size, 0)
    const refused = most !== undefined && chosen > most.bytes
    if (refused) target.value = ''
    setTooLarge(refused)
  }

  return (
    <FieldFrame {...{ label, hint, optional, ...wiring, error }} htmlFor={control.id}>
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        className={inputLooks}
        onChange={choose}
        {...rest}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
    </FieldFrame>
  )
}
