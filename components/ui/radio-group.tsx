'use client'

import type { ReactNode } from 'react'
import { FieldGroup, useControl } from './field'
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
    <FieldGroup legend={legend} hint={hint} describedBy={control['aria-describedby']} {...notes}>
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
    </FieldGroup>
  )
}
