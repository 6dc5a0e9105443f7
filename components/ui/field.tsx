'use client'

import { useField } from '@conform-to/react'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TheirText, useTheirs } from './their-text'

export const inputLooks =
  'w-full rounded-field border border-line-strong bg-surface px-3 py-2 aria-invalid:border-2 aria-invalid:border-bad max-sm:min-h-11'

/** What a control needs to be wired to its label, hint and error; typed text wins over the given default. */
export function useControl(name: string, hint?: ReactNode, defaultValue = '') {
  const [field, form] = useField<string>(name)
  // Filled only where a refused form came back with the page, without scripts; what is missing was left empty.
  const sent = Object.keys(form.initialValue ?? {}).length > 0
  const typed = field.initialValue ?? (sent ? '' : defaultValue)
  const describedBy = [hint && field.descriptionId, field.errors && field.errorId].filter(Boolean).join(' ')
  return {
    error: field.errors?.[0],
    errorId: field.errorId,
    hintId: field.descriptionId,
    theirs: useTheirs(name),
    control: {
      id: field.id,
      name: field.name,
      defaultValue: typed,
      'aria-invalid': field.errors ? true : undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}

type NotesProps = { hint?: ReactNode; hintId: string; error?: string; errorId: string }

/** Hint and error, above the control they belong to. */
function FieldNotes({ hint, hintId, error, errorId }: NotesProps) {
  const t = useTranslations('form')
  return (
    <>
      {hint && (
        <p id={hintId} className="mb-1 max-w-[70ch] text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="mb-1 font-semibold text-bad">
          <span className="sr-only">{t('errorPrefix')} </span>
          {error}
        </p>
      )}
    </>
  )
}

const errorBar = (error?: string) => (error ? 'border-l-4 border-l-bad pl-3' : undefined)

type GroupProps = NotesProps & { legend: ReactNode; describedBy: string | undefined; children: ReactNode }

/** The same around several choices that answer one question. */
export function FieldGroup({ legend, describedBy, children, ...notes }: GroupProps) {
  return (
    <fieldset aria-describedby={describedBy} className={`min-w-0 ${errorBar(notes.error) ?? ''}`}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <FieldNotes {...notes} />
      {children}
    </fieldset>
  )
}

type FrameProps = NotesProps & {
  label: ReactNode
  htmlFor: string
  theirs?: string
  /** Their choice cannot be joined with one's own, as two texts can. */
  choice?: boolean
  optional?: boolean
  hideLabel?: boolean
  children: ReactNode
}

/** Label, hint and error above the control, with the red bar beside them. */
export function FieldFrame({
  label,
  htmlFor,
  theirs,
  choice,
  optional,
  hideLabel,
  children,
  ...notes
}: FrameProps) {
  const t = useTranslations('form')
  return (
    <div className={clsx('max-w-full min-w-0', errorBar(notes.error))}>
      <label htmlFor={htmlFor} className={hideLabel ? 'sr-only' : 'mb-1 block font-semibold'}>
        {label} {optional && <span className="font-normal text-muted">{t('optional')}</span>}
      </label>
      <FieldNotes {...notes} />
      {theirs !== undefined && <TheirText text={theirs} controlId={choice ? undefined : htmlFor} />}
      {children}
    </div>
  )
}
