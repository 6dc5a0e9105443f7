'use client'

import { useField } from '@conform-to/react'
import type { ReactNode } from 'react'
import { FieldGroup } from './field'

type Option = { value: string; label: ReactNode; hint?: ReactNode; chosen?: boolean }
type Props = { name: string; legend: ReactNode; hint?: ReactNode; options: Option[] }

/** Any number of several. What was ticked stays ticked when the form is refused, without scripts too. */
export function CheckboxGroup({ name, legend, hint, options }: Props) {
  const [field, form] = useField<string[]>(name)
  const sent = Object.keys(form.initialValue ?? {}).length > 0
  const ticked = [field.initialValue ?? []].flat() as string[]
  const error = field.errors?.[0]
  const describedBy = [hint && field.descriptionId, error && field.errorId].filter(Boolean).join(' ')
  return (
    <FieldGroup
      legend={legend}
      hint={hint}
      hintId={field.descriptionId}
      error={error}
      errorId={field.errorId}
      describedBy={describedBy || undefined}
    >
      <ul className="divide-y divide-line border-y border-line">
        {options.map((option, index) => (
          <li key={option.value}>
            <label className="flex min-h-10 items-start gap-3 py-2 max-sm:min-h-11">
              <input
                id={index === 0 ? field.id : undefined}
                type="checkbox"
                name={field.name}
                value={option.value}
                defaultChecked={sent ? ticked.includes(option.value) : option.chosen}
                className="mt-0.5 size-5 flex-none accent-brand"
              />
              <span>
                {option.label}
                {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}
