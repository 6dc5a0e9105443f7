'use client'

import type { ReactNode } from 'react'
import { useControl } from './field'

type Props = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  defaultValue?: string
  options: { value: string; label: ReactNode; hint?: ReactNode }[]
}

export function RadioGroup({ name, legend, hint, defaultValue, options }: Props) {
  const { control, error, errorId, hintId, typed } = useControl(name, hint, defaultValue)
  return (
    <fieldset id={control.id} aria-describedby={control['aria-describedby']} className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint && (
        <p id={hintId} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="mb-1 font-semibold text-bad">
          {error}
        </p>
      )}
      <div className="space-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-8 items-start gap-3 py-1">
            <input
              type="radio"
              name={control.name}
              value={option.value}
              defaultChecked={typed === option.value}
              className="mt-0.5 size-5 flex-none accent-brand"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
