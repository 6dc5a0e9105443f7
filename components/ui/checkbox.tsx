'use client'

import type { ReactNode } from 'react'
import { useControl } from './field'

export function Checkbox({
  name,
  label,
  defaultChecked,
}: {
  name: string
  label: ReactNode
  defaultChecked?: boolean
}) {
  const { control, typed } = useControl(name, undefined, defaultChecked ? 'on' : '')
  return (
    <label className="flex min-h-8 items-start gap-3 py-1">
      <input
        id={control.id}
        type="checkbox"
        name={control.name}
        defaultChecked={typed === 'on'}
        className="mt-0.5 size-5 flex-none accent-brand"
      />
      <span>{label}</span>
    </label>
  )
}
