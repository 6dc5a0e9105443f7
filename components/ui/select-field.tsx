'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { FieldFrame, inputLooks, useControl } from './field'

export type Option = { value: string; label: string; group?: string }

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  defaultValue?: string
  optional?: boolean
  hideLabel?: boolean
  options: Option[]
  /** The first, empty choice; without it the first option is chosen. */
  empty?: string
  width?: 'full' | 'half'
}

export function SelectField({
  name,
  label,
  hint,
  defaultValue,
  optional,
  hideLabel,
  options,
  empty,
  width = 'half',
}: Props) {
  const { control, theirs, ...notes } = useControl(name, hint, defaultValue)
  const theirLabel = theirs && (options.find(({ value }) => value === theirs)?.label ?? theirs)
  return (
    <FieldFrame
      {...{ label, hint, optional, hideLabel, ...notes }}
      theirs={theirLabel}
      choice
      htmlFor={control.id}
    >
      <select
        key={control.defaultValue}
        className={clsx(inputLooks, width === 'half' && 'sm:max-w-80')}
        {...control}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        <Options options={options} />
      </select>
    </FieldFrame>
  )
}

/** Options under their group's heading, in the order given. */
function Options({ options }: { options: Option[] }) {
  const groups = [...new Set(options.map(({ group }) => group))]
  const listed = (group?: string) =>
    options
      .filter((option) => option.group === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))
  return groups.map((group) =>
    group ? (
      <optgroup key={group} label={group}>
        {listed(group)}
      </optgroup>
    ) : (
      listed()
    ),
  )
}
