'use client'

import type { ReactNode } from 'react'
import { errorBar, FieldNotes, useControl } from './field'
import { TheirText } from './their-text'

type Props = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  defaultValue?: string
  options: { value: string; label: ReactNode; hint?: ReactNode }[]
}

export function RadioGroup({ name, legend, hint, defaultValue, options }: Props) {
  const { control, theirs, ...notes } = useControl(name, hint, defaultValue)
  const theirOption = options.find(({ value }) => value === theirs)
  return (
    <fieldset
      aria-describedby={control['aria-describedby']}
      className={`min-w-0 ${errorBar(notes.error) ?? ''}`}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      <FieldNotes hint={hint} {...notes} />
      {theirOption && <TheirText text={theirOption.label} />}
      <div className="space-y-1">
        {options.map((option, index) => (
          <label key={option.value} className="flex min-h-8 items-start gap-3 py-1 max-sm:min-h-11">
            <input
              id={index === 0 ? control.id : undefined}
              type="radio"
              name={control.name}
              value={option.value}
              aria-invalid={control['aria-invalid']}
              defaultChecked={control.defaultValue === option.value}
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
