'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext } from 'react'
import type { FormState } from '@/auth/form-state'
import { Button } from './button'

export const ConflictContext = createContext<FormState['conflict']>(undefined)

/** What somebody else saved in this field meanwhile, if they did. */
export function useTheirs(name: string): string | undefined {
  const conflict = useContext(ConflictContext)
  if (conflict?.field === name) return conflict.theirs
  return conflict?.others?.find(({ field }) => field === name)?.theirs
}

/** Their text beside one's own, which still stands in the field: the next press saves what stands there. */
export function TheirText({ text, controlId }: { text: ReactNode; controlId?: string }) {
  const t = useTranslations('form')

  function keepBoth() {
    const field = controlId && document.getElementById(controlId)
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
    const between = field instanceof HTMLTextAreaElement ? '\n\n' : ' / '
    field.value = `${text}${between}${field.value}`
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }

  return (
    <div className="mb-2 rounded-field border-l-4 border-l-warn bg-warn-tint px-3 py-2">
      <p className="text-sm">{t('theirs')}</p>
      <blockquote className="mt-1 whitespace-pre-wrap">{text || t('nothing')}</blockquote>
      {controlId && text && (
        <Button type="button" size="small" className="mt-2" onClick={keepBoth}>
          {t('keepBoth')}
        </Button>
      )}
    </div>
  )
}
