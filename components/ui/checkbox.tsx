'use client'

import type { ReactNode } from 'react'
import { errorBar, FieldNotes, useControl } from './field'

type Props = { name: string; label: ReactNode; hint?: ReactNode; defaultChecked?: boolean }

export function Checkbox({ name, label, hint, defaultChecked }: Props) {
  const { control, theirs: _, ...notes } = useControl(name, hint, defaultChecked ? 'on' : '')
  const { defaultValue, ...wiring } = control
  return (
    <div className={errorBar(notes.error)}>
      <FieldNotes hint={hint} {...notes} />
      <label className="flex min-h-8 items-start gap-3 py-1 max-sm:min-h-11">
        <input
          type="checkbox"
          defaultChecked={defaultValue === 'on'}
          className="mt-0.5 size-5 flex-none accent-brand"
          {...wiring}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}
