'use client'

import { useTranslations } from 'next-intl'
import type { FormState } from '@/auth/form-state'
import { Button } from './button'

type Props = { conflict: NonNullable<FormState['conflict']>; formId: string }

/** Shows the other's text; one's own still stands in the field, and the next press saves what stands there. */
export function ConflictBox({ conflict, formId }: Props) {
  const t = useTranslations('form')

  function keepBoth() {
    const field = document
      .getElementById(formId)
      ?.querySelector<HTMLTextAreaElement>(`[name="${conflict.field}"]`)
    if (!field) return
    const between = field instanceof HTMLTextAreaElement ? '\n\n' : ' / '
    field.value = `${conflict.theirs}${between}${field.value}`
    field.focus()
  }

  return (
    <div role="alert" className="mb-4 rounded-field border-l-4 border-l-warn bg-warn-tint px-4 py-3">
      <p>{conflict.text}</p>
      <p className="mt-2 text-sm text-muted">{t('theirs')}</p>
      <blockquote className="my-2 rounded-field bg-surface px-3 py-2 whitespace-pre-wrap">
        {conflict.theirs}
      </blockquote>
      <p className="mb-3 text-sm">{t('conflictHelp')}</p>
      <Button type="button" size="small" onClick={keepBoth}>
        {t('keepBoth')}
      </Button>
    </div>
  )
}
